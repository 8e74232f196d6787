import type { DocumentRow } from '../../contract/documents.ts';
import { openPdf } from './pdf.ts';
import { isPicture, openPicture } from './picture.ts';

/** Opens the original of a document before its pages ask for it. Where that fails, they say so when they are drawn. */
export function openAhead({ id, versionId, mediaType }: Pick<DocumentRow, 'id' | 'versionId' | 'mediaType'>) {
  const opening = isPicture({ mediaType }) ? openPicture(id, versionId) : openPdf(id, versionId);
  opening.catch(() => undefined);
}
