import type { ContextSort } from '../../contract/words.ts';
import type { Sql } from '../store/sql.ts';
import type { Found } from './finder.ts';
import { numberOf, numbersOf, vocabularyOf } from './numbered.ts';
import type { Opened } from './opened.ts';
import { orderedPage } from './order.ts';
import type { WordDocument } from './places.ts';

/** The furthest word that places are sorted by. */
const FURTHEST = 3;

/** Stands for the end of the paragraph. */
const NOTHING = -1;

// One language's rules for all, so that the order does not hang on the machine.
const collator = new Intl.Collator('en');

/** Sorts places by words beside them: the one asked for, then those further away, then as they stand. */
export class Beside {
  readonly #db: Sql;
  readonly #isLeft: boolean;
  readonly #nearest: number;
  /** The number of the word beside each place, nearest first. */
  readonly #numbers: readonly Int32Array[];
  #count = 0;

  /** @param places how many will be added */
  constructor(db: Sql, sort: Exclude<ContextSort, 'place'>, places: number) {
    this.#db = db;
    this.#isLeft = sort.startsWith('left');
    this.#nearest = Number(sort.at(-1));
    this.#numbers = Array.from({ length: FURTHEST - this.#nearest + 1 }, () =>
      new Int32Array(places).fill(NOTHING),
    );
  }

  /** Adds words of a document, in the order of its text. @param places which of its words they are */
  addWords(document: WordDocument, places: Uint32Array): void {
    const numbers = numbersOf(this.#db, document);
    const way = this.#isLeft ? -1 : 1;
    for (const place of places) {
      let step = 0;
      // From word to word, until the paragraph ends: to the left behind its first word, to the right before that of the next.
      for (let word = place; step < FURTHEST; word += way, step++) {
        const next = word + way;
        if (next < 0 || next >= numbers.length || (numbers[this.#isLeft ? word : next] ?? 0) < 0) break;
        if (step + 1 >= this.#nearest) this.#put(step + 1, numberOf(numbers[next] ?? 0));
      }
      this.#count++;
    }
  }

  /** Adds places of a document, in the order of its text. */
  add({ document, words, blocks }: Opened, found: Found): void {
    const numbers = numbersOf(this.#db, document);
    // Places, words and paragraphs ascend alike.
    let [edge, paragraph] = [0, 0];
    for (let at = 0; at < found.length; at += 2) {
      const start = found[at] ?? 0;
      const end = found[at + 1] ?? 0;
      while (edge < numbers.length && (words[edge * 2] ?? 0) < (this.#isLeft ? start : end)) edge++;
      const inside = this.#isLeft ? start : Math.max(start, end - 1);
      while (paragraph < blocks.length && (blocks[paragraph]?.end ?? 0) <= inside) paragraph++;
      const block = blocks[paragraph];
      for (let step = this.#nearest; step <= FURTHEST && block && block.start <= inside; step++) {
        const word = this.#isLeft ? edge - step : edge + step - 1;
        const isThere =
          word >= 0 &&
          word < numbers.length &&
          (words[word * 2] ?? 0) >= block.start &&
          (words[word * 2 + 1] ?? 0) <= block.end;
        if (isThere) this.#put(step, numberOf(numbers[word] ?? 0));
      }
      this.#count++;
    }
  }

  /** @param step how far from the place the word stands */
  #put(step: number, number: number): void {
    const list = this.#numbers[step - this.#nearest];
    if (list) list[this.#count] = number;
  }

  /** @returns which of the places, as they were added, stand at some places of the order */
  page(from: number, to: number): Uint32Array<ArrayBuffer> {
    const ranks = this.#ranks();
    const keys = this.#numbers.map((list) =>
      Uint32Array.from(list, (number) => (number === NOTHING ? 0 : (ranks[number] ?? 0))),
    );
    return orderedPage(keys, vocabularyOf(this.#db).size + 1, from, to);
  }

  /** @returns where each word stands among the others in the order of letters, from 1: texts are compared once a word, not once a place */
  #ranks(): Uint32Array {
    const vocabulary = vocabularyOf(this.#db);
    const ranks = new Uint32Array(vocabulary.size);
    for (const list of this.#numbers) for (const number of list) if (number !== NOTHING) ranks[number] = 1;
    const named: { readonly number: number; readonly word: string }[] = [];
    for (let number = 0; number < ranks.length; number++)
      if (ranks[number] === 1) named.push({ number, word: vocabulary.word(number) });
    named.sort((a, b) => collator.compare(a.word, b.word) || (a.word < b.word ? -1 : 1));
    for (const [rank, { number }] of named.entries()) ranks[number] = rank + 1;
    return ranks;
  }
}
