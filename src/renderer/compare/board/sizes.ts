import type { Sizes } from '../sizes.ts';

/** Of the codes, px. */
const HEAD = { narrowest: 152, widest: 200, share: 0.13 };
/** Of a column: a line of a quote needs about thirty letters, and is hard to read beyond sixty. */
const COLUMN = { narrowest: 188, widest: 400 };
const TOP = 40;
/** Five lines of a quote and where it stands; with a summary and its provenance below. */
const ROW = 182;
const WITH_SUMMARY = 290;

/**
 * How large the cells of the board are: columns share what room there is, and begin to scroll where they would be too narrow.
 * @param width of the board, px
 */
export function boardSizes(width: number, columns: number, summaries: boolean): Sizes {
  const head = Math.round(Math.min(HEAD.widest, Math.max(HEAD.narrowest, width * HEAD.share)));
  const room = Math.floor((width - head) / Math.max(1, columns));
  return {
    head,
    column: Math.min(COLUMN.widest, Math.max(COLUMN.narrowest, room)),
    total: 0,
    top: TOP,
    row: summaries ? WITH_SUMMARY : ROW,
    foot: 0,
  };
}
