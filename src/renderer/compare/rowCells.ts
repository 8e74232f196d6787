import { type CellArrays, cellAt } from '../../contract/cells.ts';
import type { CompareCell } from '../../contract/compare.ts';
import { countWhile } from '../../text/ascending.ts';

/** The cells of all rows, in flat arrays: row after row, in each in the order of their columns. */
interface ByRow {
  /** By row which of its cells is the first; at the end how many there are. */
  readonly from: Int32Array;
  readonly columns: Int32Array;
  /** Which cell of the comparison it is. */
  readonly at: Int32Array;
}

/** The cells of a row, each made when it is looked at: a table may have a million, and shows some hundreds. */
export class RowCells {
  readonly #cells: CellArrays;
  readonly #rows: ByRow;
  readonly #first: number;
  readonly #end: number;

  constructor(cells: CellArrays, rows: ByRow, row: number) {
    this.#cells = cells;
    this.#rows = rows;
    this.#first = rows.from[row] ?? 0;
    this.#end = rows.from[row + 1] ?? this.#first;
  }

  /** @returns the cell in a column; undefined where nobody has judged */
  get(column: number): CompareCell | undefined {
    const { columns, at } = this.#rows;
    const place =
      this.#first +
      countWhile(this.#end - this.#first, (index) => (columns[this.#first + index] ?? 0) < column);
    if (place >= this.#end || columns[place] !== column) return undefined;
    return cellAt(this.#cells, at[place] ?? 0, column);
  }

  /** Goes through the cells that somebody has judged, in the order of their columns. */
  forEach(tell: (cell: CompareCell) => void): void {
    const { columns, at } = this.#rows;
    for (let place = this.#first; place < this.#end; place++)
      tell(cellAt(this.#cells, at[place] ?? 0, columns[place] ?? 0));
  }

  /** How many columns have the code, and from how many it is absent. */
  counts(): { readonly present: number; readonly absent: number } {
    const { spans } = this.#cells;
    let present = 0;
    for (let place = this.#first; place < this.#end; place++)
      if ((spans[this.#rows.at[place] ?? 0] ?? 0) > 0) present++;
    return { present, absent: this.#end - this.#first - present };
  }
}

/** What was put by rows once: sorting or another measure leaves it as it is. */
const known = new WeakMap<CellArrays, ByRow>();

/**
 * @param rows how many rows there are
 * @returns what gives the cells of a row
 */
export function cellsByRow(cells: CellArrays, rows: number): (row: number) => RowCells {
  const byRow = known.get(cells) ?? putByRow(cells, rows);
  known.set(cells, byRow);
  return (row) => new RowCells(cells, byRow, row);
}

function putByRow(cells: CellArrays, rows: number): ByRow {
  const count = cells.rows.length;
  const from = new Int32Array(rows + 1);
  for (const row of cells.rows) from[row + 1] = (from[row + 1] ?? 0) + 1;
  for (let row = 0; row < rows; row++) from[row + 1] = (from[row + 1] ?? 0) + (from[row] ?? 0);
  const next = from.slice();
  const columns = new Int32Array(count);
  const at = new Int32Array(count);
  for (let column = 0; column < cells.from.length - 1; column++) {
    const end = cells.from[column + 1] ?? 0;
    for (let cell = cells.from[column] ?? 0; cell < end; cell++) {
      const row = cells.rows[cell] ?? 0;
      const place = next[row] ?? 0;
      next[row] = place + 1;
      columns[place] = column;
      at[place] = cell;
    }
  }
  return { from, columns, at };
}
