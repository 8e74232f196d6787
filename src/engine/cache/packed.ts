import { crc32 } from 'node:zlib';
import type * as z from 'zod';

/** One kind of file: a head in JSON, then numbers of four bytes, so that what is read is used as it lies. */
export interface Kind<Head> {
  /** What the file begins with, in the order of bytes of this machine, so that a file of another kind of machine is none of ours. */
  readonly magic: number;
  /** Raised whenever the layout changes, or what stands in it means something else. */
  readonly version: number;
  readonly head: z.ZodType<Head>;
}

/** Magic, version, checksum of all that follows, and how many bytes the head has; four bytes each. */
const PREFIX = 16;

/** Where that begins of which the checksum is. */
const CHECKED = 12;

/** @returns a file of a kind, with all numbers one behind the other */
export function pack<Head>(kind: Kind<Head>, head: Head, numbers: readonly Int32Array[]): Uint8Array {
  const said = Buffer.from(JSON.stringify(head));
  // Numbers of four bytes have to begin at a multiple of four.
  const headSize = Math.ceil(said.length / 4) * 4;
  const size = numbers.reduce((sum, each) => sum + each.byteLength, 0);
  const bytes = Buffer.alloc(PREFIX + headSize + size, ' ');
  said.copy(bytes, PREFIX);
  let to = PREFIX + headSize;
  for (const { buffer, byteOffset, byteLength } of numbers) {
    bytes.set(new Uint8Array(buffer, byteOffset, byteLength), to);
    to += byteLength;
  }
  const prefix = prefixOf(bytes);
  prefix.set([kind.magic, kind.version, 0, headSize]);
  prefix[2] = crc32(bytes.subarray(CHECKED));
  return bytes;
}

/**
 * @param bytes may be anything; the numbers go on using their memory
 * @returns what was packed; null where this is no file of the kind, of another version, or not whole
 */
export function unpack<Head>(
  kind: Kind<Head>,
  bytes: Uint8Array<ArrayBuffer>,
): { readonly head: Head; readonly numbers: Int32Array<ArrayBuffer> } | null {
  if (bytes.length < PREFIX || bytes.length % 4 !== 0 || bytes.byteOffset % 4 !== 0) return null;
  const [magic, version, checksum, headSize = 0] = prefixOf(bytes);
  if (magic !== kind.magic || version !== kind.version || checksum !== crc32(bytes.subarray(CHECKED)))
    return null;
  const said = Buffer.from(bytes.buffer, bytes.byteOffset + PREFIX, headSize).toString();
  const head = kind.head.safeParse(JSON.parse(said));
  if (!head.success) return null;
  const begin = PREFIX + headSize;
  const numbers = new Int32Array(bytes.buffer, bytes.byteOffset + begin, (bytes.length - begin) / 4);
  return { head: head.data, numbers };
}

const prefixOf = (bytes: Uint8Array): Uint32Array =>
  new Uint32Array(bytes.buffer, bytes.byteOffset, PREFIX / 4);
