import { openPdf } from '../../../../src/engine/import/pdf/open.ts';
import { type ReadDocument, readDocument } from '../../../../src/engine/import/pdf/read-document.ts';

/** @returns what a PDF says, before anything is made of it */
export async function rawOf(bytes: Uint8Array): Promise<ReadDocument> {
  const document = await openPdf(new Uint8Array(bytes));
  try {
    return await readDocument(document, () => undefined);
  } finally {
    await document.loadingTask.destroy();
  }
}

/** @returns the lines of a file's pages as text */
export const linesOf = ({ pages }: ReadDocument): string[][] =>
  pages.map(({ lines }) => lines.map(({ text }) => text));
