import type { CSSProperties } from 'react';
import { type Shade, stepOf } from './heat.ts';
import type { Sizes } from './sizes.ts';
import type { Cursor } from './view.ts';
import type { Shown, Words } from './words.ts';

/** What the parts of the table are drawn from. */
export interface Drawn {
  readonly words: Words;
  readonly sizes: Sizes;
  readonly shades: readonly Shade[];
  /** Places of the columns that are drawn. */
  readonly places: readonly number[];
  readonly columns: number;
  /** Place of the column in a row that has the cursor, or null. */
  readonly at: number | null;
}

/** What names a cell for the one that has the focus; -1 is the head, one past the last the total. */
export const cellId = (row: number, column: number): string => `cmp-${row}-${column}`;

/** @returns the place of the cell that an event fell on, or null */
export function cellAt(target: EventTarget): Cursor | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null;
  return cell === null ? null : { row: Number(cell.dataset['row']), column: Number(cell.dataset['column']) };
}

/** The roles of what stands in a line of the table. */
type CellRole = 'gridcell' | 'columnheader' | 'rowheader';

/** What is said of a cell besides. */
interface Said {
  readonly 'aria-label'?: string;
  readonly 'aria-sort'?: 'none' | 'ascending' | 'descending';
}

/**
 * What tells where a cell is, to keys, the mouse and whoever hears the table. Elements of a table could not be placed where
 * only what is in sight is drawn, so that their roles are given.
 */
export const placed = (role: CellRole, row: number, column: number, at: number | null, said: Said = {}) => ({
  role,
  id: cellId(row, column),
  'data-row': row,
  'data-column': column,
  'aria-colindex': column + 2,
  'aria-selected': at === column,
  ...said,
});

/** The same of a whole line: its place from 0, with the titles as -1. */
export const placedLine = (row: number) => ({ role: 'row', 'aria-rowindex': row + 2 });

/** Where a column stands in its row. */
export const columnStyle = ({ head, column }: Sizes, place: number): CSSProperties => ({
  insetInlineStart: head + place * column,
  inlineSize: column,
});

/** The figure of a cell, or the shape of its judgement. */
export function Mark({ shown }: { shown: Shown }) {
  if (shown.figure !== '') return shown.figure;
  return shown.judgement === 'blank' ? null : <span className={`j ${shown.judgement}`} />;
}

/** A cell: its ground says how much, its figure how much exactly. What is seen is heard as words. */
export function Cell({
  row,
  column,
  label,
  shown,
  drawn,
}: {
  row: number;
  column: number;
  label: string;
  shown: Shown;
  drawn: Drawn;
}) {
  const { at, sizes, shades } = drawn;
  const isFound = shown.judgement === 'present' && shades.length > 0;
  const classes = ['cmp-c', isFound ? `t${stepOf(shades, shown.value)}` : shown.judgement];
  if (at === column) classes.push('here');
  return (
    <div
      {...placed('gridcell', row, column, at, { 'aria-label': label })}
      className={classes.join(' ')}
      style={columnStyle(sizes, column)}
    >
      <Mark shown={shown} />
    </div>
  );
}

/** A total at the end of a row. */
export function Total({
  row,
  label,
  figure,
  drawn,
}: {
  row: number;
  label: string;
  figure: string;
  drawn: Drawn;
}) {
  const { at, columns, sizes } = drawn;
  return (
    <div
      {...placed('gridcell', row, columns, at, { 'aria-label': label })}
      className={at === columns ? 'cmp-c tot here' : 'cmp-c tot'}
      style={{ inlineSize: sizes.total }}
    >
      {figure}
    </div>
  );
}
