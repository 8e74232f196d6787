import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import type { ImportEvent, ImportFile } from '../../../src/contract/imports.ts';
import { storeReading } from '../../../src/engine/documents/content.ts';
import { listPages } from '../../../src/engine/documents/pages.ts';
import { listDocuments } from '../../../src/engine/documents/read.ts';
import { addDocument } from '../../../src/engine/documents/write.ts';
import { findHighlights } from '../../../src/engine/import/found-highlights.ts';
import { takeHighlights } from '../../../src/engine/import/highlights.ts';
import { FileReader } from '../../../src/engine/import/read-file.ts';
import { runImport } from '../../../src/engine/import/run.ts';
import { listPassages } from '../../../src/engine/passages/read.ts';
import { idText } from '../../../src/engine/store/ids.ts';
import type { Project } from '../../../src/engine/store/project.ts';
import { sql } from '../../../src/engine/store/sql.ts';
import { unpackPages } from '../../../src/text/page-packing.ts';
import { buildPdf, type Pdf, rectOver } from '../../fixtures/pdf/build.ts';
import { truncated } from '../../fixtures/pdf/damage.ts';
import { readingOf } from '../kit/documents.ts';
import { newProject, open, tempFolder } from '../kit/project.ts';

const LINE = { text: 'Public bodies will share halls and boats.', x: 72, y: 700 };
const MARKED: Pdf = {
  pages: [
    { lines: [LINE], annotations: [{ rects: [rectOver(LINE, 'halls and boats')], note: 'Which?' }] },
    { fills: [{ x: 72, y: 72, width: 100, height: 100 }] },
  ],
  labels: [{ from: 0, style: 'r' }],
};

function reader(): FileReader {
  const made = new FileReader();
  onTestFinished(() => made.close());
  return made;
}

function files(contents: Readonly<Record<string, Uint8Array>>): string[] {
  const folder = tempFolder();
  return Object.entries(contents).map(([name, bytes]) => {
    writeFileSync(join(folder, name), bytes);
    return join(folder, name);
  });
}

async function everything(events: AsyncIterable<ImportEvent>): Promise<ImportEvent[]> {
  const all: ImportEvent[] = [];
  for await (const event of events) all.push(event);
  return all;
}

async function imported(
  project: Project,
  using: FileReader,
  paths: readonly string[],
): Promise<ImportFile[]> {
  const last = (await everything(runImport(project, using, { paths }))).at(-1);
  return last?.type === 'finished' ? last.files : [];
}

it('brings in a PDF with its pages and says which highlights came with it', async () => {
  const project = await newProject();
  const using = reader();
  const [file] = await imported(project, using, files({ 'harbour.pdf': buildPdf(MARKED) }));
  expect(file).toMatchObject({ state: 'done', words: 7, pages: 2, highlights: 1 });
  expect(file?.message).toBe('7 words, 1 paragraph, 2 pages');
  const document = file?.documentId ?? '';
  expect(unpackPages(listPages(project.db, document).pages).map(({ label }) => label)).toEqual(['i', 'ii']);
  expect(listDocuments(project.db)).toMatchObject([{ mediaType: 'application/pdf', pages: 2 }]);
  expect(await findHighlights(project, using, document)).toMatchObject([{ note: 'Which?' }]);
});

const UNDER = { create: { name: 'Highlights', parentId: null } };

it('reads the file again for its highlights where that was not done since the project was opened', async () => {
  const project = await newProject();
  const using = reader();
  const [file] = await imported(project, using, files({ 'harbour.pdf': buildPdf(MARKED) }));
  project.close();
  const again = await open(project.path);
  const { result } = await takeHighlights(again, using, {
    document: file?.documentId ?? '',
    under: UNDER,
    byColour: true,
  });
  expect(result).toMatchObject({ found: 1, made: 1 });
  const { rows } = listPassages(again.db, {}, { offset: 0, limit: 10 });
  expect(rows).toMatchObject([{ quote: 'halls and boats', comment: 'Which?', page: { label: 'i' } }]);
});

it('takes no highlights from a file that is read differently today', async () => {
  const project = await newProject();
  const { id: readingId } = storeReading(
    project.db,
    buildPdf(MARKED),
    readingOf('Public bodies share boats.'),
  );
  const { result } = project.write({ code: 'documents.add', label: 'Add' }, ['documents'], (writing) =>
    addDocument(writing, {
      title: 'Harbour',
      key: null,
      readingId,
      fileName: 'harbour.pdf',
      mediaType: 'application/pdf',
      caseName: null,
      attributes: [],
    }),
  );
  await expect(
    takeHighlights(project, reader(), { document: idText(result), under: UNDER, byColour: true }),
  ).rejects.toMatchObject({ code: 'REFUSED', message: expect.stringContaining('differently') });
  expect(project.db.all(sql`SELECT 1 FROM passages`)).toEqual([]);
});

it('takes the language that a file says, unless it is no tag or somebody knows better', async () => {
  const project = await newProject();
  const paths = files({
    'german.pdf': buildPdf({ ...MARKED, language: 'de-de' }),
    'silent.pdf': buildPdf(MARKED),
    'wrong.pdf': buildPdf({ ...MARKED, language: 'Plain English' }),
  });
  await everything(runImport(project, reader(), { paths, language: 'fr' }));
  expect(listDocuments(project.db).map(({ title, language }) => [title, language])).toEqual([
    ['german', 'de-DE'],
    ['silent', 'fr'],
    ['wrong', 'fr'],
  ]);
});

it('adds what can be read of several files, and gives a sentence for each that cannot', async () => {
  const project = await newProject();
  const whole = buildPdf(MARKED);
  const paths = files({
    'broken.pdf': truncated(whole, 0.3),
    'empty.pdf': new Uint8Array(),
    'locked.pdf': buildPdf({ ...MARKED, encrypt: { method: 'rc4-128', user: 'secret' } }),
    'open.pdf': buildPdf({ ...MARKED, encrypt: { method: 'aes-128' } }),
    'renamed.pdf': Buffer.from('These are words and no PDF.'),
  });
  const found = await imported(project, reader(), paths);
  expect(found.map(({ name, state }) => `${name} ${state}`)).toEqual([
    'broken.pdf failed',
    'empty.pdf failed',
    'locked.pdf failed',
    'open.pdf done',
    'renamed.pdf failed',
  ]);
  for (const { state, message = '' } of found) {
    if (state === 'failed') expect(message).toMatch(/^[A-Z][^.]*: [^.]*\.$/);
  }
});

it('tells how far a long file is, page by page, and stops reading when nobody listens any more', async () => {
  const project = await newProject();
  const pages = Array.from({ length: 600 }, (_, page) => ({
    lines: Array.from({ length: 30 }, (_, at) => ({
      ...LINE,
      text: `Page ${page}, line ${at}.`,
      y: 780 - at * 20,
    })),
  }));
  const paths = files({ 'manual.pdf': buildPdf({ pages, deflate: true }) });
  for await (const event of runImport(project, reader(), { paths })) {
    if (event.type !== 'file' || event.file.progress?.page === undefined) continue;
    expect(event.file.progress).toMatchObject({ stage: 'parsing', pages: 600 });
    break;
  }
  expect(listDocuments(project.db)).toEqual([]);
  expect(project.db.one(sql`SELECT count(*) AS n FROM readings`)).toEqual({ n: 0 });
});
