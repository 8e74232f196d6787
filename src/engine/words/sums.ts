import type { WordCounts } from './count.ts';
import type { WordDocument } from './places.ts';

/** A document with what it holds. */
export interface Counted {
  readonly document: WordDocument;
  readonly counts: WordCounts;
  readonly inGroup: boolean;
}

/** Whether a word is listed, by its number: the same word may be left out in one language only. */
export type IsListed = (number: number) => boolean;

/** Adds up what is in documents, by the number of the word. */
export class Sums {
  /** By word how often it stands where it is listed, in how many documents, and how often in the group. */
  readonly count: Int32Array;
  readonly documents: Int32Array;
  readonly inGroup: Int32Array;
  readonly #apart: Float64Array;
  /** All words, listed or not; and those of the group. */
  words = 0;
  groupWords = 0;
  readonly #ofDocument = new Map<Counted, number>();

  /** @param size of the vocabulary */
  constructor(size: number, hasGroup: boolean) {
    this.count = new Int32Array(size);
    this.documents = new Int32Array(size);
    this.inGroup = new Int32Array(hasGroup ? size : 0);
    this.#apart = new Float64Array(size);
  }

  /** Adds a document. */
  add(one: Counted, isListed: IsListed): void {
    const { counts, inGroup } = one;
    let words = 0;
    for (let at = 0; at < counts.length; at += 2) {
      const number = counts[at] ?? 0;
      const times = counts[at + 1] ?? 0;
      words += times;
      if (!isListed(number)) continue;
      this.count[number] = (this.count[number] ?? 0) + times;
      this.documents[number] = (this.documents[number] ?? 0) + 1;
      if (inGroup) this.inGroup[number] = (this.inGroup[number] ?? 0) + times;
    }
    this.words += words;
    if (inGroup) this.groupWords += words;
    this.#ofDocument.set(one, words);
  }

  /** Once all are added: Σ |share of the word − share of all words| − share of all words, over documents that have it. */
  addDispersion(one: Counted, isListed: IsListed): void {
    const share = (this.#ofDocument.get(one) ?? 0) / this.words;
    const { counts } = one;
    for (let at = 0; at < counts.length; at += 2) {
      const number = counts[at] ?? 0;
      const all = this.count[number] ?? 0;
      if (!isListed(number)) continue;
      const own = (counts[at + 1] ?? 0) / all;
      this.#apart[number] = (this.#apart[number] ?? 0) + Math.abs(own - share) - share;
    }
  }

  /** Documents without the word are apart by their whole share: together, 1 less the shares of the others. */
  dispersionOf(number: number): number {
    return Math.max(0, ((this.#apart[number] ?? 0) + 1) / 2);
  }

  /** @returns the numbers of the words that are listed */
  listed(): number[] {
    const numbers: number[] = [];
    for (let number = 0; number < this.count.length; number++)
      if ((this.count[number] ?? 0) > 0) numbers.push(number);
    return numbers;
  }
}
