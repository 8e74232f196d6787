import type { ExchangeCounts } from '../../../contract/exchange.ts';
import { idBytes, idText } from '../../store/ids.ts';
import type { Writing } from '../../store/mutate.ts';
import { name, sql } from '../../store/sql.ts';
import { identityOf } from '../identity.ts';
import type { ExchangedCoder } from '../model.ts';
import type { Gathered } from './gather.ts';
import type { ReportBook } from './report.ts';

/** Where something of the file is in the project: usually under its own identity. */
export interface Landed {
  readonly id: Uint8Array;
}

/** A document of the file in the project. */
export interface LandedDocument extends Landed {
  readonly versionId: Uint8Array;
  readonly title: string;
  /** Whether it came with this import, so that nothing else lies on it yet. */
  readonly isNew: boolean;
}

type Kind = keyof ExchangeCounts;

/** What all parts of carrying a project over share: one step, its report, and what became of each identity of the file. */
export class Carrying {
  readonly writing: Writing;
  readonly gathered: Gathered;
  readonly book: ReportBook;
  readonly codes = new Map<string, Landed & { readonly name: string }>();
  readonly documents = new Map<string, LandedDocument>();
  readonly cases = new Map<string, Landed>();
  readonly attributes = new Map<string, Landed & { readonly kind: string; readonly name: string }>();
  /** Those passages and codings that a memo is about: of a hundred thousand, few are. */
  readonly passages = new Map<string, Uint8Array>();
  readonly codings = new Map<string, Uint8Array>();
  /** The passages that a memo is about, by their identity in the file. */
  readonly noted: ReadonlySet<string>;
  /** The codings that a memo is about, likewise. */
  readonly notedCodings: ReadonlySet<string>;
  readonly #coders = new Set<string>();
  #unknown: Uint8Array | null = null;

  constructor(writing: Writing, gathered: Gathered, book: ReportBook) {
    this.writing = writing;
    this.gathered = gathered;
    this.book = book;
    this.noted = new Set(
      gathered.memos.flatMap(({ about }) => {
        if (about.kind === 'passage') return [about.id];
        return about.kind === 'pair' ? [about.passage, about.other] : [];
      }),
    );
    this.notedCodings = new Set(
      gathered.memos.flatMap(({ about }) => (about.kind === 'coding' ? [about.id] : [])),
    );
  }

  /** Counts something as come, or as there already. */
  count(kind: Kind, isNew: boolean): void {
    const counts = isNew ? this.book.came : this.book.already;
    counts[kind]++;
  }

  /** @returns whether a table has a row of that identity */
  has(
    table: 'codes' | 'cases' | 'attributes' | 'documents' | 'passages' | 'codings' | 'memos',
    id: Uint8Array,
  ): boolean {
    return this.writing.db.get(sql`SELECT 1 FROM ${name(table)} WHERE id = ${id}`) !== undefined;
  }

  /** Adds a coder, unless the project knows that identity. */
  addCoder({ id, name: coderName, kind = 'person', createdAt }: ExchangedCoder): void {
    this.#coders.add(id);
    const title = coderName.trim() || 'Coder without a name';
    const { db, at } = this.writing;
    const made = db.run(sql`INSERT INTO coders (id, name, kind, created_at)
      VALUES (${idBytes(id)}, ${title}, ${kind}, ${momentOr(createdAt, at)}) ON CONFLICT (id) DO NOTHING`);
    this.count('coders', made > 0);
  }

  /**
   * @param id of a coder of the file
   * @returns whom a judgement is put down to: that coder, or one who stands for those that the file does not know
   */
  coder(id: string | undefined): Uint8Array {
    if (id !== undefined && this.#coders.has(id)) return idBytes(id);
    if (this.#unknown) return this.#unknown;
    const unknown = identityOf('unknown coder');
    this.addCoder({ id: unknown, name: 'Unknown coder' });
    this.book.say({
      what: 'mended',
      message:
        'Some of it says no coder, or one that the file does not list: it is put down to “Unknown coder”.',
      subject: '',
    });
    this.#unknown = idBytes(unknown);
    return this.#unknown;
  }

  /** @returns who made something that is nobody's judgement: its coder where the file says so, else who imports */
  maker(id: string | undefined): Uint8Array {
    return id !== undefined && this.#coders.has(id) ? idBytes(id) : this.writing.actor.id;
  }

  /** @returns an identity for something that is there without one, the same each time */
  derived(...parts: readonly (string | Uint8Array)[]): Uint8Array {
    return idBytes(identityOf(...parts.map((part) => (typeof part === 'string' ? part : idText(part)))));
  }
}

/** @returns a moment that the store takes: the one given, or that of the step */
export const momentOr = (moment: string | undefined, at: string): string =>
  moment !== undefined && moment.length === 24 ? moment : at;
