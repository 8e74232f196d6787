import { type Facts, STRIDE } from './facts.ts';
import type { Review } from './reviews.ts';
import type { Rows } from './rows.ts';

/** What lies on the rows of one document. Only rows of which something is known are named. */
export interface DocumentCounts {
  /** Five numbers a row: the row, distinct places, codings, words, and 1 where it was looked for and nothing says otherwise, else 0. */
  readonly cells: Int32Array;
}

/** Numbers that a row takes in `DocumentCounts.cells`. */
export const CELL = 5;

/**
 * Counts document after document in arrays that are cleared between: one pass over the codings, however many rows there are.
 */
export class Counter {
  readonly #rows: Rows;
  readonly #coder: number | null;
  readonly #spans: Int32Array;
  readonly #codings: Int32Array;
  readonly #words: Int32Array;
  /** By row the place last counted, and the word behind the last one counted. */
  readonly #place: Int32Array;
  readonly #end: Int32Array;
  /** By row how many of the codes that it wants were looked for. */
  readonly #stated: Int32Array;
  readonly #touched: Int32Array;
  #touches = 0;

  /** @param coder the number of the one whose judgements count; null for all together */
  constructor(rows: Rows, coder: number | null) {
    this.#rows = rows;
    this.#coder = coder;
    this.#spans = new Int32Array(rows.count);
    this.#codings = new Int32Array(rows.count);
    this.#words = new Int32Array(rows.count);
    this.#place = new Int32Array(rows.count).fill(-1);
    this.#end = new Int32Array(rows.count);
    this.#stated = new Int32Array(rows.count);
    this.#touched = new Int32Array(rows.count);
  }

  /**
   * @param facts what was found; nothing where it is left out
   * @param reviews who looked for what
   */
  count(facts: Facts | undefined, reviews: readonly Review[]): DocumentCounts {
    const outside = facts ? this.#countCodings(facts) : new Set<number>();
    this.#countReviews(reviews, outside);
    return { cells: this.#taken() };
  }

  /** @returns the codes that were found outside the scope: of them no review says that there are none */
  #countCodings({ words, codings }: Facts): Set<number> {
    const outside = new Set<number>();
    for (let at = 0; at < codings.length; at += STRIDE) {
      const code = codings[at] ?? 0;
      const coder = codings[at + 1] ?? 0;
      const place = codings[at + 2] ?? 0;
      if (this.#coder !== null && coder !== this.#coder) continue;
      if (codings[at + 3] === 0) {
        outside.add(code);
        continue;
      }
      const from = words[place * 2] ?? 0;
      const to = words[place * 2 + 1] ?? 0;
      const rows = this.#rows.holding[code];
      if (rows === undefined) continue;
      for (const row of rows) this.#countPlace(row, place, from, to);
    }
    return outside;
  }

  #countPlace(row: number, place: number, from: number, to: number): void {
    this.#touch(row);
    add(this.#codings, row, 1);
    if (this.#place[row] === place) return;
    this.#place[row] = place;
    add(this.#spans, row, 1);
    // Places come in the order of their first words: what is covered already ends where the furthest of them did.
    const end = this.#end[row] ?? 0;
    add(this.#words, row, Math.max(0, to - Math.max(from, end)));
    this.#end[row] = Math.max(end, to);
  }

  #countReviews(reviews: readonly Review[], outside: ReadonlySet<number>): void {
    const done = new Set<number>();
    for (const { code, coder } of reviews) {
      if (this.#coder !== null && coder !== this.#coder) continue;
      if (done.has(code) || outside.has(code)) continue;
      done.add(code);
      for (const row of this.#rows.wanting[code] ?? []) {
        this.#touch(row);
        add(this.#stated, row, 1);
      }
    }
  }

  #touch(row: number): void {
    if (this.#codings[row] === 0 && this.#stated[row] === 0) this.#touched[this.#touches++] = row;
  }

  /** @returns the cells, and clears what they were counted in */
  #taken(): Int32Array {
    const cells = new Int32Array(this.#touches * CELL);
    for (let index = 0, at = 0; index < this.#touches; index++, at += CELL) {
      const row = this.#touched[index] ?? 0;
      cells[at] = row;
      cells[at + 1] = this.#spans[row] ?? 0;
      cells[at + 2] = this.#codings[row] ?? 0;
      cells[at + 3] = this.#words[row] ?? 0;
      cells[at + 4] = this.#stated[row] === this.#rows.wanted[row] ? 1 : 0;
      this.#spans[row] = 0;
      this.#codings[row] = 0;
      this.#words[row] = 0;
      this.#end[row] = 0;
      this.#stated[row] = 0;
      this.#place[row] = -1;
    }
    this.#touches = 0;
    return cells;
  }
}

function add(counts: Int32Array, index: number, more: number): void {
  counts[index] = (counts[index] ?? 0) + more;
}
