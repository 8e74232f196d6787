import Database from 'better-sqlite3';
import { ColligoError } from '../errors.ts';
import { describeFailure } from './failure.ts';
import { Sql } from './sql.ts';

/**
 * What a connection may do to the file.
 *
 * - `write`: everything.
 * - `read`: no statement can change anything, but SQLite tidies up: it plays in a journal that a dead program left, and
 *   the last connection to close folds the write-ahead log into the file.
 * - `look`: the file and its log stay byte for byte; where a journal would have to be played in first, this fails.
 */
export type Access = 'write' | 'read' | 'look';

/** How long a statement waits for another program. */
const PATIENCE_MS = 5000;

/**
 * Opens a connection to an existing file and makes it cautious: nothing in the file may run functions of ours, and
 * broken cells are errors rather than guesses.
 * @param path the file
 * @returns the connection
 * @throws ColligoError READ_ONLY, DISK, LOCKED; NOT_A_PROJECT comes later, with the first read
 */
export function connect(path: string, access: Access): Sql {
  const options = { fileMustExist: true, readonly: access === 'look', timeout: PATIENCE_MS };
  const db = describeFailure(() => new Sql(new Database(path, options)));
  try {
    db.pragma('trusted_schema = OFF');
    db.pragma('cell_size_check = ON');
    db.pragma('foreign_keys = ON');
    // Each logged row opens a statement journal, and a file for it costs more than all the rest of a large step.
    db.pragma('temp_store = MEMORY');
    if (access === 'read') db.pragma('query_only = ON');
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** Makes a connection durable: a step that returned survives the loss of power. */
export function makeDurable(db: Sql): void {
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
}

/**
 * Folds the write-ahead log into the file, so that the file alone is everything.
 * @param patience how long to wait for readers, in milliseconds
 * @returns false where somebody reads, so that the log has to stay for now; it is safe either way
 */
export function foldLog(db: Sql, patience: number): boolean {
  db.pragma(`busy_timeout = ${patience}`);
  try {
    return db.pragma('wal_checkpoint(TRUNCATE)') === 0;
  } finally {
    db.pragma(`busy_timeout = ${PATIENCE_MS}`);
  }
}

/**
 * Leaves the file without a write-ahead log and without the need for one, so that it can be read where nothing can be
 * written: from a read-only folder, share or disk. Where somebody else still reads, the log stays, folded if possible.
 */
export function settle(db: Sql): void {
  if (!foldLog(db, 500)) return;
  try {
    db.pragma('busy_timeout = 0');
    db.pragma('journal_mode = DELETE');
  } catch (error) {
    if (!(error instanceof ColligoError && error.code === 'LOCKED')) throw error;
  }
}
