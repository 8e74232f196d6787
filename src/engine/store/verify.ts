import { statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { ColligoError } from '../errors.ts';
import { checkIdentity } from './identity.ts';
import { type Migration, scriptHash } from './migrate.ts';
import { compareSchemas, schemaMadeBy, schemaOf } from './schema.ts';
import { type Sql, sql } from './sql.ts';
import { CONTENT_TABLES, LOG_TABLES, LOGGED_TABLES } from './tables.ts';

const damaged = (path: string, how: string) =>
  new ColligoError('DAMAGED', `The project file is damaged: ${how}.`, {
    safe: 'Nothing was changed.',
    remedy: `Open the newest backup from ${path}-backups, or a copy of your own.`,
  });

/**
 * Refuses what is not a sound project of this version or an older one. Writes nothing.
 * @param db a connection that has not written
 * @param path the file, for the sentences and its size
 * @param migrations those that this version knows
 * @throws ColligoError NOT_A_PROJECT, NEWER or DAMAGED
 */
export function checkBeforeUse(db: Sql, path: string, migrations: readonly Migration[]): void {
  try {
    checkIdentity(db, migrations);
    checkContent(db, path, migrations);
  } catch (error) {
    // Some damage makes SQLite complain about our statement: a format it does not know, a table it cannot find.
    if (!(error instanceof Database.SqliteError)) throw error;
    throw Object.assign(damaged(path, 'SQLite cannot make sense of it'), { cause: error });
  }
}

function checkContent(db: Sql, path: string, migrations: readonly Migration[]): void {
  // SQLite itself notices when whole pages are missing, but not the end of the last one, which may be of an original.
  const expected = Number(db.pragma('page_count')) * Number(db.pragma('page_size'));
  // With a write-ahead log beside it the file may rightly be shorter than what it stands for.
  const log = statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0;
  if (log === 0 && statSync(path).size < expected) throw damaged(path, 'its end is missing');
  checkSchema(db, path, migrations);
  // An older file has fewer tables; that none is missing has been seen above.
  const there = new Set(schemaOf(db).map(({ name }) => name));
  for (const table of [...LOGGED_TABLES, ...CONTENT_TABLES, ...LOG_TABLES]) {
    if (!there.has(table)) continue;
    if (table === 'blobs') continue; // Large, and each has its hash: `colligo check` verifies them.
    const [first] = db.all<{ quick_check: string }>(
      sql`SELECT quick_check FROM pragma_quick_check(${table})`,
    );
    if (first?.quick_check !== 'ok') throw damaged(path, `the table ${table} cannot be read whole`);
  }
  checkMigrations(db, path, migrations);
  checkSearch(db, path);
  const [dangling] = brokenReferences(db);
  if (dangling) throw damaged(path, dangling);
}

/**
 * A project carries exactly the tables and indexes that its migrations make. A trigger or a view in it could act on its
 * own; a definition that differs is damage, or a column that our statements would miss.
 */
function checkSchema(db: Sql, path: string, migrations: readonly Migration[]): void {
  const version = Number(db.pragma('user_version'));
  const found = schemaOf(db);
  if (found.some((object) => object.type === 'trigger' || object.type === 'view')) {
    throw new ColligoError(
      'DAMAGED',
      'The project file contains a trigger or a view, which no Colligo wrote.',
      {
        safe: 'Nothing was changed.',
        remedy: 'Do not open files from sources you do not trust; ask the sender for a fresh copy.',
      },
    );
  }
  const difference = compareSchemas(found, schemaMadeBy(migrations, version));
  if (difference) throw damaged(path, difference);
}

/** The migrations in the file are the first of those that this version knows. */
function checkMigrations(db: Sql, path: string, migrations: readonly Migration[]): void {
  const version = Number(db.pragma('user_version'));
  const applied = db.all<{ number: number; sha256: Buffer }>(
    sql`SELECT number, sha256 FROM migrations ORDER BY number`,
  );
  const known = migrations.filter(({ number }) => number <= version);
  const same = known.every(
    ({ number, script }, index) =>
      applied[index]?.number === number && applied[index].sha256.equals(scriptHash(script)),
  );
  if (!same || applied.length !== known.length)
    throw damaged(path, 'it was not brought to its form by the steps that Colligo takes');
}

/** One question makes the search index read its own head; damage in it is an error of the module, not of the file. */
function checkSearch(db: Sql, path: string): void {
  try {
    db.get(sql`SELECT rowid FROM block_words WHERE block_words MATCH 'a' LIMIT 1`);
  } catch (error) {
    throw Object.assign(damaged(path, 'its search index cannot be read'), { cause: error });
  }
}

/**
 * Verifies a whole file, blobs included.
 * @returns what is wrong, in SQLite's words; empty where nothing is
 */
export function checkWhole(db: Sql): string[] {
  return [...integrity(db), ...brokenReferences(db)];
}

function integrity(db: Sql): string[] {
  try {
    return db
      .all<{ integrity_check: string }>(sql`SELECT integrity_check FROM pragma_integrity_check`)
      .map((row) => row.integrity_check)
      .filter((line) => line !== 'ok');
  } catch (error) {
    // So damaged that SQLite gives up rather than list it. A disk that does not answer is another matter.
    if (error instanceof ColligoError && error.code !== 'DAMAGED') throw error;
    const cause = error instanceof ColligoError ? error.cause : error;
    return [cause instanceof Error ? cause.message : String(cause)];
  }
}

function brokenReferences(db: Sql): string[] {
  return db
    .all<{ table: string; parent: string }>(sql`SELECT "table", parent FROM pragma_foreign_key_check`)
    .map((row) => `a row of ${row.table} points at a row of ${row.parent} that is not there`);
}
