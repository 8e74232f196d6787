import { extname } from 'node:path';
import type { FaceFile } from '../../../dataset/faces/face.ts';
import type { FrameDocument } from '../../../dataset/frame.ts';
import { checkText, textOf } from '../../../dataset/rows/texts.ts';
import { MEDIA_TYPES } from '../../../import/formats.ts';
import { sql } from '../../../store/sql.ts';
import { attachmentsOf } from './attachments.ts';
import { originalOf, type Refi, representationOf } from './context.ts';
import { keptReadingFile } from './kept-reading.ts';
import { writtenText } from './positions.ts';
import { fileName, fileOf, isDocx, isPdf, isPicture, pictureEnding, type SourceFile } from './sources.ts';

const FOLDER = 'sources/';

/** @returns texts, originals and what else is kept, in the order of the documents, each read when it is written */
export function* filesOf(refi: Refi, onDocument: () => void): Generator<FaceFile, void> {
  for (const document of refi.frame.documents) {
    const file = fileOf(refi, document);
    const text = textFile(refi, document, file);
    if (text) yield text;
    const original = originalName(document, file);
    const goesAlong = isPdf(file) || isDocx(file) || isPicture(file) || refi.sidecar;
    if (original !== null && goesAlong)
      yield { ...blobFile(refi, original, file.original_sha256, document.title), isPacked: isText(file) };
    if (original !== null && refi.sidecar && !isPicture(file)) {
      const { path, content } = keptReadingFile(refi, document, file);
      yield { path: FOLDER + path, content, isPacked: true };
    }
    onDocument();
  }
  if (!refi.sidecar) return;
  for (const { file, sha256, name } of attachmentsOf(refi)) yield blobFile(refi, file, sha256, name);
}

/**
 * @returns the name within `sources` of the file that a document was imported from; null where that is the plain text itself,
 * byte for byte
 */
export function originalName(document: FrameDocument, file: SourceFile): string | null {
  if (isPdf(file)) return fileName(document.id, '.pdf');
  if (isPicture(file)) return fileName(document.id, pictureEnding(file));
  if (isDocx(file)) return fileName(document.id, '.docx');
  if (file.media_type === MEDIA_TYPES.plain && Buffer.compare(file.original_sha256, file.text_sha256) === 0)
    return null;
  const ending = extname(file.file_name).toLowerCase();
  return fileName(originalOf(document.id), /^\.[a-z0-9]{1,10}$/.test(ending) ? ending : '');
}

/** What a PDF, a picture or a Word file holds is packed already. */
const isText = (file: SourceFile): boolean => !isPdf(file) && !isPicture(file) && !isDocx(file);

function textFile(refi: Refi, document: FrameDocument, file: SourceFile): FaceFile | null {
  if (isPicture(file)) return null;
  const id = isPdf(file) ? representationOf(document.id) : document.id;
  const isChanged = refi.rules.crlf || refi.rules.bom;
  const { units } = refi.frame.db.one<{ units: number }>(
    sql`SELECT units FROM texts WHERE sha256 = ${file.text_sha256}`,
  );
  if (isPdf(file) && units === 0) return null;
  return {
    path: FOLDER + fileName(id, '.txt'),
    content: [writtenText(textOf(refi.frame, document), refi.rules)],
    title: document.title,
    isPacked: true,
    onWritten: ({ sha256 }) => {
      if (!isChanged) checkText(refi.frame, document, sha256);
    },
  };
}

function blobFile(refi: Refi, name: string, sha256: Uint8Array, title: string): FaceFile {
  const { bytes } = refi.frame.db.one<{ bytes: Uint8Array }>(
    sql`SELECT bytes FROM blobs WHERE sha256 = ${sha256}`,
  );
  return { path: FOLDER + name, content: bytes, title };
}
