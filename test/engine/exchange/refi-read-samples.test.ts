import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Gathered } from '../../../src/engine/exchange/carry/gather.ts';
import { ReportBook } from '../../../src/engine/exchange/carry/report.ts';
import { writeGathered } from '../../../src/engine/exchange/carry/write.ts';
import type { Project } from '../../../src/engine/store/project.ts';
import { countRows } from '../../../src/engine/store/tables.ts';
import { checkWhole } from '../../../src/engine/store/verify.ts';
import { newProject } from '../kit/project.ts';
import { type Pieces, readPieces } from './refi-read-kit.ts';

const SAMPLES = join(import.meta.dirname, '../../../../shared/samples');

/** Writes what was read into a project as one step; @returns what is told of it */
function carry(project: Project, pieces: Pieces): ReportBook {
  const gathered = new Gathered();
  const book = new ReportBook();
  for (const piece of pieces.all) gathered.take(project.db, piece, book);
  project.write({ code: 'projects.import', label: 'Import' }, [], (writing) =>
    writeGathered(writing, gathered, book, false),
  );
  return book;
}

/** What the samples hold, counted in their XML. */
const COUNTS = {
  'atlas-ti/blank-atlas-project.qdpx': { codes: 0, documents: 0, passages: 0, codings: 0, coders: 2 },
  'atlas-ti/target-atlas-project.qdpx': { codes: 3, documents: 0, passages: 0, codings: 0, coders: 2 },
  'nvivo-mac/nvivo_project.qdpx': { codes: 262, documents: 2, passages: 0, codings: 0, coders: 2 },
  'qc-cli/demo.qdpx': { codes: 262, documents: 2, passages: 158, codings: 205, coders: 1 },
  'refi-annex/annexA2_atlasti84_project.qde': { codes: 14, documents: 0, passages: 0, codings: 0, coders: 3 },
  'refi-annex/annexA3_transana_project.qde': { codes: 19, documents: 0, passages: 0, codings: 0, coders: 63 },
} as const;

for (const [name, counts] of Object.entries(COUNTS)) {
  test(`${name} is read, carried into a sound project, and a second time changes nothing`, async (context) => {
    const path = join(SAMPLES, name);
    if (!existsSync(path)) context.skip('../shared is not here.');
    const project = await newProject();
    const book = carry(project, await readPieces(path));
    expect(book.came).toMatchObject(counts);
    expect(checkWhole(project.db)).toEqual([]);
    const tables = ['documents', 'codes', 'passages', 'codings', 'memos', 'attributes'] as const;
    const before = tables.map((table) => countRows(project.db, table));
    const again = carry(project, await readPieces(path));
    expect(tables.map((table) => countRows(project.db, table))).toEqual(before);
    expect(Object.values(again.came).every((count) => count === 0)).toBe(true);
  });
}

test('every line that the sample of qc selects begins and ends where a line does', async (context) => {
  const path = join(SAMPLES, 'qc-cli/demo.qdpx');
  if (!existsSync(path)) context.skip('../shared is not here.');
  const pieces = await readPieces(path);
  const lines = pieces.of('document').flatMap(({ read, passages }) =>
    passages.map(({ place }) => {
      if ('page' in place) return false;
      const { text } = read.reading;
      return (place.start === 0 || text[place.start - 1] === '\n') && place.end > place.start;
    }),
  );
  expect(lines.filter((starts) => starts).length).toBeGreaterThan(lines.length * 0.9);
});
