import { createHash } from 'node:crypto';
import { countWhile } from '../../text/ascending.ts';
import { EXTRACTORS } from '../import/extractors.ts';
import { MEDIA_TYPES } from '../import/formats.ts';
import { LIMITS } from '../import/limits.ts';
import type { Parsed } from '../import/parsed.ts';
import { plainBlocks } from '../import/plain/read.ts';
import type { ReadFile } from '../import/read-source.ts';
import { readingOf } from '../import/reading-of.ts';
import { segment } from '../import/segment.ts';

/** A text of another program, as it wrote it and as it is kept. */
export interface TextSource {
  /** Without a byte order mark, line ends as in the file: what the other program's offsets count in. */
  readonly raw: string;
  readonly read: ReadFile;
  /** @returns where an offset of `raw` (UTF-16 units) lies in the canonical text; within CR LF it is the LF */
  toCanonical(offset: number): number;
}

/**
 * Makes a document of a plain text that another program holds. The canonical text is the same, with LF for CR LF and CR, and
 * U+FFFD for NUL and lone surrogates, as an import of a text file has it.
 * @param raw the text as decoded; a byte order mark at its start is taken off
 * @param bytes the file that it was decoded from, to be kept as the original; the text as UTF-8 where there is none
 * @param language BCP 47 tag
 */
export function textSource(raw: string, language: string, bytes?: Uint8Array): TextSource {
  const body = raw.startsWith('\uFEFF') ? raw.slice(1) : raw;
  const text = body.replace(/\r\n?/g, '\n').replaceAll('\0', '\uFFFD').toWellFormed();
  const parsed: Parsed = {
    text,
    blocks: plainBlocks(text),
    notices: [],
    extractor: EXTRACTORS.plain,
    encoding: 'utf-8',
  };
  const pairs = Uint32Array.from(body.matchAll(/\r\n/g), ({ index }) => index);
  return {
    raw: body,
    read: readFileOf(
      parsed,
      new Uint8Array(bytes ?? Buffer.from(body.toWellFormed(), 'utf8')),
      MEDIA_TYPES.plain,
      language,
    ),
    toCanonical: (offset) => offset - countWhile(pairs.length, (at) => (pairs[at] ?? 0) < offset),
  };
}

/**
 * Segments what was parsed, as an import of a file does.
 * @returns what the store keeps of it
 */
export function readFileOf(
  parsed: Parsed,
  bytes: Uint8Array<ArrayBuffer>,
  mediaType: string,
  language: string,
): ReadFile {
  const segments = segment(parsed.text, parsed.blocks, language, {
    most: LIMITS.words,
    isPrinted: (parsed.pages?.length ?? 0) > 0,
  });
  return {
    reading: readingOf(parsed, segments),
    bytes,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    mediaType,
    encoding: parsed.encoding,
    highlights: parsed.highlights ?? [],
  };
}
