import { identityOf } from './identity.ts';
import type { ExchangedCoding, ExchangedPassage, ExchangedPlace } from './model.ts';

interface Gathered extends ExchangedPassage {
  readonly codings: ExchangedCoding[];
}

/** Gathers the selections of one document into passages: those of one place are one, as most programs write one for each coding. */
export class PassageBook {
  readonly #document: string;
  readonly #passages = new Map<string, Gathered>();
  /** Code and coder of each coding, by passage. */
  readonly #judged = new Set<string>();
  readonly #comments = new Map<string, Set<string>>();

  /** @param document its id, which the ids of its passages are made of */
  constructor(document: string) {
    this.#document = document;
  }

  /**
   * @param facts who made it and when; of several at one place the first counts
   * @returns the id of the passage at a place
   */
  at(place: ExchangedPlace, facts: Pick<ExchangedPassage, 'createdAt' | 'createdBy'> = {}): string {
    const key =
      'page' in place
        ? `${place.page}:${[place.x, place.y, place.width, place.height].join(',')}`
        : `${place.start}-${place.end}`;
    const id = identityOf('passage', this.#document, key);
    if (!this.#passages.has(id)) this.#passages.set(id, { id, place, ...facts, codings: [] });
    return id;
  }

  /** Adds a coding to a passage that `at` gave. @returns false where its code is on the passage by this coder already */
  code(passage: string, coding: ExchangedCoding): boolean {
    const judgement = `${passage} ${coding.code} ${coding.coder ?? ''}`;
    const codings = this.#passages.get(passage)?.codings;
    if (!codings || this.#judged.has(judgement)) return false;
    this.#judged.add(judgement);
    codings.push(coding);
    return true;
  }

  /** Gives a passage that `at` gave a comment; a second one stands below the first. */
  comment(passage: string, words: string): void {
    if (words.trim() === '') return;
    const comments = this.#comments.get(passage) ?? new Set();
    this.#comments.set(passage, comments.add(words));
  }

  /** @returns the passages in the order of the document, as they came where they begin at one place */
  list(): ExchangedPassage[] {
    const start = ({ place }: ExchangedPassage) => ('page' in place ? place.page * 1e10 : place.start);
    return Array.from(this.#passages.values(), (passage) => {
      const comments = this.#comments.get(passage.id ?? '');
      return comments ? { ...passage, comment: [...comments].join('\n\n') } : passage;
    }).sort((a, b) => start(a) - start(b));
  }
}
