import type { Span } from '../../../../text/reading.ts';
import { ImportError } from '../../../import/errors.ts';
import { MEDIA_TYPES } from '../../../import/formats.ts';
import { type ReadFile, readSource } from '../../../import/read-source.ts';
import type { Piece } from '../../model.ts';
import { textSource } from '../../text-source.ts';
import { childrenOf, type XmlElement } from '../../xml/elements.ts';
import { SpaceAlignment } from './align.ts';
import { annotationsOf } from './annotations.ts';
import { documentPiece } from './document.ts';
import { findFile, lastPart, mediaTypeOf } from './files.ts';
import { findKeptReading } from './kept-reading.ts';
import { keepUnplaced, keepWithoutText, textPassages } from './passages.ts';
import { type LoadedText, loadText, textPlaceOf } from './texts.ts';
import { partOf, type Work } from './work.ts';

/** A text as it becomes a document: read, and the way from the file's own text to it. */
export interface Readied {
  readonly read: ReadFile;
  readonly fileName: string;
  readonly toDocument: (span: Span) => Span | null;
}

const FORMATS = Object.keys(MEDIA_TYPES) as (keyof typeof MEDIA_TYPES)[];

/** Reads a formatted text, or tells why it can't be read. */
async function readRich(work: Work, bytes: Buffer, title: string): Promise<ReadFile | null> {
  try {
    return await readSource({ bytes, format: 'docx', language: work.language, isSupposed: true });
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    work.say(
      'kept',
      'The formatted text of a source could not be read; its plain text is the document.',
      title,
    );
    return null;
  }
}

/** Reads the file that Colligo imported a document from, where it goes along and says the same. */
async function readOriginal(
  work: Work,
  id: string,
  { raw }: LoadedText,
  title: string,
): Promise<Readied | null> {
  const own = work.restored?.documents.get(id);
  const found = own?.original ? work.pack.find(own.original) : null;
  const format = FORMATS.find((each) => MEDIA_TYPES[each] === own?.mediaType);
  const bytes = found === null || found === undefined ? null : await work.pack.read(found);
  if (!own || !bytes || !format) return null;
  try {
    const read =
      (await findKeptReading(work, id, bytes, format, raw)) ??
      (await readSource({ bytes, format, language: own.language }));
    if (read.reading.text === raw) return { read, fileName: own.fileName, toDocument: (span) => span };
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
  }
  work.say(
    'kept',
    'A document’s own file reads otherwise now; its text came as it was, without the file’s form.',
    title,
  );
  return null;
}

/** A name for the file of a text: that of the source, with the ending of what is kept of it. */
const named = (title: string, ending: string): string =>
  title.toLowerCase().endsWith(ending) ? title : `${title}${ending}`;

/**
 * Decides what of a source becomes the document: its formatted text where that says the same as the plain one, else the plain
 * text, with the formatted one beside it.
 */
async function ready(
  work: Work,
  id: string,
  title: string,
  loaded: LoadedText | null,
  richPath: string | undefined,
): Promise<Readied | null> {
  const own = loaded && (await readOriginal(work, id, loaded, title));
  if (own) return own;
  const rich = await findFile(work, richPath, title, loaded !== null);
  const isDocx = rich !== null && /\.docx$/i.test(rich.name);
  const read = isDocx ? await readRich(work, rich.bytes, title) : null;
  if (!loaded) {
    if (!read) return null;
    work.say('kept', 'A source has no plain text; its formatted text is the document.', title);
    return { read, fileName: named(title, '.docx'), toDocument: (span) => span };
  }
  const language = work.restored?.documents.get(id)?.language ?? work.language;
  const plain = textSource(loaded.raw, language, loaded.bytes ?? undefined);
  const toPlain = ({ start, end }: Span) => ({
    start: plain.toCanonical(start),
    end: plain.toCanonical(end),
  });
  const alignment = read && SpaceAlignment.of(plain.read.reading.text, read.reading.text);
  if (read && alignment)
    return { read, fileName: named(title, '.docx'), toDocument: (span) => alignment.find(toPlain(span)) };
  if (rich) {
    if (read)
      work.say(
        'kept',
        'The formatted text of a source differs from its plain text, which is the document; it is kept beside it.',
        title,
      );
    work.keep({
      id: partOf(id, 'formatted'),
      name: named(title, `.${rich.name.split('.').at(-1) ?? 'docx'}`),
      mediaType: mediaTypeOf(rich.name),
      note: 'The formatted text of a source.',
      document: id,
      bytes: async () => (await findFile(work.quiet(), richPath, title))?.bytes ?? null,
    });
  }
  return { read: plain.read, fileName: named(title, '.txt'), toDocument: toPlain };
}

/** @returns a name for a source: its own, else that of a file of it */
export const titleOf = (element: XmlElement, ...paths: readonly (string | undefined)[]): string =>
  (element.attributes.get('name') ?? '').trim() ||
  lastPart(paths.find((path) => path !== undefined) ?? '').replace(/\.[^.]+$/, '') ||
  'Unnamed source';

/** @returns an identity for a source that becomes a document, another one where the file uses its GUID twice */
export function claimDocument(work: Work, element: XmlElement, title: string): string {
  const { id, isTwice } = work.identities.claim('source', element.attributes.get('guid'));
  if (isTwice) work.say('mended', 'Two sources had the same GUID; the second got another one.', title);
  return id;
}

/** Reads a source that is a text; also a picture's description and a transcript, which are texts in another source. */
export async function* readTextSource(
  work: Work,
  element: XmlElement,
  owner: XmlElement = element,
  selections: readonly XmlElement[] = childrenOf(element, 'PlainTextSelection'),
): AsyncGenerator<Piece> {
  const place = textPlaceOf(element);
  const title = titleOf(element, owner.attributes.get('name'), place.plainPath, place.richPath);
  const id = claimDocument(work, element, title);
  const loaded = await loadText(work, place, title);
  const readied = await ready(work, id, title, loaded, place.richPath);
  if (!readied) {
    work.say('left', 'A source has no text in the file.', title);
    keepWithoutText(work, selections, { id, title });
    return;
  }
  const text = loaded ?? { raw: readied.read.reading.text, hasMark: false, bytes: null, name: '' };
  const holder = { id, title };
  const all = [...selections, ...annotationsOf(work, element)];
  const { passages, unplaced } = textPassages(work, all, text, holder, readied.toDocument);
  keepUnplaced(work, unplaced, holder);
  const { read, fileName } = readied;
  yield documentPiece(work, element, { id, title, fileName, read, passages }, owner);
}
