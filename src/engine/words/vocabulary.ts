import { wordForm } from '../../text/word-forms.ts';

/** Gives the number of a word that stands in a text. @param start of the word; @param end UTF-16 */
export type NumberAt = (text: string, start: number, end: number) => number;

/** Small numbers for words, so that what a document holds fits into a flat array. They stay for the life of a connection. */
export class Vocabulary {
  readonly #words: string[];
  readonly #numbers: Map<string, number>;
  /** By language the numbers of words as they are printed: each is brought into its form once. */
  readonly #printed = new Map<string, Printed>();

  /** @param known forms that have their places as numbers */
  constructor(known: readonly string[] = []) {
    this.#words = [...known];
    this.#numbers = new Map(known.map((word, number) => [word, number]));
  }

  /** @returns what numbers the words of texts in a language, as they are printed */
  ofPrinted(language: string): NumberAt {
    const known = this.#printed.get(language);
    const printed = known ?? new Printed((word) => this.#of(wordForm(word, language)));
    this.#printed.set(language, printed);
    return (text, start, end) => printed.numberAt(text, start, end);
  }

  /** @returns the form of a word, by its number */
  word(number: number): string {
    return this.#words[number] ?? '';
  }

  /** @returns the number of a form; null where it was not met yet */
  find(form: string): number | null {
    return this.#numbers.get(form) ?? null;
  }

  /** @returns all forms, each at the place that is its number */
  words(): readonly string[] {
    return this.#words;
  }

  /** How many words there are. */
  get size(): number {
    return this.#words.length;
  }

  #of(form: string): number {
    const known = this.#numbers.get(form);
    if (known !== undefined) return known;
    const word = copyOf(form);
    this.#numbers.set(word, this.#words.length);
    return this.#words.push(word) - 1;
  }
}

/** How many places the table begins with: a power of two. */
const FIRST = 1 << 14;

/**
 * Words as they are printed, with their numbers. They are looked up by their letters where they stand: a large project has some ten
 * million words, and to cut each out of its text would take longer than all the rest.
 */
class Printed {
  readonly #numberOf: (word: string) => number;
  readonly #words: string[] = [];
  readonly #numbers: number[] = [];
  readonly #hashes: number[] = [];
  /** By the lower digits of a hash which word it is, from 1; 0 where there is none. The next place is taken where one is. */
  #table = new Int32Array(FIRST);

  constructor(numberOf: (word: string) => number) {
    this.#numberOf = numberOf;
  }

  numberAt(text: string, start: number, end: number): number {
    let hash = 0x811c9dc5;
    // FNV-1a, over UTF-16 units. G. Fowler, L. C. Noll, K.-P. Vo.
    for (let at = start; at < end; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
    const mask = this.#table.length - 1;
    for (let place = hash & mask; ; place = (place + 1) & mask) {
      const index = (this.#table[place] ?? 0) - 1;
      if (index < 0) return this.#add(text.slice(start, end), hash, place);
      if (this.#hashes[index] === hash && standsAt(this.#words[index] ?? '', text, start, end))
        return this.#numbers[index] ?? 0;
    }
  }

  #add(slice: string, hash: number, place: number): number {
    const word = copyOf(slice);
    const number = this.#numberOf(word);
    this.#hashes.push(hash);
    this.#numbers.push(number);
    this.#table[place] = this.#words.push(word);
    if (this.#words.length * 2 > this.#table.length) this.#grow();
    return number;
  }

  #grow(): void {
    const table = new Int32Array(this.#table.length * 2);
    const mask = table.length - 1;
    this.#hashes.forEach((hash, index) => {
      let place = hash & mask;
      while (table[place] !== 0) place = (place + 1) & mask;
      table[place] = index + 1;
    });
    this.#table = table;
  }
}

function standsAt(word: string, text: string, start: number, end: number): boolean {
  if (word.length !== end - start) return false;
  for (let at = 0; at < word.length; at++)
    if (word.charCodeAt(at) !== text.charCodeAt(start + at)) return false;
  return true;
}

/** A slice would keep the whole text alive that it was cut from. */
const copyOf = (slice: string): string => Buffer.from(slice, 'utf16le').toString('utf16le');
