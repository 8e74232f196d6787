import { closeSync, openSync, readSync } from 'node:fs';
import { ColligoError } from '../errors.ts';
import { APPLICATION_ID } from './format.ts';
import { type Migration, newestOf } from './migrate.ts';
import { type Sql, sql } from './sql.ts';

/**
 * Refuses what is not a project, or a newer one.
 * @param migrations those that this version knows
 * @throws ColligoError NOT_A_PROJECT or NEWER
 */
export function checkIdentity(db: Sql, migrations: readonly Migration[]): void {
  if (Number(db.pragma('application_id')) !== APPLICATION_ID) throw otherDatabase();
  if (Number(db.pragma('user_version')) > newestOf(migrations)) throw newer(makerOf(db));
}

/**
 * Refuses by the header alone what is not a project, or a newer one, for a file that SQLite would change by opening it: a
 * journal lies beside it. This is the one place that opens a project file by other means than SQLite; closing such a
 * handle drops this process's locks on the file, but a file with such a journal is open in no connection of ours, since
 * those keep a write-ahead log.
 * @throws ColligoError NOT_A_PROJECT, NEWER or READ_ONLY
 */
export function checkHeader(path: string, migrations: readonly Migration[]): void {
  const header = readHeader(path);
  // SQLite's file format, section 1.3: the magic string, the user version at 60, the application id at 68.
  const isDatabase = header.toString('latin1', 0, 16) === 'SQLite format 3\0';
  if (!isDatabase || header.readInt32BE(68) !== APPLICATION_ID) throw otherDatabase();
  if (header.readInt32BE(60) > newestOf(migrations)) throw newer(null);
}

function readHeader(path: string): Buffer {
  const header = Buffer.alloc(100);
  try {
    const handle = openSync(path, 'r');
    try {
      readSync(handle, header, 0, header.length, 0);
    } finally {
      closeSync(handle);
    }
  } catch (cause) {
    const error = new ColligoError('READ_ONLY', 'The project file cannot be read with your permissions.', {
      safe: 'Nothing was changed.',
      remedy: 'Ask the owner of the file for access, or for a copy.',
    });
    throw Object.assign(error, { cause });
  }
  return header;
}

function otherDatabase(): ColligoError {
  return new ColligoError('NOT_A_PROJECT', 'This file is a database, but not a Colligo project.', {
    safe: 'Nothing was changed.',
  });
}

/** Says so with a sentence that names the version that made the file. */
function newer(maker: string | null): ColligoError {
  return new ColligoError(
    'NEWER',
    `This project was made by a newer Colligo (${maker ?? 'version unknown'}).`,
    {
      safe: 'Nothing was changed.',
      remedy: `Install Colligo ${maker ?? 'in its newest version'} or later to open it.`,
    },
  );
}

/** @returns the version that last changed the file's form, where the file says so in a form that we know */
function makerOf(db: Sql): string | null {
  try {
    const row = db.get<{ colligo: unknown }>(
      sql`SELECT colligo FROM migrations ORDER BY number DESC LIMIT 1`,
    );
    const version = String(row?.colligo);
    return /^\d+\.\d+\.\d+[\w.+-]{0,40}$/.test(version) ? version : null;
  } catch {
    // A newer Colligo may keep this elsewhere, and its file may be damaged besides: newer it is all the same.
    return null;
  }
}
