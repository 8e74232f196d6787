import { ImportError } from './errors.ts';
import type { Format } from './formats.ts';

/** What reading one file may take. */
export interface Limits {
  /** Largest file, in bytes. */
  readonly bytes: Readonly<Record<Format, number>>;
  /** Most blocks; each costs memory several times over on its way into the store. */
  readonly blocks: number;
  /** Most words, and most sentences. */
  readonly words: number;
  /**
   * Longest time for one file, in milliseconds: so much for any, and so much more for every megabyte of it. A file that is
   * read page by page may take so long for every page instead.
   */
  readonly time: number;
  readonly timePerMegabyte: number;
  /** Largest heap of the worker in use, in megabytes; typed arrays and the file's bytes come on top. */
  readonly heap: number;
}

/** A megabyte as file managers on Windows and most programs count it. */
export const MIB = 1024 * 1024;

export const LIMITS: Limits = {
  bytes: {
    plain: 52 * MIB,
    markdown: 32 * MIB,
    pdf: 256 * MIB,
    docx: 64 * MIB,
    html: 32 * MIB,
    picture: 128 * MIB,
  },
  blocks: 1_000_000,
  words: 12_000_000,
  time: 20_000,
  timePerMegabyte: 6_000,
  heap: 512,
};

/** A size as people say it. */
export const inMegabytes = (bytes: number): string => `${Math.floor((bytes / MIB) * 10) / 10} MB`;

/** What to say of a file that holds more of something than can be read. */
export function tooMany(most: number, things: string): ImportError {
  const advice = 'split it and import the pieces';
  return new ImportError(
    'too_complex',
    `The file has more than ${most.toLocaleString('en')} ${things}: ${advice}.`,
  );
}

/** What to say of a file that is larger than its format may be. Takes bytes. */
export function tooLarge(size: number, limit: number): ImportError {
  const advice = `more than the ${inMegabytes(limit)} that can be read of this format: split it and import the pieces.`;
  return new ImportError('too_large', `The file holds ${inMegabytes(size)}, ${advice}`);
}
