import type { CompareCell, CompareTable } from './compare.ts';

/**
 * The cells of a comparison in flat arrays: column after column, in each in the order of their rows. A large one has a million, and
 * objects of as many would take seconds. A cell without places is absent; one that nobody has judged is left out.
 */
export interface CellArrays {
  /** By column which cell is its first; at the end how many there are. */
  readonly from: Int32Array;
  /** By cell what `CompareCell` says. */
  readonly rows: Int32Array;
  readonly spans: Int32Array;
  readonly codings: Int32Array;
  readonly words: Int32Array;
}

/** A comparison with its cells in flat arrays. */
export interface CountedTable extends Omit<CompareTable, 'cells'> {
  readonly cells: CellArrays;
}

/** Takes cells column after column, in each in the order of their rows. */
export class CellWriter {
  readonly #from: number[] = [0];
  #arrays: Four;
  #count = 0;

  /** @param room for how many cells; where there are more, it grows */
  constructor(room = 1024) {
    this.#arrays = [0, 1, 2, 3].map(() => new Int32Array(Math.max(1, room))) as Four;
  }

  /** Adds a cell to the present column. */
  add(row: number, spans: number, codings: number, words: number): void {
    if (this.#count === this.#arrays[0].length) this.#arrays = this.#arrays.map(twice) as Four;
    const at = this.#count++;
    const [rows, ofSpans, ofCodings, ofWords] = this.#arrays;
    rows[at] = row;
    ofSpans[at] = spans;
    ofCodings[at] = codings;
    ofWords[at] = words;
  }

  /** What is added from now on is of the next column. */
  endColumn(): void {
    this.#from.push(this.#count);
  }

  /** @returns all that was added */
  written(): CellArrays {
    const [rows, spans, codings, words] = this.#arrays.map((array) => array.subarray(0, this.#count)) as Four;
    return { from: Int32Array.from(this.#from), rows, spans, codings, words };
  }
}

type Four = [Int32Array, Int32Array, Int32Array, Int32Array];

function twice(array: Int32Array): Int32Array {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}

/** Goes through all cells, column after column. @param tell is told the row and the column of each, and its places */
export function eachCell(
  { from, rows, spans }: CellArrays,
  tell: (row: number, column: number, spans: number) => void,
): void {
  for (let column = 0; column < from.length - 1; column++)
    for (let at = from[column] ?? 0; at < (from[column + 1] ?? 0); at++)
      tell(rows[at] ?? 0, column, spans[at] ?? 0);
}

/** @returns the comparison with an object a cell: for one that is small, or gone through once */
export function listed({ cells, ...table }: CountedTable): CompareTable {
  const list: CompareCell[] = [];
  for (let column = 0; column < cells.from.length - 1; column++)
    for (let at = cells.from[column] ?? 0; at < (cells.from[column + 1] ?? 0); at++)
      list.push(cellAt(cells, at, column));
  return { ...table, cells: list };
}

/** @param at which cell; @param column the one that it stands in; @returns the cell as an object */
export function cellAt({ rows, spans, codings, words }: CellArrays, at: number, column: number): CompareCell {
  const places = spans[at] ?? 0;
  return {
    row: rows[at] ?? 0,
    column,
    spans: places,
    codings: codings[at] ?? 0,
    words: words[at] ?? 0,
    presence: places > 0 ? 1 : 0,
  };
}
