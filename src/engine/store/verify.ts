import { statSync } from 'node:fs';
import { ColligoError } from '../errors.ts';
import { APPLICATION_ID, SCHEMA_VERSION } from './format.ts';
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
 * @throws ColligoError NOT_A_PROJECT, NEWER or DAMAGED
 */
export function checkBeforeUse(db: Sql, path: string): void {
  const applicationId = Number(db.pragma('application_id'));
  if (applicationId !== APPLICATION_ID) {
    throw new ColligoError('NOT_A_PROJECT', 'This file is a database, but not a Colligo project.', {
      safe: 'Nothing was changed.',
    });
  }
  refuseNewer(db);
  const expected = Number(db.pragma('page_count')) * Number(db.pragma('page_size'));
  // With a write-ahead log beside it the file may rightly be shorter than what it stands for.
  const log = statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0;
  if (log === 0 && statSync(path).size < expected) throw damaged(path, 'its end is missing');
  checkSchema(db, path);
  for (const table of [...LOGGED_TABLES, ...CONTENT_TABLES, ...LOG_TABLES]) {
    if (table === 'blobs') continue; // Large, and each has its hash: `colligo check` verifies them.
    const [first] = db.all<{ quick_check: string }>(
      sql`SELECT quick_check FROM pragma_quick_check(${table})`,
    );
    if (first?.quick_check !== 'ok') throw damaged(path, `the table ${table} cannot be read whole`);
  }
}

/** @throws ColligoError NEWER with a sentence that names the version that made the file */
function refuseNewer(db: Sql): void {
  const version = Number(db.pragma('user_version'));
  if (version <= SCHEMA_VERSION) return;
  const maker = db.get<{ colligo: string }>(
    sql`SELECT colligo FROM migrations ORDER BY number DESC LIMIT 1`,
  )?.colligo;
  throw new ColligoError(
    'NEWER',
    `This project was made by a newer Colligo (${maker ?? 'version unknown'}).`,
    {
      safe: 'Nothing was changed.',
      remedy: `Install Colligo ${maker ?? 'in its newest version'} or later to open it.`,
    },
  );
}

/** A project carries tables and indexes only: a trigger or a view in it is not ours and could act on its own. */
function checkSchema(db: Sql, path: string): void {
  const objects = db.all<{ type: string; name: string }>(sql`SELECT type, name FROM sqlite_schema`);
  const foreign = objects.find((object) => object.type === 'trigger' || object.type === 'view');
  if (foreign) {
    throw new ColligoError(
      'DAMAGED',
      `The project file contains a ${foreign.type} (${foreign.name}), which no Colligo wrote.`,
      {
        safe: 'Nothing was changed.',
        remedy: 'Do not open files from sources you do not trust; ask the sender for a fresh copy.',
      },
    );
  }
  const tables = new Set(objects.filter((object) => object.type === 'table').map((object) => object.name));
  const missing = [...LOGGED_TABLES, ...CONTENT_TABLES, ...LOG_TABLES].find((table) => !tables.has(table));
  if (missing) throw damaged(path, `the table ${missing} is missing`);
}

/**
 * Verifies a whole file, blobs included.
 * @returns what is wrong, in SQLite's words; empty where nothing is
 */
export function checkWhole(db: Sql): string[] {
  const pages = db
    .all<{ integrity_check: string }>(sql`SELECT integrity_check FROM pragma_integrity_check`)
    .map((row) => row.integrity_check)
    .filter((line) => line !== 'ok');
  const references = db
    .all<{ table: string; parent: string }>(sql`SELECT "table", parent FROM pragma_foreign_key_check`)
    .map((row) => `a row of ${row.table} points at a row of ${row.parent} that is not there`);
  return [...pages, ...references];
}
