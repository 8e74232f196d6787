import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import Database from 'better-sqlite3';

/** Rows as the driver gives and takes them. */
export type Cells = Record<string, string | number | Buffer | null>;

/** A connection without any of our caution, but as durable as ours. */
export function bare(path: string): Database.Database {
  const db = new Database(path);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.pragma('foreign_keys = ON');
  return db;
}

/** Runs something with a bare connection and closes it, which folds the log into the file. */
export function withBare<Result>(path: string, action: (db: Database.Database) => Result): Result {
  const db = bare(path);
  try {
    return action(db);
  } finally {
    db.close();
  }
}

/** @returns all rows of a table */
export const rowsOf = (db: Database.Database, table: string): Cells[] =>
  db.prepare<[], Cells>(`SELECT * FROM ${table}`).all();

/** Inserts rows in one transaction by one prepared statement a table: the least that keeping them costs. */
export function insertAll(db: Database.Database, tables: Readonly<Record<string, readonly Cells[]>>): void {
  db.transaction(() => {
    for (const [table, rows] of Object.entries(tables)) {
      const columns = Object.keys(rows[0] ?? {});
      const statement = db.prepare(
        `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map((column) => `@${column}`).join(', ')})`,
      );
      for (const row of rows) statement.run(row);
    }
  })();
}

/** What is kept of a file, by its SHA-256: the canonical text, made beforehand. */
export type Texts = ReadonlyMap<string, string>;

/** @returns the canonical texts of a project, by the SHA-256 of their originals */
export function textsOf(path: string): Texts {
  return withBare(path, (db) => {
    const rows = db
      .prepare<[], { original: string; body: string }>(
        'SELECT hex(original_sha256) AS original, body FROM readings JOIN texts ON texts.sha256 = text_sha256',
      )
      .all();
    return new Map(rows.map(({ original, body }) => [original, body]));
  });
}

/**
 * Reads, hashes and keeps files with their texts in one transaction: an import without reading what is in them.
 * @param path of a database that is not there yet
 */
export function keepFiles(path: string, files: readonly string[], texts: Texts): void {
  withBare(path, (db) => {
    db.exec(`CREATE TABLE blobs (sha256 BLOB PRIMARY KEY, bytes BLOB NOT NULL) STRICT;
      CREATE TABLE texts (sha256 BLOB PRIMARY KEY, body TEXT NOT NULL) STRICT`);
    const blob = db.prepare('INSERT INTO blobs VALUES (?, ?)');
    const text = db.prepare('INSERT INTO texts VALUES (?, ?)');
    db.transaction(() => {
      for (const file of files) {
        const bytes = readFileSync(file);
        const sum = sha256(bytes);
        const body = texts.get(sum.toString('hex').toUpperCase()) ?? '';
        blob.run(sum, bytes);
        text.run(sha256(body), body);
      }
    })();
  });
}

const sha256 = (content: Buffer | string): Buffer => createHash('sha256').update(content).digest();
