import type { Likeness, Similarity } from './analyse.ts';
import { NumberReader, NumberWriter } from './numbers.ts';

/** What the likeness of columns is made of. Pairs stand as in `Similarity.values`. */
export interface LikenessSums extends Omit<Similarity, 'values' | 'open'> {
  readonly likeness: Likeness;
  /** By column how many codes it has; for `cosine` the sum of the squares of its places by code. */
  readonly own: ArrayLike<number>;
  /** By pair the codes that both have; for `cosine` the sum of the products of their places by code. */
  readonly both: ArrayLike<number>;
  readonly open: ArrayLike<number>;
}

/** The same as it travels: two thousand documents are two million pairs. */
export interface PackedSimilarity extends Omit<Similarity, 'values' | 'open'> {
  readonly likeness: Likeness;
  readonly own: readonly number[];
  /** Numbers as text: of each pair `both` and `open`. */
  readonly packed: string;
}

/** @returns sums as they travel */
export function packSimilarity({ both, open, own, ...rest }: LikenessSums): PackedSimilarity {
  const numbers = new NumberWriter();
  for (let pair = 0; pair < both.length; pair++) {
    numbers.add(both[pair] ?? 0);
    numbers.add(open[pair] ?? 0);
  }
  return { ...rest, own: Array.from(own), packed: numbers.text() };
}

/** @returns the likeness that was packed */
export function unpackSimilarity({ packed, ...rest }: PackedSimilarity): Similarity {
  const numbers = new NumberReader(packed);
  const both: number[] = [];
  const open: number[] = [];
  while (!numbers.isDone) {
    both.push(numbers.next());
    open.push(numbers.next());
  }
  return similarityFrom({ ...rest, both, open });
}

/** @returns what the sums come to */
export function similarityFrom({ likeness, own, both, open, ...rest }: LikenessSums): Similarity {
  return { ...rest, values: Array.from(valuesOf({ likeness, own, both })), open: Array.from(open) };
}

/** @returns how alike the columns of each pair are, from 0 to 1 */
export function valuesOf({
  likeness,
  own,
  both,
}: Pick<LikenessSums, 'likeness' | 'own' | 'both'>): Float64Array {
  const values = new Float64Array((own.length * (own.length - 1)) / 2);
  for (let a = 0, pair = 0; a < own.length; a++)
    for (let b = a + 1; b < own.length; b++, pair++) {
      const shared = both[pair] ?? 0;
      const one = own[a] ?? 0;
      const other = own[b] ?? 0;
      const whole = likeness === 'jaccard' ? one + other - shared : Math.sqrt(one * other);
      // Rounding may lift the cosine of equal columns above 1.
      values[pair] = Math.min(1, shared / whole);
    }
  return values;
}
