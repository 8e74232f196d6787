import { identityOf, momentOf } from '../../identity.ts';
import { Lookup } from '../../lookup.ts';
import type { ExchangedAttachment, ExchangedMemo, MissingFile, Piece, Remark } from '../../model.ts';
import type { Program } from '../names.ts';
import type { Facts } from './facts.ts';
import { Identities } from './identities.ts';
import type { Package } from './package.ts';
import type { Restored } from './restore.ts';
import type { Outcome } from './survey.ts';

/** A memo's text and who wrote it, without what it is about. */
export interface Written {
  readonly id: string;
  readonly title: string;
  readonly body: string;
  readonly createdAt?: string | undefined;
  readonly createdBy?: string | undefined;
}

export type About = ExchangedMemo['about'];

/** A file that goes along as it is; its bytes are read when its turn comes. */
export interface Kept extends Omit<ExchangedAttachment, 'bytes'> {
  readonly bytes: () => Promise<Uint8Array | null>;
}

/** What one reading of a project gathers while documents go by. */
export class Work {
  readonly identities = new Identities();
  /** Documents of each case, by the case's id. */
  readonly members = new Map<string, Set<string>>();
  /** Where a selection went that something else in the file points at: to the passage or document of this id. */
  readonly selections = new Map<string, About>();
  readonly documents = new Set<string>();
  /** Files that became the original of a document or go along as they are. */
  readonly used = new Set<string>();
  readonly #said: Piece[] = [];
  readonly #memos: ExchangedMemo[] = [];
  readonly #kept: Kept[] = [];
  readonly #notes = new Map<string, About[]>();

  /** Documents that stand for sources that are none, such as the transcript of a recording. */
  readonly aliases = new Map<string, string>();

  readonly pack: Package;
  readonly facts: Facts;
  readonly language: string;
  /** Whether files may be read that lie neither in the project nor beside it. */
  readonly elsewhere: boolean;
  /** Where to look for files that are not found. */
  readonly lookup: Lookup;
  /** How places are counted in the project. */
  readonly outcome: Outcome;
  /** What Colligo wrote for itself; null in projects of other programs. */
  readonly restored: Restored | null;

  constructor(
    pack: Package,
    facts: Facts,
    language: string,
    outcome: Outcome,
    restored: Restored | null = null,
    elsewhere = false,
    lookup = new Lookup([]),
  ) {
    this.elsewhere = elsewhere;
    this.lookup = lookup;
    this.pack = pack;
    this.facts = facts;
    this.language = language;
    this.outcome = outcome;
    this.restored = restored;
  }

  /** @returns one like it whose remarks nobody hears, for what is looked at twice */
  quiet(): Work {
    const { pack, facts, language, outcome, restored, elsewhere, lookup } = this;
    return new Work(pack, facts, language, outcome, restored, elsewhere, lookup);
  }

  get program(): Program {
    return this.facts.program;
  }

  say(what: Remark['what'], message: string, subject: string): void {
    this.#said.push({ type: 'said', what, message, subject });
  }

  /** Tells of a file that was not read, for whoever imports to say where it is. */
  miss(file: MissingFile): void {
    this.#said.push({ type: 'missing', ...file });
  }

  /** @returns what was said since the last asking */
  *takeSaid(): Generator<Piece> {
    yield* this.#said.splice(0);
  }

  /**
   * @param of the identity of whose text it is
   * @returns a text as it is kept: exactly as it was where Colligo wrote it, else without white space at its ends
   */
  text(of: string, field: 'name' | 'description' | 'text', said: string): string {
    return this.program === 'colligo' ? (this.restored?.text(of, field, said) ?? said) : said.trim();
  }

  /** @returns the coder of that GUID where the file has one */
  coder(id: string | null): string | undefined {
    return id !== null && this.facts.users.has(id) ? id : undefined;
  }

  memo(about: About, { createdAt, createdBy, ...memo }: Written): void {
    this.#memos.push({
      ...memo,
      about,
      ...(createdAt !== undefined && { createdAt }),
      ...(createdBy !== undefined && { createdBy }),
    });
  }

  get memos(): readonly ExchangedMemo[] {
    return this.#memos;
  }

  /** Keeps a file as it is. */
  keep(file: Kept): void {
    this.#kept.push(file);
  }

  get kept(): readonly Kept[] {
    return this.#kept;
  }

  /** Remembers that notes are about something that came. */
  refer(notes: readonly string[], about: About): void {
    for (const note of notes) {
      const list = this.#notes.get(note) ?? [];
      list.push(about);
      this.#notes.set(note, list);
    }
  }

  /** @returns what a note is about */
  aboutOf(note: string): readonly About[] {
    return this.#notes.get(note) ?? [];
  }

  /** Remembers where a selection went, where something else in the file points at it: of a hundred thousand, few. */
  went(selection: string, to: About): void {
    const { pointedAt, casesBySelection, graphs } = this.facts;
    // A drawing may name any of them.
    if (graphs.length > 0 || pointedAt.has(selection) || casesBySelection.has(selection))
      this.selections.set(selection, to);
  }

  /** Puts a document into a case. */
  join(caseId: string, document: string): void {
    const members = this.members.get(caseId) ?? new Set();
    members.add(document);
    this.members.set(caseId, members);
  }
}

/** The identity of something that stands for a part of another thing, always the same. */
export const partOf = (id: string, part: string): string => identityOf('REFI-QDA', id, part);

/** @returns when something was made and by whom, as far as the file says and knows, to be spread */
export function createdOf(
  work: Work,
  at: string | undefined,
  by: string | undefined,
): { createdAt?: string; createdBy?: string } {
  const createdAt = momentOf(at);
  const createdBy = work.coder(by ?? null);
  return { ...(createdAt !== undefined && { createdAt }), ...(createdBy !== undefined && { createdBy }) };
}
