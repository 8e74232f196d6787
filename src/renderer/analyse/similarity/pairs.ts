import type { Similarity } from '../../../contract/analyse.ts';
import { countWhile } from '../../../text/ascending.ts';

/** Two columns of a similarity, by their places, and how alike they are. */
export interface Pair {
  readonly a: number;
  readonly b: number;
  readonly value: number;
  readonly open: number;
}

/** How many columns are drawn at most; the table has all pairs. */
export const MOST = 40;

/** Values are put into so many shares of 1 before they are sorted: of two thousand documents there are two million. */
const SHARES = 65_535;

/** @returns the places of all pairs in `values`, the most alike first; equal ones in their order */
export function rankedPairs({ values }: Pick<Similarity, 'values'>): Uint32Array {
  const shareOf = (pair: number) => SHARES - Math.floor((values[pair] ?? 0) * SHARES);
  const from = new Uint32Array(SHARES + 2);
  for (const pair of values.keys()) from[shareOf(pair) + 1] = (from[shareOf(pair) + 1] ?? 0) + 1;
  for (let share = 0; share <= SHARES; share++) from[share + 1] = (from[share + 1] ?? 0) + (from[share] ?? 0);
  const next = from.slice();
  const ranked = new Uint32Array(values.length);
  for (const pair of values.keys()) {
    const at = next[shareOf(pair)] ?? 0;
    next[shareOf(pair)] = at + 1;
    ranked[at] = pair;
  }
  for (let share = 0; share <= SHARES; share++)
    ranked
      .subarray(from[share], from[share + 1])
      .sort((one, other) => (values[other] ?? 0) - (values[one] ?? 0) || one - other);
  return ranked;
}

/** The first column has a pair with each behind it, then the second, and so on. @returns where in `values` those of a column begin */
const firstOf = (column: number, columns: number): number => column * columns - (column * (column + 1)) / 2;

/** @param at the place of a pair in `values` */
export function pairAt({ columns, values, open }: Similarity, at: number): Pair {
  const count = columns.length;
  const a = countWhile(count - 1, (column) => firstOf(column, count) <= at) - 1;
  return { a, b: a + 1 + at - firstOf(a, count), value: values[at] ?? 0, open: open[at] ?? 0 };
}

/** A pair that is drawn: where its columns stand in the picture, and which of all pairs it is, the most alike first. */
export interface DrawnPair extends Pair {
  readonly places: readonly [number, number];
  readonly rank: number;
}

/** @param order of the columns that are drawn; @returns their pairs */
export function drawnPairs(
  { columns, values, open }: Similarity,
  ranked: Uint32Array,
  order: readonly number[],
): readonly DrawnPair[] {
  const ranks = new Uint32Array(ranked.length);
  for (const [rank, pair] of ranked.entries()) ranks[pair] = rank;
  return order.flatMap((one, index) =>
    order.slice(index + 1).map((other, step): DrawnPair => {
      const places = [index, index + 1 + step] as const;
      const [a, b] = one < other ? [one, other] : [other, one];
      const at = firstOf(a, columns.length) + (b - a - 1);
      return { a, b, value: values[at] ?? 0, open: open[at] ?? 0, places, rank: ranks[at] ?? 0 };
    }),
  );
}

/** @returns the two columns that are most alike; undefined where there are no two */
export function nearestPair(similarity: Similarity, ranked: Uint32Array): Pair | undefined {
  const [first] = ranked;
  return first === undefined ? undefined : pairAt(similarity, first);
}

/** @returns the columns that are drawn, those that are alike beside each other: of many, those with most codes */
export function drawnOrder({ columns, order }: Similarity): readonly number[] {
  const codes = (place: number) => columns[place]?.codes ?? 0;
  const first = new Set([...order].sort((a, b) => codes(b) - codes(a)).slice(0, MOST));
  return order.filter((place) => first.has(place));
}
