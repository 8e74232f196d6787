import { countWhile } from '../../text/ascending.ts';
import type { Block, Span } from '../../text/reading.ts';

/**
 * What the reader scrolls by: one block, or the cells of one row of a table; of a text that is shown as it was published,
 * a page. Numbers of blocks, `last` included, and the stretch of the text (UTF-16) that stands in it.
 */
export interface Row extends Span {
  readonly first: number;
  readonly last: number;
}

/** Groups blocks into rows: neighbouring cells of the same table row stand side by side, everything else alone. */
export function rowsOf(blocks: readonly Block[]): Row[] {
  const rows: { first: number; last: number; start: number; end: number }[] = [];
  for (const [index, block] of blocks.entries()) {
    const row = rows.at(-1);
    const before = row === undefined ? undefined : blocks[row.last]?.cell;
    const joins = before !== undefined && before.table === block.cell?.table && before.row === block.cell.row;
    if (row !== undefined && joins) {
      row.last = index;
      row.end = block.end;
    } else rows.push({ first: index, last: index, start: block.start, end: block.end });
  }
  return rows;
}

/** The row that holds a block, by number of the row. */
export function rowOfBlock(rows: readonly Row[], block: number): number {
  const before = countWhile(rows.length, (index) => (rows[index]?.last ?? 0) < block);
  return Math.max(0, Math.min(before, rows.length - 1));
}

/** A guess at the height of a row in px, until it has been measured: `units` is the length of its text in UTF-16. */
export function guessHeight(kind: Block['kind'], units: number): number {
  if (kind === 'page_break') return 24;
  if (kind === 'heading') return 40;
  return Math.ceil(Math.max(1, units) / 66) * 30 + 14;
}
