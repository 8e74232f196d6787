import Database from 'better-sqlite3';
import { describeFailure } from './failure.ts';
import { Sql } from './sql.ts';

/**
 * Opens a connection to an existing file and makes it cautious: nothing in the file may run functions of ours, and
 * broken cells are errors rather than guesses.
 * @param path the file
 * @param mode `read` refuses every write on this connection, though SQLite may still tidy up a write-ahead log
 * @returns the connection
 * @throws ColligoError READ_ONLY, DISK, LOCKED; NOT_A_PROJECT comes later, with the first read
 */
export function connect(path: string, mode: 'write' | 'read'): Sql {
  const db = describeFailure(() => new Sql(new Database(path, { fileMustExist: true, timeout: 5000 })));
  try {
    db.pragma('trusted_schema = OFF');
    db.pragma('cell_size_check = ON');
    db.pragma('foreign_keys = ON');
    if (mode === 'read') db.pragma('query_only = ON');
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
