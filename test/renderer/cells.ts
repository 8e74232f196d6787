import { type CellArrays, CellWriter } from '../../src/contract/cells.ts';
import type { CompareCell } from '../../src/contract/compare.ts';

/**
 * @param cells in any order; those that nobody has judged are left out
 * @param columns how many columns there are
 * @returns the same as they travel
 */
export function arraysOf(cells: readonly CompareCell[], columns: number): CellArrays {
  const writer = new CellWriter();
  for (let column = 0; column < columns; column++) {
    const own = cells.filter((cell) => cell.column === column && cell.presence !== null);
    for (const cell of own.toSorted((a, b) => a.row - b.row))
      writer.add(cell.row, cell.spans, cell.codings, cell.words);
    writer.endColumn();
  }
  return writer.written();
}
