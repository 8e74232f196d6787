import { create } from 'zustand';
import type { Sheet, SheetRow } from '../sheet.ts';
import { useShownTable } from '../shown.ts';
import { useComparison } from '../view.ts';

/** What names a cell of the board, however its rows and columns are arranged. */
export const cellKey = (code: string, column: string): string => `${code} ${column}`;

/** What goes on on the board; nothing of it outlives the screen. */
interface Board {
  /** By cell which of its quotes is shown, from 0; the first where it is not named. */
  readonly at: ReadonlyMap<string, number>;
  /** The cell whose summary is being written. */
  readonly editing: string | null;
}

export const useBoard = create<Board>(() => ({ at: new Map(), editing: null }));

// In another order, or of another coder, the third quote is another one.
useComparison.subscribe((now, before) => {
  const names = ['quoteSort', 'coder', 'rollUp', 'columns', 'projectId'] as const;
  if (names.some((name) => now[name] !== before[name])) useBoard.setState({ at: new Map(), editing: null });
});

/** The cell that the cursor is in. */
export interface PresentCell {
  readonly sheet: Sheet;
  readonly row: SheetRow;
  /** Place of the column. */
  readonly column: number;
  readonly key: string;
  /** How many quotes it has. */
  readonly total: number;
}

/** @returns the cell that has the cursor while quotes are shown; null where there is none */
export function presentCell(): PresentCell | null {
  const { table } = useShownTable.getState();
  const { cursor, face } = useComparison.getState();
  const row = table?.sheet.rows[cursor.row];
  const column = table?.sheet.columns[cursor.column];
  if (table === null || row === undefined || column === undefined || face !== 'quotes') return null;
  const total = row.cells.get(cursor.column)?.spans ?? 0;
  return { sheet: table.sheet, row, column: cursor.column, key: cellKey(row.code.id, column.id), total };
}

/** Which quote of a cell is shown: what was chosen, as far as there still are so many. */
export const shownAt = (at: number | undefined, total: number): number =>
  Math.max(0, Math.min(at ?? 0, total - 1));

/** Shows the next quote of a cell or the one before; behind the last stands the first. */
export function stepQuote(key: string, total: number, by: 1 | -1): void {
  if (total === 0) return;
  useBoard.setState(({ at }) => ({
    at: new Map(at).set(key, (shownAt(at.get(key), total) + by + total) % total),
  }));
}
