import { storeReading } from '../../../src/engine/documents/content.ts';
import { addDocument } from '../../../src/engine/documents/write.ts';
import { plainBlocks } from '../../../src/engine/import/plain/read.ts';
import { segment } from '../../../src/engine/import/segment.ts';
import { idText } from '../../../src/engine/store/ids.ts';
import type { Project } from '../../../src/engine/store/project.ts';
import type { Reading } from '../../../src/text/reading.ts';

/** @returns a plain text read as the importer reads it */
export function readingOf(text: string, language = 'en'): Reading {
  const blocks = plainBlocks(text);
  const { words, sentences, icu } = segment(text, blocks, language);
  return { text, blocks, words, sentences, extractor: 'plain-1', language, icu, notices: [] };
}

/** Adds a plain text as a document; @returns its id */
export function addText(
  project: Project,
  title: string,
  text: string,
  caseName: string | null = null,
): string {
  const { id } = storeReading(project.db, Buffer.from(text), readingOf(text));
  const { result } = project.write(
    { code: 'documents.add', label: `Add “${title}”` },
    ['documents'],
    (writing) =>
      addDocument(writing, {
        title,
        key: title.toLowerCase(),
        readingId: id,
        fileName: `${title}.txt`,
        mediaType: 'text/plain',
        caseName,
        attributes: [
          { name: 'Date', kind: 'date', value: '2025-07' },
          { name: 'Kind', kind: 'choice', value: 'national' },
        ],
      }),
  );
  return idText(result);
}
