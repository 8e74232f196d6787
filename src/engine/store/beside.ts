import { statSync } from 'node:fs';

/** What of SQLite's lies beside a file: changes that are not in it yet. */
export interface Beside {
  /** A write-ahead log: another program has the file open, or one died with it open. */
  readonly log: boolean;
  /** The index of a write-ahead log. */
  readonly index: boolean;
  /** A rollback journal: a program died while it changed the file. */
  readonly journal: boolean;
}

const there = (path: string) => statSync(path, { throwIfNoEntry: false }) !== undefined;

/** The index of a file's write-ahead log, as SQLite names it. */
export const indexPath = (path: string): string => `${path}-shm`;

/**
 * @param path a file with every symbolic link resolved, since SQLite puts its own files beside the real one
 * @returns what lies beside it
 */
export function lookBeside(path: string): Beside {
  return {
    log: there(`${path}-wal`),
    index: there(indexPath(path)),
    journal: (statSync(`${path}-journal`, { throwIfNoEntry: false })?.size ?? 0) > 0,
  };
}

/**
 * A log or journal without its file, or beside one that is about to be replaced, would be played into whatever is put in
 * that place: SQLite cannot tell that it belongs to another file.
 * @param path where a file is to be put
 * @returns the name of what is in the way, or null
 */
export function leftoverAt(path: string): string | null {
  return [`${path}-wal`, `${path}-journal`].find(there) ?? null;
}
