import type { Extent } from './move.ts';
import type { Sizes } from './sizes.ts';
import type { Cursor } from './view.ts';

/** Where to scroll so that what goes from `start` to `end` is in sight, of a room that begins at `now`; all in px. */
function nearest(now: number, room: number, start: number, end: number): number {
  if (start < now) return start;
  return end > now + room ? end - room : now;
}

/** Brings a cell into sight, clear of the head and the totals, which stay where they are. */
export function showCell(box: HTMLElement, { row, column }: Cursor, sizes: Sizes, extent: Extent): void {
  const { rows, columns } = extent;
  if (row >= 0 && row < rows) {
    const room = box.clientHeight - sizes.top - sizes.foot;
    box.scrollTop = nearest(box.scrollTop, room, row * sizes.row, (row + 1) * sizes.row);
  }
  if (column >= 0 && column < columns) {
    const room = box.clientWidth - sizes.head - sizes.total;
    const from = column * sizes.column;
    const next = nearest(Math.abs(box.scrollLeft), room, from, from + sizes.column);
    box.scrollLeft = getComputedStyle(box).direction === 'rtl' ? -next : next;
  }
}
