import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import type { Reading } from '../../text/reading.ts';
import { ImportError } from './errors.ts';
import { type Format, MEDIA_TYPES } from './formats.ts';
import { LIMITS, type Limits, tooLarge } from './limits.ts';
import type { FoundHighlight, Parsed } from './parsed.ts';
import { PARSERS } from './parsers.ts';
import { readingOf } from './reading-of.ts';
import { segment } from './segment.ts';

/** A file to be read: where it lies, or the bytes that were dropped onto the page. */
export interface Readable {
  readonly path?: string;
  readonly bytes?: Uint8Array;
  readonly format: Format;
  /** BCP 47 tag of the language that the text is in. */
  readonly language: string;
  /** Whether that is only supposed, and what the file itself says goes before. */
  readonly isSupposed?: boolean;
  /** SHA-256 that the file must have, hexadecimal in lower case. */
  readonly sha256?: string;
}

/** A file that was read. */
export interface ReadFile {
  readonly reading: Reading;
  /** The original, byte for byte, to be kept beside the text. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** SHA-256 of the original, hexadecimal in lower case. */
  readonly sha256: string;
  readonly mediaType: string;
  readonly encoding: string;
  /** Highlights that came with the file. */
  readonly highlights: readonly FoundHighlight[];
}

export interface Progress {
  readonly stage: 'reading' | 'parsing' | 'segmenting';
  /** How much of the stage is done, from 0 to 1. */
  readonly share: number;
  /** Of a file that has pages: the one that was read last, from 1, of so many. */
  readonly page?: number;
  readonly pages?: number;
}

/** @returns the language that a file says it is in, where that is a tag; null where it is none */
function saidLanguage({ language }: Parsed): string | null {
  try {
    return Intl.getCanonicalLocales(language?.trim() || [])[0] ?? null;
  } catch {
    return null;
  }
}

const REASONS: Readonly<Record<string, readonly [code: 'missing' | 'unreadable', message: string]>> = {
  ENOENT: ['missing', 'The file is not there any more: choose it again.'],
  EACCES: ['unreadable', 'The file may not be read by you: change its permissions or copy it elsewhere.'],
  EPERM: ['unreadable', 'The file may not be read by you: change its permissions or copy it elsewhere.'],
};

async function load(path: string, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  try {
    await using file = await open(path, 'r');
    const facts = await file.stat();
    if (!facts.isFile()) throw new ImportError('unreadable', 'This is not a file: choose a text.');
    if (facts.size > limit) throw tooLarge(facts.size, limit);
    // Exactly the size that was allowed, even if the file grows meanwhile.
    const bytes = new Uint8Array(facts.size);
    let filled = 0;
    while (filled < bytes.length) {
      const { bytesRead } = await file.read(bytes, filled, bytes.length - filled);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    return filled === bytes.length ? bytes : bytes.slice(0, filled);
  } catch (error) {
    if (error instanceof ImportError) throw error;
    const code = (error as NodeJS.ErrnoException).code ?? '';
    const [kind, message] = REASONS[code] ?? [
      'unreadable',
      'The file could not be read from the disk: copy it elsewhere.',
    ];
    throw new ImportError(kind, message, { cause: error });
  }
}

/**
 * Reads one file: bytes, text, blocks, words and sentences. Runs in the parse worker.
 * Throws ImportError, whose message is for the import report.
 */
export async function readSource(
  source: Readable,
  onProgress: (progress: Progress) => void = () => {},
  limits: Limits = LIMITS,
): Promise<ReadFile> {
  const { format } = source;
  onProgress({ stage: 'reading', share: 0 });
  const bytes = source.bytes
    ? new Uint8Array(source.bytes)
    : await load(source.path ?? '', limits.bytes[format]);
  if (bytes.length > limits.bytes[format]) throw tooLarge(bytes.length, limits.bytes[format]);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  if (source.sha256 !== undefined && source.sha256 !== sha256) {
    const advice = 'get the file that the manifest means, or correct the manifest';
    throw new ImportError('checksum', `The file does not match the manifest's SHA-256: ${advice}.`);
  }
  if (bytes.length === 0) throw new ImportError('empty', 'The file is empty: choose one that holds text.');
  onProgress({ stage: 'parsing', share: 0 });
  const parsed = await PARSERS[format](bytes, {
    limits,
    onShare: (share, at) => onProgress({ stage: 'parsing', share, ...at }),
  });
  // A scanned page can still be coded as a picture.
  const hasPages = (parsed.pages?.length ?? 0) > 0;
  if (!hasPages && parsed.blocks.every((block) => block.kind === 'page_break')) {
    throw new ImportError('empty', 'The file shows no text, only markup: choose one that holds text.');
  }
  onProgress({ stage: 'segmenting', share: 0 });
  const language = (source.isSupposed && saidLanguage(parsed)) || source.language;
  const segments = segment(parsed.text, parsed.blocks, language, {
    onProgress: (share) => onProgress({ stage: 'segmenting', share }),
    most: limits.words,
    isPrinted: hasPages,
  });
  return {
    reading: readingOf(parsed, segments),
    bytes,
    sha256,
    mediaType: format === 'picture' ? (parsed.mediaType ?? 'image/png') : MEDIA_TYPES[format],
    encoding: parsed.encoding,
    highlights: parsed.highlights ?? [],
  };
}
