import type { EachPair } from '../../contract/packed-meetings.ts';

/** Beyond this many pairs of codes, a place in memory for each of them would take more than those that meet. */
const MOST_CELLS = 12_000_000;

/** Numbers that a pair takes. */
const STRIDE = 3;

/**
 * Counts for pairs of codes: how often they meet, and in how many documents. Where the codes are few enough each pair has its place
 * in an array, since a section full of codes meets itself very often.
 */
export class PairCounts {
  readonly #codes: number;
  /** Three numbers a pair, beside each other in memory: how often they meet, in how many documents, and in which of them last. */
  readonly #cells: Int32Array | null;
  readonly #sparse = new Map<number, { met: number; documents: number; last: number }>();
  #document = 0;

  /** @param codes how many codes there are; @param most beyond how many pairs they are kept in a map; for tests */
  constructor(codes: number, most = MOST_CELLS) {
    this.#codes = codes;
    const pairs = codes * codes;
    this.#cells = pairs > most ? null : new Int32Array(pairs * STRIDE);
  }

  /** What is added from now on is of another document. */
  nextDocument(): void {
    this.#document++;
  }

  /** Two codes, by their rows, meet so many times more; of a code with itself nothing is counted. */
  add(a: number, b: number, more: number): void {
    if (a === b) return;
    const pair = a < b ? a * this.#codes + b : b * this.#codes + a;
    if (this.#cells === null) this.#addSparse(pair, more);
    else {
      const cells = this.#cells;
      const at = pair * STRIDE;
      cells[at] = (cells[at] ?? 0) + more;
      if (cells[at + 2] === this.#document) return;
      cells[at + 2] = this.#document;
      cells[at + 1] = (cells[at + 1] ?? 0) + 1;
    }
  }

  #addSparse(pair: number, more: number): void {
    const counts = this.#sparse.get(pair) ?? { met: 0, documents: 0, last: 0 };
    counts.met += more;
    if (counts.last !== this.#document) counts.documents++;
    counts.last = this.#document;
    this.#sparse.set(pair, counts);
  }

  /** Tells the pairs that meet, in the order of their rows. */
  each: EachPair = (tell) => {
    const codes = this.#codes;
    const cells = this.#cells;
    if (cells === null) {
      for (const pair of Float64Array.from(this.#sparse.keys()).sort()) {
        const { met = 0, documents = 0 } = this.#sparse.get(pair) ?? {};
        tell(Math.floor(pair / codes), pair % codes, met, documents);
      }
      return;
    }
    for (let a = 0; a < codes; a++)
      for (let b = a + 1; b < codes; b++) {
        const pair = (a * codes + b) * STRIDE;
        const times = cells[pair] ?? 0;
        if (times > 0) tell(a, b, times, cells[pair + 1] ?? 0);
      }
  };
}
