import type { ShownCell, ShownTable } from './shown.ts';

/** The column that rows are sorted by: its place; and whether the greatest stands first. */
export interface Sorting {
  readonly column: number;
  readonly descending: boolean;
}

const collator = new Intl.Collator(undefined, { numeric: true });

/** What is not known comes last, whichever way the others stand. */
function compared(a: ShownCell, b: ShownCell, sign: number): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  if (typeof a === 'number' && typeof b === 'number') return sign * (a - b);
  return sign * collator.compare(String(a), String(b));
}

/**
 * Sorts by a column; equal rows stay as the view gave them. What is different is sorted, not each row: of millions of rows many say
 * the same.
 * @returns the places of the rows in their order; null for all as the view gave them
 */
export function sortedPlaces(
  { count, cells }: Pick<ShownTable, 'count' | 'cells'>,
  sorting: Sorting | null,
): Uint32Array | null {
  if (sorting === null) return null;
  const { column, descending } = sorting;
  const met = new Map<ShownCell, number>();
  const which = new Uint32Array(count);
  for (let place = 0; place < count; place++) {
    const cell = cells(place)[column] ?? null;
    const known = met.get(cell) ?? met.size;
    if (known === met.size) met.set(cell, known);
    which[place] = known;
  }
  return piled(which, ranksOf([...met.keys()], descending ? -1 : 1));
}

/** @returns by the place of each of some different cells its rank; those that compare as equal have the same */
function ranksOf(different: readonly ShownCell[], sign: number): Uint32Array {
  const order = different.map((cell, at) => ({ cell, at }));
  order.sort((a, b) => compared(a.cell, b.cell, sign));
  const ranks = new Uint32Array(different.length);
  let rank = 0;
  for (const [index, { cell, at }] of order.entries()) {
    const before = order[index - 1];
    if (before !== undefined && compared(before.cell, cell, sign) !== 0) rank++;
    ranks[at] = rank;
  }
  return ranks;
}

/** @returns the places of `which` by the rank of what they hold, equal ones as they come */
function piled(which: Uint32Array, ranks: Uint32Array): Uint32Array {
  const next = new Uint32Array(ranks.length + 1);
  for (const one of which) next[(ranks[one] ?? 0) + 1] = (next[(ranks[one] ?? 0) + 1] ?? 0) + 1;
  for (let rank = 0; rank < ranks.length; rank++) next[rank + 1] = (next[rank + 1] ?? 0) + (next[rank] ?? 0);
  const places = new Uint32Array(which.length);
  for (const [place, one] of which.entries()) {
    const rank = ranks[one] ?? 0;
    const at = next[rank] ?? 0;
    next[rank] = at + 1;
    places[at] = place;
  }
  return places;
}

/** What a press on a title comes to: numbers from the greatest, words from the first letter, then the other way, then none. */
export function nextSorting(now: Sorting | null, column: number, numeric: boolean): Sorting | null {
  if (now?.column !== column) return { column, descending: numeric };
  return now.descending === numeric ? { column, descending: !numeric } : null;
}
