import { createHash } from 'node:crypto';
import { VERSION } from '../../contract/version.ts';
import { moment } from './clock.ts';
import { APPLICATION_ID } from './format.ts';
import foundation from './migrations/001-foundation.sql?raw';
import pages from './migrations/002-pages.sql?raw';
import pairs from './migrations/003-pairs.sql?raw';
import codebook from './migrations/004-codebook.sql?raw';
import { type Sql, sql } from './sql.ts';

export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly script: string;
}

/**
 * Every migration that this version knows, in order; the last one's number is SCHEMA_VERSION. A shipped one is never
 * changed: a test compares its hash.
 */
export const MIGRATIONS: readonly Migration[] = [
  { number: 1, name: 'foundation', script: foundation },
  { number: 2, name: 'pages', script: pages },
  { number: 3, name: 'pairs', script: pairs },
  { number: 4, name: 'codebook', script: codebook },
];

/** @returns the number of the last migration: what `user_version` says once all are applied */
export const newestOf = (migrations: readonly Migration[]): number => migrations.at(-1)?.number ?? 0;

/**
 * Brings a file to the present schema, all or nothing.
 * @param db a connection that may write, outside a transaction
 * @param migrations the migrations to apply; those already applied are skipped
 * @returns how many were applied
 */
export function migrate(db: Sql, migrations: readonly Migration[] = MIGRATIONS): number {
  const from = Number(db.pragma('user_version'));
  const due = migrations.filter((migration) => migration.number > from);
  if (due.length === 0) return 0;
  // Tables are rebuilt in some migrations, which foreign keys would hinder; they are checked before the commit instead.
  db.pragma('foreign_keys = OFF');
  try {
    db.script('BEGIN IMMEDIATE');
    for (const { number, name, script } of due) {
      db.script(withLineFeeds(script));
      db.run(sql`INSERT INTO migrations (number, name, sha256, colligo, at)
        VALUES (${number}, ${name}, ${scriptHash(script)}, ${VERSION}, ${moment()})`);
      db.pragma(`user_version = ${number}`);
    }
    db.pragma(`application_id = ${APPLICATION_ID}`);
    const broken = db.all(sql`SELECT * FROM pragma_foreign_key_check`);
    if (broken.length > 0) throw new Error(`${broken.length} references broke in a migration`);
    db.script('COMMIT');
  } catch (error) {
    if (db.raw.inTransaction) db.script('ROLLBACK');
    throw error;
  } finally {
    db.pragma('foreign_keys = ON');
  }
  return due.length;
}

/** @returns the SHA-256 of a migration's script, with line ends as LF whatever the checkout made of them */
export function scriptHash(script: string): Uint8Array {
  return createHash('sha256').update(withLineFeeds(script)).digest();
}

// The schema is kept in the file as it was written, and is compared at opening.
const withLineFeeds = (script: string) => script.replaceAll('\r\n', '\n');
