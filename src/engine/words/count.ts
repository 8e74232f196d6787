import { wordsBefore } from '../../text/words.ts';
import type { Sql } from '../store/sql.ts';
import { type Numbered, numberOf, numbersOf } from './numbered.ts';
import { Opened } from './opened.ts';
import type { WordDocument, WordRange } from './places.ts';

/** What a document holds: numbers of words in the vocabulary, each followed by how often it stands there. */
export type WordCounts = Int32Array;

/** Counts of whole texts kept at hand per connection, in numbers: a long plan has some ten thousand. */
const KEEP = 20_000_000;

const caches = new WeakMap<Sql, Map<number, WordCounts>>();

/** Counts the words of a document. A whole text is counted once: readings never change. */
export function countWords(db: Sql, document: WordDocument): WordCounts {
  if (document.spans !== null) return count(db, document);
  const cache = caches.get(db) ?? new Map<number, WordCounts>();
  caches.set(db, cache);
  const kept = cache.get(document.reading);
  if (kept) return kept;
  const counts = count(db, document);
  cache.set(document.reading, counts);
  let numbers = 0;
  for (const one of cache.values()) numbers += one.length;
  // Every question goes through the documents in their order, so that the oldest is the next to be asked for: what came last goes.
  if (numbers > KEEP) cache.delete(document.reading);
  return counts;
}

function count(db: Sql, document: WordDocument): WordCounts {
  const numbers = numbersOf(db, document);
  const tally = tallies.get(db) ?? new Tally();
  tallies.set(db, tally);
  for (const [from, to] of rangesOf(new Opened(db, document), numbers)) tally.addAll(numbers, from, to);
  return tally.taken();
}

/** @returns which words of a document are looked at, in ranges that are apart */
export function rangesOf(opened: Opened, { length }: Numbered): readonly WordRange[] {
  const { spans, words } = opened.document;
  if (spans === null) return [[0, length]];
  return (
    words ?? spans.map(({ start, end }) => [wordsBefore(opened.words, start), wordsBefore(opened.words, end)])
  );
}

const tallies = new WeakMap<Sql, Tally>();

/** Counts one document after the other in an array that is cleared between. */
class Tally {
  #counts = new Int32Array(1 << 14);
  readonly #met: number[] = [];

  addAll(numbers: Numbered, from: number, to: number): void {
    for (let at = from; at < to; at++) {
      const number = numberOf(numbers[at] ?? 0);
      while (number >= this.#counts.length) this.#grow();
      const before = this.#counts[number] ?? 0;
      if (before === 0) this.#met.push(number);
      this.#counts[number] = before + 1;
    }
  }

  #grow(): void {
    const larger = new Int32Array(this.#counts.length * 2);
    larger.set(this.#counts);
    this.#counts = larger;
  }

  /** @returns what was counted, and begins anew */
  taken(): WordCounts {
    const flat = new Int32Array(this.#met.length * 2);
    for (const [index, number] of this.#met.entries()) {
      flat[index * 2] = number;
      flat[index * 2 + 1] = this.#counts[number] ?? 0;
      this.#counts[number] = 0;
    }
    this.#met.length = 0;
    return flat;
  }
}
