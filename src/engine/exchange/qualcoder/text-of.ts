import type { Span } from '../../../text/reading.ts';
import { decode } from '../../import/decode.ts';
import { ImportError } from '../../import/errors.ts';
import { type Format, formatOf } from '../../import/formats.ts';
import { LIMITS } from '../../import/limits.ts';
import { type ReadFile, readSource } from '../../import/read-source.ts';
import { QuotedText } from '../anchoring/quoted-text.ts';
import { squeeze } from '../anchoring/squeezed.ts';
import { type TextSource, textSource } from '../text-source.ts';
import { type MediaPath, readInside } from './media-path.ts';

/** The file that a text was taken from, where it is at hand. */
export interface Original {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly format: Format | null;
}

/** @returns the file of a text, also where a plain one of the same name lies in its place; null where there is none */
export function originalOf(folder: string, path: MediaPath): Original | null {
  const most = Math.max(...Object.values(LIMITS.bytes));
  const plain = { ...path, name: path.name.replace(/\.[^.]*$/, '.txt') };
  for (const candidate of [path, plain]) {
    const bytes = readInside(folder, candidate, most);
    if (bytes) return { name: candidate.name, bytes, format: formatOf(candidate.name) };
  }
  return null;
}

/**
 * @param fulltext what QualCoder coded
 * @returns the text as a document; the original's bytes are kept with it where they are that very text
 */
export function plainSource(
  fulltext: string,
  language: string,
  original: Original | null,
): TextSource & { isOriginal: boolean } {
  const source = textSource(fulltext, language);
  if (original?.format !== 'plain' || !reads(original.bytes, source.read.reading.text))
    return { ...source, isOriginal: false };
  return { ...textSource(fulltext, language, original.bytes), isOriginal: true };
}

function reads(bytes: Uint8Array<ArrayBuffer>, text: string): boolean {
  try {
    return decode(bytes).text.replace(/^\uFEFF/, '') === text;
  } catch (error) {
    if (error instanceof ImportError) return false;
    throw error;
  }
}

/** An original as an import reads it, and where in it the selections lie. */
export interface Reread {
  readonly read: ReadFile;
  /** In the order of the selections. */
  readonly spans: readonly Span[];
}

/**
 * Reads the original as an import does, so that a PDF has its pages. QualCoder takes texts out of files in its own way, so
 * that every selection has to be found again.
 * @param text what was coded
 * @param spans where the selections lie in it
 * @returns null where the file can't be read, or does not hold every selection; of anything but a PDF, the whole text
 */
export async function reread(
  original: Original,
  text: string,
  spans: readonly Span[],
  language: string,
): Promise<Reread | null> {
  const { format, bytes } = original;
  if (format === null || format === 'plain' || format === 'markdown' || format === 'picture') return null;
  const read = await readSource({ bytes, format, language }).catch((error: unknown) => {
    if (error instanceof ImportError) return null;
    throw error;
  });
  if (!read) return null;
  const other = read.reading.text;
  if (format !== 'pdf' && squeeze(other, 'marks') !== squeeze(text, 'marks')) return null;
  const target = new QuotedText(other);
  const found: Span[] = [];
  for (const span of spans) {
    const place = placeIn(target, text, span);
    if (!place) return null;
    found.push(place);
  }
  return { read, spans: found };
}

/** How much around a selection tells it from others of the same words. */
const AROUND = 40;

/** @returns where the words of a span of one text stand in the other: with the same words around, else about as far into it */
function placeIn(target: QuotedText, text: string, { start, end }: Span): Span | null {
  const guess = Math.round((start / text.length) * target.text.length);
  const near = { start: guess, end: guess };
  const quote = {
    exact: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - AROUND), start),
    suffix: text.slice(end, end + AROUND),
  };
  return target.find(near, quote)?.span ?? null;
}
