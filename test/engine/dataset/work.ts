import { expect } from 'vitest';
import {
  type DatasetOptions,
  type DatasetReport,
  writeDataset,
} from '../../../src/engine/dataset/write-dataset.ts';
import { storeReading } from '../../../src/engine/documents/content.ts';
import { addDocument } from '../../../src/engine/documents/write.ts';
import { readMarkdown } from '../../../src/engine/import/markdown/read.ts';
import { segment } from '../../../src/engine/import/segment.ts';
import { applyCodes } from '../../../src/engine/passages/apply.ts';
import { setReviews } from '../../../src/engine/reviews/write.ts';
import { connect } from '../../../src/engine/store/connect.ts';
import { idText } from '../../../src/engine/store/ids.ts';
import type { Actor, Writing } from '../../../src/engine/store/mutate.ts';
import type { Project } from '../../../src/engine/store/project.ts';
import { ANNA, coder } from '../kit/project.ts';

export const BEN = coder('O\'Ben, "B"');

/** Exports a project as the engine does: by way of a connection of its own, that only reads. */
export async function writeFrom(
  project: Project,
  target: string,
  options: DatasetOptions = { texts: true },
): Promise<DatasetReport> {
  project.checkpoint();
  const db = connect(project.path, 'read');
  try {
    return await writeDataset(db, target, options);
  } finally {
    expect(db.raw.inTransaction).toBe(false);
    db.close();
  }
}

/** Does something as somebody; those who act become coders of the project. */
export function as<Result>(project: Project, actor: Actor, action: (writing: Writing) => Result): Result {
  project.actor = actor;
  return project.write({ code: 'test.do', label: 'Do something' }, [], action).result;
}

/** Codes words of a text; @returns the passage's id */
export function apply(
  project: Project,
  actor: Actor,
  document: string,
  text: string,
  quote: string,
  codes: readonly string[],
  weight: number | null = null,
): string {
  project.actor = actor;
  const start = readText(text).indexOf(quote);
  if (start < 0) throw new Error(`${quote} is not in the text`);
  return applyCodes(project, { document, start, end: start + quote.length, codes, weight }).result.passageId;
}

export function review(project: Project, actor: Actor, document: string, codes: readonly string[]): void {
  project.actor = actor;
  setReviews(project, document, codes, true);
}

export const readText = (source: string): string => readMarkdown(source).text;

/** Puts a text into the store; @returns the reading's id */
export function storeMarkdown(project: Project, source: string): Uint8Array {
  const { text, blocks } = readMarkdown(source);
  const { words, sentences, icu } = segment(text, blocks, 'en');
  const reading = {
    text,
    blocks,
    words,
    sentences,
    icu,
    language: 'en',
    extractor: 'markdown-1',
    notices: [],
  };
  return storeReading(project.db, Buffer.from(source), reading).id;
}

export function addMarkdown(project: Project, key: string, title: string, source: string): string {
  const readingId = storeMarkdown(project, source);
  const document = {
    title,
    key,
    readingId,
    fileName: `${key}.md`,
    mediaType: 'text/markdown',
    caseName: null,
  };
  return as(project, ANNA, (writing) =>
    idText(
      addDocument(writing, {
        ...document,
        attributes: [
          { name: 'Date', kind: 'date', value: key === 'us' ? '2025' : '2025-07-26' },
          { name: 'Kind', kind: 'choice', value: '+national' },
          { name: 'Note', kind: 'text', value: '-5' },
        ],
      }),
    ),
  );
}
