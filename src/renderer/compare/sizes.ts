import { useRowHeight } from '../state/rows.ts';

/** What the table is drawn by, px. */
export interface Sizes {
  /** The column of the codes, each other one, and the totals. */
  readonly head: number;
  readonly column: number;
  readonly total: number;
  /** The row of titles, and each other one. */
  readonly top: number;
  readonly row: number;
  /** The row of totals at the foot; 0 where there is none. */
  readonly foot: number;
}

const NARROWEST = 84;
const WIDEST = 144;
const TOTAL = 72;
/** Titles of columns take up to three lines; a letter is about so wide, and a line so high. */
const LINES_MOST = 3;
const LETTER = 6.4;
const LINE = 16;
/** Beside a title, with the arrow of the column that is sorted by. */
const BESIDE = 28;
/** Above and below them. */
const AROUND = 20;
/** A row holds a figure and its ground: a little more than a line of a list. */
const MORE = 8;

/**
 * How large cells are: columns share what room there is, and begin to scroll where they would become too narrow.
 * @param width of the table, px
 * @param titles of its columns
 */
export function useSizes(width: number, titles: readonly string[]): Sizes {
  const row = useRowHeight() + MORE;
  const head = Math.round(Math.min(320, Math.max(160, width * 0.27)));
  const room = (width - head - TOTAL) / Math.max(1, titles.length);
  const column = Math.floor(Math.min(WIDEST, Math.max(NARROWEST, room)));
  const longest = titles.reduce((most, { length }) => Math.max(most, length), 0);
  const lines = Math.min(LINES_MOST, Math.ceil((longest * LETTER) / (column - BESIDE)));
  return { head, column, total: TOTAL, top: AROUND + Math.max(1, lines) * LINE, row, foot: row };
}
