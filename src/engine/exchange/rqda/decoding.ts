import { guessEncoding, readAs } from '../../import/encoding.ts';
import type { ForeignFile, RowOptions } from '../sqlite/file.ts';
import type { ForeignRow } from '../sqlite/row.ts';

/** So many bytes tell an encoding. */
const SAMPLE = 64 * 1024;

/** Reads texts that RQDA wrote in whatever encoding Windows had, as old files have them, under the name of UTF-8. */
export class Decoding {
  readonly #file: ForeignFile;
  #encoding: string | null = null;

  /** Looks through the longest texts first: a name is too short to tell what it is written in. */
  constructor(file: ForeignFile) {
    this.#file = file;
    const sample: Uint8Array[] = [];
    let size = 0;
    for (const row of this.rows('source', [], ['file'])) {
      const bytes = row.bytes('file');
      if (!file.isUtf8 || size > SAMPLE) break;
      if (strictUtf8(bytes) !== null) continue;
      sample.push(bytes.subarray(0, SAMPLE));
      size += bytes.length;
    }
    if (sample.length > 0) this.#encoding = guessEncoding(Buffer.concat(sample));
  }

  /** What else than UTF-8 was met; null for nothing. */
  get encoding(): string | null {
    return this.#encoding;
  }

  /** @param texts columns that `text` will be asked for; other options as for any table */
  rows(table: string, columns: readonly string[], texts: readonly string[], options: RowOptions = {}) {
    const all = [...columns, ...texts];
    // A file in UTF-16 gives no bytes that could be anything else.
    return this.#file.rows(table, all, this.#file.isUtf8 ? { ...options, bytes: texts } : options);
  }

  /** @returns a text of a column that was named as one */
  text(row: ForeignRow, column: string): string {
    if (!this.#file.isUtf8) return row.text(column);
    const bytes = row.bytes(column);
    const text = strictUtf8(bytes);
    if (text !== null) return text;
    this.#encoding ??= guessEncoding(bytes);
    return readAs(bytes, this.#encoding).toWellFormed();
  }
}

function strictUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}
