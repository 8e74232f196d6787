import { statSync } from 'node:fs';
import { basename } from 'node:path';
import { ColligoError } from '../errors.ts';
import { type BackupPolicy, backUpBefore, backUpIfDue } from './backup.ts';
import { connect, makeDurable } from './connect.ts';
import { SCHEMA_VERSION } from './format.ts';
import { Lock } from './lock.ts';
import { startLog } from './log.ts';
import { migrate } from './migrate.ts';
import type { Actor } from './mutate.ts';
import { Project } from './project.ts';
import type { Sql } from './sql.ts';
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
 * @param path the project file
 * @returns the open project
 * @throws ColligoError NOT_FOUND, NOT_A_PROJECT, DAMAGED, NEWER, LOCKED, READ_ONLY, DISK; the file is then as it was
 */
export async function openProject(path: string, options: OpenOptions): Promise<Project> {
  refuseImpossible(path);
  const lock = options.mode === 'write' ? Lock.take(path, options.program) : null;
  let db: Sql | undefined;
  try {
    db = connect(path, 'read');
    check(db, path);
    if (options.mode === 'write') await prepareForWriting(db, path, options.backups);
    return new Project({
      path,
      db,
      lock,
      actor: options.actor,
      readOnly: options.mode === 'read' ? 'This project is open for reading only.' : null,
      warnings: warningsFor(path),
    });
  } catch (error) {
    db?.close();
    lock?.release();
    throw error;
  }
}

/** What can be said about a path without opening it; the file itself is only ever opened by SQLite (see store/lock.ts). */
function refuseImpossible(path: string): void {
  const stat = statSync(path, { throwIfNoEntry: false });
  const name = basename(path);
  if (!stat) throw new ColligoError('NOT_FOUND', `There is no file ${name} at that place.`);
  if (!stat.isFile()) throw new ColligoError('NOT_A_PROJECT', `${name} is a folder, not a Colligo project.`);
  if (stat.size === 0) {
    throw new ColligoError('NOT_A_PROJECT', `${name} is empty, so it is not a Colligo project.`, {
      safe: 'Nothing was changed.',
    });
  }
}

function check(db: Sql, path: string): void {
  try {
    checkBeforeUse(db, path);
  } catch (error) {
    const cause = error instanceof Error ? error.cause : undefined;
    if (cause instanceof Error && 'code' in cause && cause.code === 'SQLITE_NOTADB') {
      throw new ColligoError('NOT_A_PROJECT', `${basename(path)} is not a Colligo project.`, {
        safe: 'Nothing was changed.',
      });
    }
    throw error;
  }
}

async function prepareForWriting(db: Sql, path: string, backups: BackupPolicy): Promise<void> {
  if (Number(db.pragma('user_version')) < SCHEMA_VERSION) await backUpBefore(db, path, 'migration');
  else await backUpIfDue(db, path, backups);
  db.pragma('query_only = OFF');
  migrate(db);
  makeDurable(db);
  startLog(db);
}

function warningsFor(path: string): string[] {
  const program = syncedBy(path);
  if (!program) return [];
  return [
    `This project lies in a folder that ${program} keeps in step with other machines. Syncing a project while it is open can damage it: keep it in a folder of its own and exchange copies made with “Save a copy”.`,
  ];
}
