import type { FrameDocument } from '../../../dataset/frame.ts';
import { loadText } from '../../../documents/load.ts';
import { MEDIA_TYPES } from '../../../import/formats.ts';
import { isPictureType } from '../../../import/picture/header.ts';
import { sql } from '../../../store/sql.ts';
import { type Refi, representationOf } from './context.ts';
import { partsIn, regionsIn, spansIn } from './selections.ts';
import type { Variables } from './values.ts';
import { attribute, container, guid } from './xml.ts';

/** A document's file as its present version has it. */
export interface SourceFile {
  readonly created_at: string;
  readonly created_by: Uint8Array;
  readonly short_key: string | null;
  readonly file_name: string;
  readonly media_type: string;
  readonly language: string;
  readonly original_sha256: Uint8Array;
  readonly text_sha256: Uint8Array;
}

/** @returns what is known of a document's file */
export const fileOf = ({ frame: { db } }: Refi, document: FrameDocument): SourceFile =>
  db.one<SourceFile>(sql`
    SELECT d.created_at, d.created_by, d.short_key, v.file_name, v.media_type, r.language, r.original_sha256, r.text_sha256
    FROM documents d JOIN versions v ON v.id = ${document.versionId} JOIN readings r ON r.id = v.reading_id
    WHERE d.id = ${document.idBytes}`);

export const isPdf = ({ media_type }: SourceFile): boolean => media_type === MEDIA_TYPES.pdf;
export const isPicture = ({ media_type }: SourceFile): boolean => isPictureType(media_type);
export const isDocx = ({ media_type }: SourceFile): boolean => media_type === MEDIA_TYPES.docx;

/** @returns the documents in scope as sources, one at a time */
export const sourcesOf = (refi: Refi, variables: Variables, onDocument: () => void): Iterable<string> =>
  container('Sources', sourceElements(refi, variables, onDocument));

function* sourceElements(refi: Refi, variables: Variables, onDocument: () => void): Generator<string, void> {
  for (const document of refi.frame.documents) {
    const file = fileOf(refi, document);
    const source = isPdf(file) ? pdfSource : isPicture(file) ? pictureSource : textSource;
    yield* source(refi, document, file, variables);
    onDocument();
  }
}

function* textSource(
  refi: Refi,
  document: FrameDocument,
  file: SourceFile,
  variables: Variables,
): Generator<string, void> {
  const rich = isDocx(file) ? internal(document.id, '.docx') : undefined;
  const attributes =
    head(refi, document) +
    attribute('richTextPath', rich) +
    attribute('plainTextPath', internal(document.id, '.txt')) +
    refi.made(file);
  yield `<TextSource${attributes}>\n`;
  yield* spansIn(refi, document, loadText(refi.frame.db, document.readingKey));
  yield `${tail(refi, document, variables)}</TextSource>\n`;
}

function* pdfSource(
  refi: Refi,
  document: FrameDocument,
  file: SourceFile,
  variables: Variables,
): Generator<string, void> {
  yield `<PDFSource${head(refi, document)}${attribute('path', internal(document.id, '.pdf'))}${refi.made(file)}>\n`;
  yield* regionsIn(refi, document);
  const text = loadText(refi.frame.db, document.readingKey);
  // A scan without words has no text that could be represented.
  if (text !== '') {
    const representation = representationOf(document.id);
    const attributes =
      attribute('guid', guid(representation)) +
      attribute('name', document.title) +
      attribute('plainTextPath', internal(representation, '.txt')) +
      refi.made(file);
    yield `<Representation${attributes}>\n`;
    yield* spansIn(refi, document, text);
    yield '</Representation>\n';
  }
  yield `${tail(refi, document, variables)}</PDFSource>\n`;
}

function* pictureSource(
  refi: Refi,
  document: FrameDocument,
  file: SourceFile,
  variables: Variables,
): Generator<string, void> {
  const path = internal(document.id, pictureEnding(file));
  yield `<PictureSource${head(refi, document)}${attribute('path', path)}${refi.made(file)}>\n`;
  yield* partsIn(refi, document);
  yield `${tail(refi, document, variables)}</PictureSource>\n`;
}

/** Endings that the standard asks for (section 9.1.5), and for kinds that it does not name those that all know. */
export const pictureEnding = ({ media_type }: SourceFile): string =>
  media_type === 'image/jpeg' ? '.jpg' : `.${media_type.replace('image/', '')}`;

const head = (refi: Refi, { id, title }: FrameDocument): string =>
  attribute('guid', guid(id)) + attribute('name', refi.said(id, 'name', title));

const tail = (refi: Refi, { id, idBytes }: FrameDocument, variables: Variables): string =>
  (refi.rules.notesOnSources ? refi.noteRefs(id) : '') + variables.of({ document: idBytes });

const internal = (id: string, ending: string): string => `internal://${fileName(id, ending)}`;

/** @returns what a file within `sources` is called */
export const fileName = (id: string, ending: string): string => guid(id) + ending;
