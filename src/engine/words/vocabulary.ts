import { wordForm } from '../../text/word-forms.ts';
import type { Sql } from '../store/sql.ts';

/** Small numbers for words, so that what a document holds fits into a flat array. They stay for the life of a connection. */
export class Vocabulary {
  readonly #words: string[] = [];
  readonly #numbers = new Map<string, number>();
  /** By language the numbers of words as they are printed: each is brought into its form once. */
  readonly #printed = new Map<string, Map<string, number>>();

  /** @returns what numbers the words of a text in a language, as they are printed */
  ofPrinted(language: string): (word: string) => number {
    const printed = this.#printed.get(language) ?? new Map<string, number>();
    this.#printed.set(language, printed);
    return (word) => {
      const known = printed.get(word);
      if (known !== undefined) return known;
      const number = this.#of(wordForm(word, language));
      printed.set(copyOf(word), number);
      return number;
    };
  }

  /** @returns the form of a word, by its number */
  word(number: number): string {
    return this.#words[number] ?? '';
  }

  /** @returns the number of a form; null where it was not met yet */
  find(form: string): number | null {
    return this.#numbers.get(form) ?? null;
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

/** A slice would keep the whole text alive that it was cut from. */
const copyOf = (slice: string): string => Buffer.from(slice, 'utf16le').toString('utf16le');

const vocabularies = new WeakMap<Sql, Vocabulary>();

/** @returns the words met on this connection */
export function vocabularyOf(db: Sql): Vocabulary {
  const vocabulary = vocabularies.get(db) ?? new Vocabulary();
  vocabularies.set(db, vocabulary);
  return vocabulary;
}
