import type { Next } from './Editor.tsx';
import type { Cursor } from './state.ts';

/** How many rows and columns there are, apart from the titles, and how many rows a page is. */
export interface Extent {
  readonly rows: number;
  readonly columns: number;
  readonly page: number;
}

/** Keeps a place within the table and its titles, of which there is one more where an attribute can be added. */
export const within = ({ row, column }: Cursor, { rows, columns }: Extent, titles: number): Cursor => {
  const inRow = Math.min(rows - 1, Math.max(-1, row));
  return { row: inRow, column: Math.min((inRow === -1 ? titles : columns) - 1, Math.max(0, column)) };
};

/**
 * Where a key goes, as in a spreadsheet.
 * @param far with Ctrl or ⌘: to the end of the way
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
  const on = mirrored ? 'ArrowLeft' : 'ArrowRight';
  const back = mirrored ? 'ArrowRight' : 'ArrowLeft';
  if (key === 'ArrowUp') return { row: far ? Math.min(0, rows - 1) : row - 1, column };
  if (key === 'ArrowDown') return { row: far ? rows - 1 : row + 1, column };
  if (key === on) return { row, column: far ? columns - 1 : column + 1 };
  if (key === back) return { row, column: far ? 0 : column - 1 };
  if (key === 'Home') return { row: far ? 0 : row, column: 0 };
  if (key === 'End') return { row: far ? rows - 1 : row, column: columns - 1 };
  if (key === 'PageUp') return { row: Math.max(0, row - page), column };
  if (key === 'PageDown') return { row: Math.min(rows - 1, row + page), column };
  return null;
}

/** Where one goes on after an edit: at the end of a row with the next one. */
export function after({ row, column }: Cursor, next: Next, { rows, columns }: Extent): Cursor {
  if (next === 'down') return { row: Math.min(rows - 1, row + 1), column };
  if (next === 'up') return { row: Math.max(0, row - 1), column };
  if (next === 'stay') return { row, column };
  const place = row * columns + column + (next === 'on' ? 1 : -1);
  const kept = Math.min(rows * columns - 1, Math.max(0, place));
  return { row: Math.floor(kept / columns), column: kept % columns };
}
