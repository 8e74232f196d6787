import type { Span } from '../../text/reading.ts';
import { loadBlockSpans, loadText, loadWords } from '../documents/load.ts';
import type { Sql } from '../store/sql.ts';
import type { WordDocument } from './places.ts';

/** A document that is looked at: of its reading is read what is asked for, once. To be let go with the next document. */
export class Opened {
  readonly document: WordDocument;
  readonly #db: Sql;
  #text: string | undefined;
  #words: Uint32Array | undefined;
  #blocks: readonly Span[] | undefined;

  constructor(db: Sql, document: WordDocument) {
    this.#db = db;
    this.document = document;
  }

  get text(): string {
    this.#text ??= loadText(this.#db, this.document.reading);
    return this.#text;
  }

  /** Flat pairs, UTF-16. */
  get words(): Uint32Array {
    this.#words ??= loadWords(this.#db, this.document.reading);
    return this.#words;
  }

  /** In the order of the text, UTF-16. */
  get blocks(): readonly Span[] {
    this.#blocks ??= loadBlockSpans(this.#db, this.document.reading);
    return this.#blocks;
  }
}
