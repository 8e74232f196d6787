import type { Similarity } from '../../../contract/analyse.ts';

/** Two columns of a similarity, by their places, and how alike they are. */
export interface Pair {
  readonly a: number;
  readonly b: number;
  readonly value: number;
  readonly open: number;
}

/** How many columns are drawn at most; the table has all pairs. */
export const MOST = 40;

/** @returns all pairs, the most alike first */
export function pairsOf({ columns, values, open }: Similarity): readonly Pair[] {
  const pairs: Pair[] = [];
  for (let a = 0; a < columns.length; a++)
    for (let b = a + 1; b < columns.length; b++) {
      const at = pairs.length;
      pairs.push({ a, b, value: values[at] ?? 0, open: open[at] ?? 0 });
    }
  return pairs.sort((one, other) => other.value - one.value);
}

/** @returns the columns that are drawn, those that are alike beside each other: of many, those with most codes */
export function drawnOrder({ columns, order }: Similarity): readonly number[] {
  const codes = (place: number) => columns[place]?.codes ?? 0;
  const first = new Set([...order].sort((a, b) => codes(b) - codes(a)).slice(0, MOST));
  return order.filter((place) => first.has(place));
}
