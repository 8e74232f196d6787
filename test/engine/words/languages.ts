import { storeReading } from '../../../src/engine/documents/content.ts';
import { addDocument } from '../../../src/engine/documents/write.ts';
import { plainBlocks } from '../../../src/engine/import/plain/read.ts';
import { segment } from '../../../src/engine/import/segment.ts';
import type { Project } from '../../../src/engine/store/project.ts';
import { packGlyphs } from '../../../src/text/glyph-packing.ts';
import type { Reading } from '../../../src/text/reading.ts';
import { readingOf } from '../kit/documents.ts';
import { PAGE } from '../kit/pages.ts';

/** Adds a plain text in a language, titled by it. */
export const addIn = (project: Project, language: string, text: string): void =>
  add(project, language, readingOf(text, language));

/** Adds a text of one page, whose lines end where the paper did, cut into words as the importer of PDFs does. */
export function addPrinted(project: Project, text: string): void {
  const { words, sentences } = segment(text, plainBlocks(text), 'en', { isPrinted: true });
  const page = { number: 1, label: 'iv', ...PAGE, start: 0, end: text.length, glyphs: packGlyphs([]) };
  add(project, 'printed', { ...readingOf(text), words, sentences, extractor: 'pdf-1', pages: [page] });
}

function add(project: Project, title: string, reading: Reading): void {
  const { id } = storeReading(project.db, Buffer.from(reading.text), reading);
  project.write({ code: 'documents.add', label: `Add “${title}”` }, ['documents'], (writing) =>
    addDocument(writing, {
      title,
      key: title,
      readingId: id,
      fileName: `${title}.txt`,
      mediaType: 'text/plain',
      caseName: null,
      attributes: [],
    }),
  );
}
