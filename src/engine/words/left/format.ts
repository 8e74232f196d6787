import { crc32 } from 'node:zlib';
import * as z from 'zod';
import type { Numbered } from '../numbered.ts';

/** Words of texts as they were left for the next start. */
export interface LeftWords {
  /** Forms of words; a word's number is its place. */
  readonly vocabulary: readonly string[];
  /** By readings.id, as digits. */
  readonly readings: ReadonlyMap<string, Numbered>;
}

/** What the file begins with, in the order of bytes of this machine, so that a file of another kind of machine is none of ours. */
const MAGIC = 0x574c4c43;

/** Raised whenever the layout changes, or the form that a word is counted by. */
const VERSION = 1;

/** Magic, version, checksum of all that follows, and how many bytes the head has; four bytes each. */
const PREFIX = 16;

/** Where that begins of which the checksum is. */
const CHECKED = 12;

const Head = z.object({
  /** Small letters are made by the rules of this version of Unicode. */
  unicode: z.literal(process.versions['unicode']),
  vocabulary: z.array(z.string()),
  /** Id of each reading, and how many words it has. */
  readings: z.array(z.tuple([z.string(), z.int().nonnegative()])),
});
type Head = z.infer<typeof Head>;

/** Packs words: a head in JSON, then four bytes a word, so that what is read is used as it lies. */
export function packWords({ vocabulary, readings }: LeftWords): Uint8Array {
  const sizes = [...readings].map(([id, numbers]): Head['readings'][number] => [id, numbers.length]);
  const head = Buffer.from(
    JSON.stringify({
      unicode: process.versions['unicode'],
      vocabulary: [...vocabulary],
      readings: sizes,
    } satisfies Head),
  );
  // Numbers of four bytes have to begin at a multiple of four.
  const headSize = Math.ceil(head.length / 4) * 4;
  const words = sizes.reduce((sum, [, size]) => sum + size, 0);
  const bytes = Buffer.alloc(PREFIX + headSize + words * 4, ' ');
  head.copy(bytes, PREFIX);
  let to = PREFIX + headSize;
  for (const numbers of readings.values()) {
    bytes.set(new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength), to);
    to += numbers.byteLength;
  }
  const prefix = prefixOf(bytes);
  prefix.set([MAGIC, VERSION, 0, headSize]);
  prefix[2] = crc32(bytes.subarray(CHECKED));
  return bytes;
}

/**
 * @param bytes may be anything; the numbers go on using their memory
 * @returns what was packed; null where this is no file of ours, of another version, or not whole
 */
export function unpackWords(bytes: Uint8Array<ArrayBuffer>): LeftWords | null {
  if (bytes.length < PREFIX || bytes.length % 4 !== 0 || bytes.byteOffset % 4 !== 0) return null;
  const [magic, version, checksum, headSize = 0] = prefixOf(bytes);
  if (magic !== MAGIC || version !== VERSION || checksum !== crc32(bytes.subarray(CHECKED))) return null;
  const head = Head.safeParse(
    JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset + PREFIX, headSize).toString()),
  );
  if (!head.success) return null;
  const { vocabulary, readings: sizes } = head.data;
  const begin = PREFIX + headSize;
  const numbers = new Int32Array(bytes.buffer, bytes.byteOffset + begin, (bytes.length - begin) / 4);
  if (numbers.length !== sizes.reduce((sum, [, size]) => sum + size, 0)) return null;
  const readings = new Map<string, Numbered>();
  let at = 0;
  for (const [id, size] of sizes) {
    readings.set(id, numbers.subarray(at, at + size));
    at += size;
  }
  return { vocabulary, readings };
}

const prefixOf = (bytes: Uint8Array): Uint32Array =>
  new Uint32Array(bytes.buffer, bytes.byteOffset, PREFIX / 4);
