import type { CompareCell } from '../../contract/compare.ts';
import { CELL, type DocumentCounts } from './count.ts';

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

  /** @param rows how many rows there are */
  constructor(rows: number) {
    this.#spans = new Int32Array(rows);
    this.#codings = new Int32Array(rows);
    this.#words = new Int32Array(rows);
    this.#looked = new Int32Array(rows);
  }

  /**
   * A row is present where one of the documents has it, and absent where it was looked for in every one of them.
   * @param documents what is in each of them
   * @returns the rows about which that says something, in their order
   */
  of(documents: readonly DocumentCounts[]): Tallied[] {
    const touched: number[] = [];
    for (const { cells } of documents) {
      for (let at = 0; at < cells.length; at += CELL) {
        const row = cells[at] ?? 0;
        if (this.#spans[row] === 0 && this.#looked[row] === 0) touched.push(row);
        add(this.#spans, row, cells[at + 1]);
        add(this.#codings, row, cells[at + 2]);
        add(this.#words, row, cells[at + 3]);
        add(this.#looked, row, cells[at + 4]);
      }
    }
    const tallied: Tallied[] = [];
    for (const row of new Set(touched.sort((a, b) => a - b))) {
      const [spans = 0, codings = 0, words = 0] = [this.#spans[row], this.#codings[row], this.#words[row]];
      const isAbsent = spans === 0 && this.#looked[row] === documents.length;
      if (spans > 0 || isAbsent) tallied.push({ row, spans, codings, words, presence: spans > 0 ? 1 : 0 });
      for (const counts of [this.#spans, this.#codings, this.#words, this.#looked]) counts[row] = 0;
    }
    return tallied;
  }
}

function add(counts: Int32Array, index: number, more: number | undefined): void {
  counts[index] = (counts[index] ?? 0) + (more ?? 0);
}
