import { useRowHeight } from '../../state/rows.ts';
import type { Column } from './model.ts';

/** What the table is drawn by, px. */
export interface Sizes {
  /** The column of names, and each other one. */
  readonly head: number;
  readonly column: number;
  /** The room for the title that adds an attribute. */
  readonly add: number;
  readonly row: number;
}

const NARROWEST = 120;
const WIDEST = 220;
const ADD = 40;
const MORE = 4;

/** How large cells are: columns share what room there is, and begin to scroll where they would become too narrow. */
export function useTableSizes(width: number, columns: readonly Column[]): Sizes {
  const row = useRowHeight() + MORE;
  const head = Math.round(Math.min(320, Math.max(160, width * 0.25)));
  const room = (width - head - ADD) / Math.max(1, columns.length - 1);
  return { head, column: Math.floor(Math.min(WIDEST, Math.max(NARROWEST, room))), add: ADD, row };
}

/** Where a column begins and how wide it is; the first stays in sight and begins at 0. */
export const placeOf = ({ head, column }: Sizes, at: number): { start: number; width: number } =>
  at === 0 ? { start: 0, width: head } : { start: head + (at - 1) * column, width: column };

/** Brings a cell into sight, clear of the titles and the names, which stay where they are. */
export function bringIntoSight(box: HTMLElement, row: number, column: number, sizes: Sizes): void {
  if (row >= 0) {
    const room = box.clientHeight - sizes.row;
    const top = row * sizes.row;
    if (top < box.scrollTop) box.scrollTop = top;
    else if (top + sizes.row > box.scrollTop + room) box.scrollTop = top + sizes.row - room;
  }
  if (column < 1) return;
  const room = box.clientWidth - sizes.head;
  const from = (column - 1) * sizes.column;
  const now = Math.abs(box.scrollLeft);
  const next = from < now ? from : from + sizes.column > now + room ? from + sizes.column - room : now;
  box.scrollLeft = getComputedStyle(box).direction === 'rtl' ? -next : next;
}
