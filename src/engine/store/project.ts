import type { Step } from '../../contract/common.ts';
import { NOUNS, type Noun } from '../../contract/nouns.ts';
import { ColligoError } from '../errors.ts';
import { foldLog, settle } from './connect.ts';
import type { Lock } from './lock.ts';
import { type Actor, type Mutation, mutate, type StepName, type Writing } from './mutate.ts';
import type { Sql } from './sql.ts';
import { newestStep } from './steps.ts';
import { redo, undo } from './undo.ts';

/** How long after the last write the log is folded into the file. Short, so that a copied file is rarely incomplete. */
const CHECKPOINT_AFTER_MS = 400;

export interface ProjectParts {
  readonly path: string;
  readonly db: Sql;
  /** Null for a project that is only read. */
  readonly lock: Lock | null;
  /** Why nothing can be written, or null. */
  readonly readOnly: string | null;
  readonly warnings: readonly string[];
  /** The person at the machine. */
  readonly actor: Actor | null;
}

/** An open project: one connection, one lock, one writer. */
export class Project {
  readonly path: string;
  readonly db: Sql;
  readonly readOnly: string | null;
  readonly warnings: readonly string[];
  /** Sequence number of the newest step at opening. */
  readonly openedAtSeq: number;
  actor: Actor | null;
  #lock: Lock | null;
  #checkpoint: NodeJS.Timeout | undefined;
  #listeners = new Set<(nouns: readonly Noun[]) => void>();
  #open = true;

  constructor(parts: ProjectParts) {
    this.path = parts.path;
    this.db = parts.db;
    this.readOnly = parts.readOnly;
    this.warnings = parts.warnings;
    this.actor = parts.actor;
    this.#lock = parts.lock;
    this.openedAtSeq = newestStep(parts.db)?.seq ?? 0;
  }

  /**
   * Runs an action as one named step; see store/mutate.ts.
   * @param step what it is called
   * @param nouns what the action may change, for those who listen
   * @throws ColligoError READ_ONLY, NEEDS_CODER, DISK, and whatever the action throws
   */
  write<Result>(
    step: StepName,
    nouns: readonly Noun[],
    action: (writing: Writing) => Result,
  ): Mutation<Result> {
    const mutation = mutate(this.db, this.#writer(), step, action);
    if (mutation.step)
      this.#changed([...nouns, ...(mutation.hasJoined ? (['coders'] as const) : []), 'history', 'project']);
    return mutation;
  }

  /** See store/undo.ts. */
  undo(confirm?: string): { step: Step; undone: Step } {
    const done = undo(this.db, { actor: this.#writer(), openedAtSeq: this.openedAtSeq, confirm });
    this.#changed(NOUNS);
    return done;
  }

  /** See store/undo.ts. */
  redo(confirm?: string): { step: Step; redone: Step } {
    const done = redo(this.db, { actor: this.#writer(), openedAtSeq: this.openedAtSeq, confirm });
    this.#changed(NOUNS);
    return done;
  }

  /** Whether the file is still open. */
  get isOpen(): boolean {
    return this.#open;
  }

  /** @returns a function that stops the listening */
  onChange(listener: (nouns: readonly Noun[]) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * Folds the write-ahead log into the file, so that the file alone is the whole project. Never waits for a reader: then
   * it is tried again a little later.
   */
  checkpoint(): void {
    clearTimeout(this.#checkpoint);
    this.#checkpoint = undefined;
    if (!this.readOnly && !foldLog(this.db, 0)) this.#checkpointLater();
  }

  /**
   * Closes the file; everything is in it when this returns, or where its disk is full or does not answer, in the log beside
   * it, from which the next opening takes it. Closing twice is harmless.
   */
  close(): void {
    if (!this.#open) return;
    this.#open = false;
    clearTimeout(this.#checkpoint);
    this.#listeners.clear();
    try {
      if (!this.readOnly) settle(this.db);
    } catch (error) {
      // No step is lost by it, and a project that could not be closed would be of no use to anybody.
      if (!(error instanceof ColligoError)) throw error;
    } finally {
      try {
        this.db.close();
      } finally {
        this.#lock?.release();
      }
    }
  }

  #writer(): Actor {
    if (this.readOnly) {
      throw new ColligoError('READ_ONLY', this.readOnly, {
        safe: 'Nothing was changed.',
        remedy: 'Open it for writing to change it, once no other program has it open.',
      });
    }
    if (!this.actor) {
      throw new ColligoError('NEEDS_CODER', 'Colligo does not know yet who is coding.', {
        safe: 'Nothing was changed.',
        remedy: 'Say your name first.',
      });
    }
    return this.actor;
  }

  #changed(nouns: readonly Noun[]): void {
    this.#checkpointLater();
    for (const listener of this.#listeners) listener(nouns);
  }

  #checkpointLater(): void {
    clearTimeout(this.#checkpoint);
    this.#checkpoint = setTimeout(() => this.#checkpointQuietly(), CHECKPOINT_AFTER_MS);
    this.#checkpoint.unref();
  }

  #checkpointQuietly(): void {
    try {
      this.checkpoint();
    } catch (error) {
      // The steps are durable in the write-ahead log as they are; the next checkpoint, or closing, tries again.
      if (!(error instanceof ColligoError)) throw error;
    }
  }
}
