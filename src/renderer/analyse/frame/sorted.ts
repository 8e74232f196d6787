import type { ShownRow } from './shown.ts';

/** The column that rows are sorted by: its place; and whether the greatest stands first. */
export interface Sorting {
  readonly column: number;
  readonly descending: boolean;
}

const collator = new Intl.Collator(undefined, { numeric: true });

/** What is not known comes last, whichever way the others stand. */
function compared(a: string | number | null, b: string | number | null, sign: number): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  if (typeof a === 'number' && typeof b === 'number') return sign * (a - b);
  return sign * collator.compare(String(a), String(b));
}

/** Sorts by a column; equal rows, and all where there is no sorting, stay as the view gave them. */
export function sortedRows(rows: readonly ShownRow[], sorting: Sorting | null): readonly ShownRow[] {
  if (sorting === null) return rows;
  const { column, descending } = sorting;
  const sign = descending ? -1 : 1;
  return rows.toSorted((a, b) => compared(a.cells[column] ?? null, b.cells[column] ?? null, sign));
}

/** What a press on a title comes to: numbers from the greatest, words from the first letter, then the other way, then none. */
export function nextSorting(now: Sorting | null, column: number, numeric: boolean): Sorting | null {
  if (now?.column !== column) return { column, descending: numeric };
  return now.descending === numeric ? { column, descending: !numeric } : null;
}
