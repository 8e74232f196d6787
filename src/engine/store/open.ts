import { rmSync } from 'node:fs';
import { basename } from 'node:path';
import { ColligoError } from '../errors.ts';
import { type BackupPolicy, backUpBefore, backUpIfDue } from './backup.ts';
import { type Beside, indexPath, lookBeside } from './beside.ts';
import { connect, makeDurable } from './connect.ts';
import { checkHeader } from './identity.ts';
import { Lock } from './lock.ts';
import { startLog } from './log.ts';
import { MIGRATIONS, type Migration, migrate, newestOf } from './migrate.ts';
import type { Actor } from './mutate.ts';
import { notAProject, realFile } from './place.ts';
import { Project } from './project.ts';
import type { Sql } from './sql.ts';
import { newestStep } from './steps.ts';
import { syncedBy } from './synced.ts';
import { checkBeforeUse } from './verify.ts';

export interface OpenOptions {
  readonly mode: 'write' | 'read';
  /** How this program is named to others. */
  readonly program: string;
  readonly actor: Actor | null;
  readonly backups: BackupPolicy;
}

/**
 * Opens a project: locks it, verifies it, backs it up where that is due, brings it to the present schema.
 * @param asked the project file, or a link to it
 * @param migrations what makes the present schema; a test may add one
 * @returns the open project
 * @throws ColligoError NOT_FOUND, NOT_A_PROJECT, DAMAGED, NEWER, LOCKED, READ_ONLY, DISK; the file is then as it was
 */
export async function openProject(
  asked: string,
  options: OpenOptions,
  migrations: readonly Migration[] = MIGRATIONS,
): Promise<Project> {
  // One file, one lock, by whatever link it is reached.
  const path = realFile(asked);
  const lock = options.mode === 'write' ? Lock.take(path, options.program) : null;
  let db: Sql | undefined;
  try {
    db = openSound(path, migrations);
    const warnings = warningsFor(path);
    if (options.mode === 'write')
      warnings.push(...(await prepareForWriting(db, path, options.backups, migrations)));
    else refuseOlder(db, migrations);
    return new Project({
      path,
      db,
      lock,
      actor: options.actor,
      readOnly: options.mode === 'read' ? 'This project is open for reading only.' : null,
      warnings,
    });
  } catch (error) {
    db?.close();
    lock?.release();
    throw error;
  }
}

/**
 * Opens a connection after the file has been found sound. Closing a connection folds a write-ahead log into the file, and
 * opening one plays a journal in: neither is to happen to a file that will be refused, so where something lies beside it
 * the file is looked at first in a way that leaves all of it alone.
 */
function openSound(path: string, migrations: readonly Migration[]): Sql {
  const beside = lookBeside(path);
  if (beside.journal) checkHeader(path, migrations);
  else if (beside.log) lookAt(path, beside, migrations);
  const db = connect(path, 'read');
  try {
    check(path, () => checkBeforeUse(db, path, migrations));
    // What the project asks first, by an index that the check does not read: damage there is to show before a write.
    newestStep(db);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

function lookAt(path: string, beside: Beside, migrations: readonly Migration[]): void {
  try {
    const db = connect(path, 'look');
    try {
      check(path, () => checkBeforeUse(db, path, migrations));
    } finally {
      db.close();
    }
  } catch (error) {
    // Even a look makes the index of a log that had none, and cannot take it away.
    if (!beside.index) rmSync(indexPath(path), { force: true });
    throw error;
  }
}

function check(path: string, action: () => void): void {
  try {
    action();
  } catch (error) {
    const cause = error instanceof Error ? error.cause : undefined;
    if (cause instanceof Error && 'code' in cause && cause.code === 'SQLITE_NOTADB')
      throw notAProject(`${basename(path)} is not a Colligo project.`);
    throw error;
  }
}

function refuseOlder(db: Sql, migrations: readonly Migration[]): void {
  if (Number(db.pragma('user_version')) >= newestOf(migrations)) return;
  throw new ColligoError(
    'READ_ONLY',
    'This project was made by an older Colligo and has to be brought up to date before it can be read.',
    {
      safe: 'Nothing was changed.',
      remedy: 'Open it for writing once; a backup is made beside it before.',
    },
  );
}

/** @returns what the person should hear about: a daily backup that failed is no reason to keep them from their work */
async function prepareForWriting(
  db: Sql,
  path: string,
  backups: BackupPolicy,
  migrations: readonly Migration[],
): Promise<string[]> {
  const warnings: string[] = [];
  if (Number(db.pragma('user_version')) < newestOf(migrations)) {
    await backUpBefore(db, path, 'migration');
  } else {
    try {
      await backUpIfDue(db, path, backups);
    } catch (error) {
      if (!(error instanceof ColligoError)) throw error;
      warnings.push(`The daily backup could not be made. ${error.message}`);
    }
  }
  db.pragma('query_only = OFF');
  migrate(db, migrations);
  makeDurable(db);
  startLog(db);
  return warnings;
}

function warningsFor(path: string): string[] {
  const program = syncedBy(path);
  if (!program) return [];
  return [
    `This project lies in a folder that ${program} keeps in step with other machines. Syncing a project while it is open can damage it: keep it in a folder of its own and exchange copies made with “Save a copy”.`,
  ];
}
