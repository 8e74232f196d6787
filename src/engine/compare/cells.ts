import type { CompareCell } from '../../contract/compare.ts';
import { CELL, type DocumentCounts } from './count.ts';

/** Takes what stands in a row: it is absent where there are no places. */
export type Told = (row: number, spans: number, codings: number, words: number) => void;

/** What stands in a row of a column. */
export type Tallied = Omit<CompareCell, 'column'>;

/**
 * Adds up what is in several documents, column after column in arrays that are cleared between. Documents share no text, so that
 * places counted once in each are counted once in all.
 */
export class Tally {
  readonly #spans: Int32Array;
  readonly #codings: Int32Array;
  readonly #words: Int32Array;
  /** By row, in how many of the documents it was looked for. */
  readonly #looked: Int32Array;
  /** Rows of which something is known. */
  readonly #touched: Int32Array;

  /** @param rows how many rows there are */
  constructor(rows: number) {
    this.#spans = new Int32Array(rows);
    this.#codings = new Int32Array(rows);
    this.#words = new Int32Array(rows);
    this.#looked = new Int32Array(rows);
    this.#touched = new Int32Array(rows);
  }

  /**
   * A row is present where one of the documents has it, and absent where it was looked for in every one of them.
   * @param documents what is in each of them
   * @param tell is told the rows about which that says something, in their order
   */
  of(documents: readonly DocumentCounts[], tell: Told): void {
    const touched = this.#touched.subarray(0, this.#add(documents)).sort();
    for (const row of touched) {
      const spans = this.#spans[row] ?? 0;
      if (spans > 0 || this.#looked[row] === documents.length)
        tell(row, spans, this.#codings[row] ?? 0, this.#words[row] ?? 0);
      this.#spans[row] = 0;
      this.#codings[row] = 0;
      this.#words[row] = 0;
      this.#looked[row] = 0;
    }
  }

  /** @returns how many rows were touched */
  #add(documents: readonly DocumentCounts[]): number {
    let touched = 0;
    for (const { cells } of documents) {
      for (let at = 0; at < cells.length; at += CELL) {
        const row = cells[at] ?? 0;
        const spans = cells[at + 1] ?? 0;
        const looked = cells[at + 4] ?? 0;
        // What nobody finds or looks for says nothing.
        if (spans === 0 && looked === 0) continue;
        if (this.#spans[row] === 0 && this.#looked[row] === 0) this.#touched[touched++] = row;
        add(this.#spans, row, spans);
        add(this.#codings, row, cells[at + 2] ?? 0);
        add(this.#words, row, cells[at + 3] ?? 0);
        add(this.#looked, row, looked);
      }
    }
    return touched;
  }
}

/** @returns a cell that has a row of its own: `told` as an object */
export const talliedOf = (row: number, spans: number, codings: number, words: number): Tallied => ({
  row,
  spans,
  codings,
  words,
  presence: spans > 0 ? 1 : 0,
});

function add(counts: Int32Array, index: number, more: number): void {
  counts[index] = (counts[index] ?? 0) + more;
}
