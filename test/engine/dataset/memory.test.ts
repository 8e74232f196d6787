import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createCode } from '../../../src/engine/codebook/write.ts';
import { loadCurrent } from '../../../src/engine/documents/load.ts';
import { addDocument } from '../../../src/engine/documents/write.ts';
import { addCodings, placeAll } from '../../../src/engine/passages/bulk.ts';
import type { Project } from '../../../src/engine/store/project.ts';
import { ANNA, newProject, tempFolder } from '../kit/project.ts';
import { as, storeMarkdown } from './work.ts';

const DOCUMENTS = 28;
const PARAGRAPHS = 500;
const SENTENCES = 5;
const CODES = 3;

/** MiB of V8's heap, most of them for the program itself: keeping every text, or every place of the case, takes more. */
const HEAP = 30;

/** A text of which no paragraph is like another. */
const longText = (document: number): string =>
  Array.from({ length: PARAGRAPHS }, (_, paragraph) =>
    Array.from(
      { length: SENTENCES },
      (_, sentence) => `Sentence ${sentence} of paragraph ${paragraph} in plan ${document} has plain words.`,
    ).join(' '),
  ).join('\n\n');

/** @returns a project of long documents that all belong to one case, each of their sentences coded with each code */
async function longProject(): Promise<Project> {
  const project = await newProject();
  const codes = Array.from(
    { length: CODES },
    (_, number) => createCode(project, { name: `Code ${number}`, parentId: null }).result,
  );
  for (let number = 0; number < DOCUMENTS; number++) {
    const readingId = storeMarkdown(project, longText(number));
    as(project, ANNA, (writing) => {
      const document = addDocument(writing, {
        title: `Plan ${number}`,
        key: `plan${number}`,
        fileName: 'plan.md',
        mediaType: 'text/markdown',
        readingId,
        caseName: 'All',
        attributes: [],
      });
      const { versionId, reading } = loadCurrent(project.db, document);
      const { sentences } = reading;
      const spans = Array.from({ length: sentences.length / 2 }, (_, index) => ({
        start: sentences[index * 2] ?? 0,
        end: sentences[index * 2 + 1] ?? 0,
      }));
      const placed = placeAll(writing, { document, versionId, spans });
      for (const code of codes) addCodings(writing, placed, code, null);
    });
  }
  return project;
}

test('an export holds no more than a document, however many there are and however much is coded', {
  timeout: 240_000,
}, async () => {
  const project = await longProject();
  project.checkpoint();
  const folder = tempFolder();
  const targets = ['package', 'annotations.jsonld'];
  const script = join(import.meta.dirname, 'export-process.ts');
  const run = spawnSync(
    process.execPath,
    [`--max-old-space-size=${HEAP}`, script, project.path, ...targets.map((name) => join(folder, name))],
    { encoding: 'utf8' },
  );
  expect(run.stderr).toBe('');
  expect(run.status).toBe(0);
  expect(readdirSync(folder).toSorted()).toEqual(targets.toSorted());
});
