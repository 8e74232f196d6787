import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { cancelled } from './failure.ts';

/** What was written. */
export interface Poured {
  readonly bytes: number;
  /** Hexadecimal. */
  readonly sha256: string;
}

/** A text in pieces, or the bytes of anything else. */
export type Content = Iterable<string> | Uint8Array;

/** How much text (UTF-16 units) is gathered before it is written. */
const AT_ONCE = 256 * 1024;

/**
 * Writes a text piece by piece as UTF-8, or bytes as they are.
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
  for (const piece of content instanceof Uint8Array ? [content] : gathered(content)) {
    if (signal?.aborted) throw cancelled();
    const encoded = typeof piece === 'string' ? Buffer.from(piece, 'utf8') : piece;
    hash.update(encoded);
    bytes += encoded.byteLength;
    await write(encoded);
  }
  return { bytes, sha256: hash.digest('hex') };
}

function* gathered(content: Iterable<string>): Generator<string, void> {
  let pieces: string[] = [];
  let units = 0;
  for (const piece of content) {
    pieces.push(piece);
    units += piece.length;
    if (units < AT_ONCE) continue;
    yield pieces.join('');
    pieces = [];
    units = 0;
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
