/** Beyond this many pairs of codes, a place in memory for each of them would take more than those that meet. */
const MOST_CELLS = 12_000_000;

/**
 * Counts for pairs of codes: how often they meet, and in how many documents. Where the codes are few enough each pair has its place
 * in an array, since a section full of codes meets itself very often.
 */
export class PairCounts {
  readonly #codes: number;
  readonly #cells: {
    readonly met: Int32Array;
    readonly documents: Int32Array;
    readonly last: Int32Array;
  } | null;
  readonly #sparse = new Map<number, { met: number; documents: number; last: number }>();
  #document = 0;

  /** @param codes how many codes there are; @param most beyond how many pairs they are kept in a map; for tests */
  constructor(codes: number, most = MOST_CELLS) {
    this.#codes = codes;
    const pairs = codes * codes;
    this.#cells =
      pairs > most
        ? null
        : { met: new Int32Array(pairs), documents: new Int32Array(pairs), last: new Int32Array(pairs) };
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
      const { met, documents, last } = this.#cells;
      met[pair] = (met[pair] ?? 0) + more;
      if (last[pair] === this.#document) return;
      last[pair] = this.#document;
      documents[pair] = (documents[pair] ?? 0) + 1;
    }
  }

  #addSparse(pair: number, more: number): void {
    const counts = this.#sparse.get(pair) ?? { met: 0, documents: 0, last: 0 };
    counts.met += more;
    if (counts.last !== this.#document) counts.documents++;
    counts.last = this.#document;
    this.#sparse.set(pair, counts);
  }

  /** @returns the pairs that meet, in the order of their rows: smaller row, other row, times, documents */
  *all(): IterableIterator<readonly [a: number, b: number, times: number, documents: number]> {
    const at = (pair: number) => [Math.floor(pair / this.#codes), pair % this.#codes] as const;
    if (this.#cells === null) {
      for (const pair of [...this.#sparse.keys()].sort((one, other) => one - other)) {
        const counts = this.#sparse.get(pair);
        if (counts !== undefined) yield [...at(pair), counts.met, counts.documents];
      }
      return;
    }
    const { met, documents } = this.#cells;
    for (let pair = 0; pair < met.length; pair++) {
      const times = met[pair] ?? 0;
      if (times > 0) yield [...at(pair), times, documents[pair] ?? 0];
    }
  }
}
