import { storeReading } from '../../../src/engine/documents/content.ts';
import { addDocument } from '../../../src/engine/documents/write.ts';
import { readSource } from '../../../src/engine/import/read-source.ts';
import { idText } from '../../../src/engine/store/ids.ts';
import type { Project } from '../../../src/engine/store/project.ts';

/** Adds a PDF as an import does. @returns its id, its canonical text and where its sentences lie in it */
export async function addPdf(project: Project, bytes: Uint8Array<ArrayBuffer>, title = 'A plan') {
  const read = await readSource({ bytes, format: 'pdf', language: 'en' });
  const stored = storeReading(project.db, read.bytes, read.reading);
  const { result } = project.write({ code: 'test.add', label: 'Add' }, [], (writing) =>
    addDocument(writing, {
      title,
      key: null,
      readingId: stored.id,
      fileName: 'plan.pdf',
      mediaType: 'application/pdf',
      caseName: null,
      attributes: [],
    }),
  );
  return { document: idText(result), text: read.reading.text, sentences: read.reading.sentences };
}
