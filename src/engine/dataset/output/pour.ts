import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { cancelled } from './failure.ts';

/** What was written. */
export interface Poured {
  readonly bytes: number;
  /** Hexadecimal. */
  readonly sha256: string;
}

/** A text or bytes in pieces, or bytes as a whole. */
export type Content = Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array> | Uint8Array;

/** How much text (UTF-16 units) is gathered before it is written. */
const AT_ONCE = 256 * 1024;

/**
 * Writes piece by piece: text as UTF-8, bytes as they are.
 * @param write takes the next bytes; awaited before more are made, so that memory stays small
 * @throws ColligoError CANCELLED between two writes, once the signal is aborted
 */
export async function pour(
  content: Content,
  write: (bytes: Uint8Array) => Promise<void>,
  signal?: AbortSignal,
): Promise<Poured> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const piece of content instanceof Uint8Array ? [content] : gathered(content)) {
    if (signal?.aborted) throw cancelled();
    const encoded = typeof piece === 'string' ? Buffer.from(piece, 'utf8') : piece;
    hash.update(encoded);
    bytes += encoded.byteLength;
    await write(encoded);
  }
  return { bytes, sha256: hash.digest('hex') };
}

async function* gathered(
  content: Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>,
): AsyncGenerator<string | Uint8Array, void> {
  if (Symbol.asyncIterator in content) {
    // Whoever makes pieces asynchronously gathers enough of them.
    yield* content;
    return;
  }
  let pieces: string[] = [];
  let units = 0;
  for (const piece of content) {
    const isText = typeof piece === 'string';
    if (isText) {
      pieces.push(piece);
      units += piece.length;
    }
    if (isText && units < AT_ONCE) continue;
    if (units > 0) yield pieces.join('');
    pieces = [];
    units = 0;
    if (!isText) yield piece;
  }
  if (units > 0) yield pieces.join('');
}

/** Writes all of the bytes at a position; the system may take fewer at a time. */
export async function writeAll(file: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  let done = 0;
  while (done < bytes.byteLength) {
    const { bytesWritten } = await file.write(bytes, done, bytes.byteLength - done, position + done);
    done += bytesWritten;
  }
}
