import type { Reading } from '../../text/reading.ts';
import type { ImportErrorCode } from './errors.ts';
import type { Limits } from './limits.ts';
import type { Progress, Readable, ReadFile } from './read-source.ts';

/** What the engine asks its parse worker: one file at a time. */
export interface ParseRequest {
  readonly id: number;
  readonly source: Readable;
  readonly limits: Limits;
}

/** A file that was read, with its text as UTF-8: bytes are moved between threads, a string would be copied twice over. */
export type PackedFile = Omit<ReadFile, 'reading'> & {
  readonly reading: Omit<Reading, 'text'>;
  readonly text: Uint8Array<ArrayBuffer>;
};

/** Packs a file for its way between threads. The text is well-formed, so UTF-8 holds it exactly. */
export function packFile({ reading, ...file }: ReadFile): PackedFile {
  const { text, ...facts } = reading;
  return { ...file, reading: facts, text: new TextEncoder().encode(text) as Uint8Array<ArrayBuffer> };
}

/** Undoes `packFile`. */
export function unpackFile({ text, reading, ...file }: PackedFile): ReadFile {
  // A mark at the start of the canonical text is part of it.
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  return { ...file, reading: { ...reading, text: decoder.decode(text) } };
}

/** What the worker answers: any number of `progress`, then one of the others. */
export type ParseAnswer =
  | { readonly id: number; readonly type: 'progress'; readonly progress: Progress }
  | { readonly id: number; readonly type: 'done'; readonly file: PackedFile }
  | {
      readonly id: number;
      readonly type: 'failed';
      readonly code: ImportErrorCode;
      readonly message: string;
    };
