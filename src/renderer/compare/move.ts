import type { Cursor } from './view.ts';

/** How many rows and columns there are, apart from the head and the totals, and how many rows a page is. */
export interface Extent {
  readonly rows: number;
  readonly columns: number;
  readonly page: number;
}

const STEPS: Readonly<Record<string, Cursor>> = {
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
};

/** Keeps a cursor within the table, its head and its totals. */
export function within({ row, column }: Cursor, { rows, columns }: Extent): Cursor {
  return {
    row: Math.min(rows, Math.max(-1, row)),
    column: Math.min(columns, Math.max(-1, column)),
  };
}

/**
 * Where a key goes in the table.
 * @param key as the browser calls it; with `far` for Ctrl or ⌘
 * @param mirrored whether columns go from right to left
 * @returns null for a key that goes nowhere
 */
export function moved(
  from: Cursor,
  key: string,
  far: boolean,
  extent: Extent,
  mirrored: boolean,
): Cursor | null {
  const { row, column } = from;
  const { rows, columns, page } = extent;
  if (key === 'Home') return { row: far ? 0 : row, column: far ? 0 : -1 };
  if (key === 'End') return { row: far ? rows : row, column: columns };
  if (key === 'PageUp' || key === 'PageDown') {
    const by = key === 'PageUp' ? -page : page;
    return { row: Math.min(rows - 1, Math.max(0, row + by)), column };
  }
  const step = STEPS[key];
  if (step === undefined || far) return null;
  const sign = mirrored ? -1 : 1;
  return within({ row: row + step.row, column: column + sign * step.column }, extent);
}
