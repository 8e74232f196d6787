import * as z from 'zod';
import { type Kind, pack, unpack } from '../../cache/packed.ts';
import type { Numbered } from '../numbered.ts';

/** Words of texts as they were left for the next start. */
export interface LeftWords {
  /** Forms of words; a word's number is its place. */
  readonly vocabulary: readonly string[];
  /** By readings.id, as digits. */
  readonly readings: ReadonlyMap<string, Numbered>;
}

const Head = z.object({
  /** Small letters are made by the rules of this version of Unicode. */
  unicode: z.literal(process.versions['unicode']),
  vocabulary: z.array(z.string()),
  /** Id of each reading, and how many words it has. */
  readings: z.array(z.tuple([z.string(), z.int().nonnegative()])),
});
type Head = z.infer<typeof Head>;

/** The version is also raised whenever words are counted by another form. */
const KIND: Kind<Head> = { magic: 0x574c4c43, version: 1, head: Head };

/** Packs words: a head in JSON, then four bytes a word, so that what is read is used as it lies. */
export function packWords({ vocabulary, readings }: LeftWords): Uint8Array {
  const sizes = [...readings].map(([id, numbers]): Head['readings'][number] => [id, numbers.length]);
  const head = { unicode: process.versions['unicode'], vocabulary: [...vocabulary], readings: sizes };
  return pack(KIND, head, [...readings.values()]);
}

/**
 * @param bytes may be anything; the numbers go on using their memory
 * @returns what was packed; null where this is no file of ours, of another version, or not whole
 */
export function unpackWords(bytes: Uint8Array<ArrayBuffer>): LeftWords | null {
  const unpacked = unpack(KIND, bytes);
  if (unpacked === null) return null;
  const { head, numbers } = unpacked;
  const { vocabulary, readings: sizes } = head;
  if (numbers.length !== sizes.reduce((sum, [, size]) => sum + size, 0)) return null;
  const readings = new Map<string, Numbered>();
  let at = 0;
  for (const [id, size] of sizes) {
    readings.set(id, numbers.subarray(at, at + size));
    at += size;
  }
  return { vocabulary, readings };
}
