import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import Database from 'better-sqlite3';
import { ColligoError } from '../errors.ts';
import { leftoverAt } from './beside.ts';
import { asFailure, describeFailure } from './failure.ts';
import { Sql, sql } from './sql.ts';
import { checkWhole } from './verify.ts';

/** When a project is backed up at opening, and how many backups stay. */
export interface BackupPolicy {
  readonly everyHours: number;
  readonly keep: number;
}

export const DAILY: BackupPolicy = { everyHours: 24, keep: 10 };

const HOUR = 3_600_000;

/** @returns the folder beside the project in which its backups lie */
export const backupFolder = (path: string): string => `${path}-backups`;

/**
 * Makes a copy that stands alone: one file, verified page by page and against the original's newest step.
 * @param db an open connection to the project; goes on being usable while the copy is made
 * @param target where the copy goes; a file that is there is replaced, if nobody has it open
 * @returns its size in bytes
 * @throws ColligoError REFUSED, DISK, READ_ONLY or DAMAGED; what was at the target is then as it was
 */
export async function copyVerified(db: Sql, target: string): Promise<number> {
  const draft = `${target}-part`;
  try {
    refuseInUse(target);
    removeDraft(draft);
    await db.raw.backup(draft);
    describeFailure(() => verifyCopy(db, draft));
    syncToDisk(draft);
    // Once more: copying takes a while, and somebody may have opened what is there.
    refuseInUse(target);
    renameSync(draft, target);
    return statSync(target).size;
  } catch (error) {
    throw describeCopyFailure(error);
  } finally {
    removeDraft(draft);
  }
}

/**
 * A file with a log beside it is open in some program, this one included, or was when one died; whatever takes its place
 * would get that log played in.
 */
function refuseInUse(target: string): void {
  const real = statSync(target, { throwIfNoEntry: false }) ? realpathSync(target) : target;
  if (leftoverAt(real) === null) return;
  throw new ColligoError('REFUSED', `${basename(target)} is open, or was when a program ended abruptly.`, {
    safe: 'Nothing was changed.',
    remedy: 'Choose another name for the copy.',
  });
}

/** SQLite lays its journal beside what it writes; one that failed may have left it. */
function removeDraft(draft: string): void {
  try {
    for (const suffix of ['', '-journal', '-wal', '-shm']) rmSync(draft + suffix, { force: true });
  } catch {
    // Where it cannot be removed, it cannot be written either, and that is what will be said.
  }
}

/**
 * Backs up at opening, if the newest backup (or, without one, the project itself) is older than the policy says and
 * something has happened since.
 * @returns the backup's path, or null where none was due
 */
export async function backUpIfDue(db: Sql, path: string, policy: BackupPolicy): Promise<string | null> {
  const times = db.get<{ first: string | null; newest: string | null }>(
    sql`SELECT min(at) AS first, max(at) AS newest FROM steps`,
  );
  if (!times?.first || !times.newest || policy.keep < 1) return null;
  // A backup from the future, made while the clock was wrong, says nothing about today.
  const last =
    listBackups(path).findLast(({ at }) => at.getTime() <= Date.now())?.at ?? new Date(times.first);
  const isDue = Date.now() - last.getTime() >= policy.everyHours * HOUR;
  if (!isDue || last.toISOString() >= times.newest) return null;
  const target = await backUpBefore(db, path, 'daily');
  try {
    for (const old of listBackups(path).slice(0, -policy.keep)) rmSync(old.path, { force: true });
  } catch (error) {
    throw describeCopyFailure(error);
  }
  return target;
}

/**
 * Makes a backup now.
 * @param reason becomes part of its name; `daily` ones rotate, others stay until removed by hand
 * @returns its path
 * @throws as `copyVerified` does
 */
export async function backUpBefore(db: Sql, path: string, reason: 'daily' | 'migration'): Promise<string> {
  try {
    mkdirSync(backupFolder(path), { recursive: true });
  } catch (error) {
    throw describeCopyFailure(error);
  }
  const stamp = new Date().toISOString().replace(/[:.]/g, '-');
  const target = join(backupFolder(path), `${basename(path, '.colligo')} ${stamp} ${reason}.colligo`);
  await copyVerified(db, target);
  return target;
}

/** @returns the daily backups of a project, oldest first */
export function listBackups(path: string): { path: string; at: Date }[] {
  const folder = backupFolder(path);
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith(' daily.colligo'))
    .map((file) => join(folder, file))
    .map((file) => ({ path: file, at: statSync(file).mtime }))
    .sort((a, b) => a.at.getTime() - b.at.getTime() || (a.path < b.path ? -1 : 1));
}

function verifyCopy(db: Sql, path: string): void {
  const copy = new Sql(new Database(path, { fileMustExist: true }));
  try {
    // The header of a copy says "write-ahead log" like the original's; a file that stands alone has none.
    copy.pragma('journal_mode = DELETE');
    const problems = checkWhole(copy);
    const newest = sql`SELECT coalesce(max(seq), 0) AS seq FROM steps`;
    const complete = copy.one<{ seq: number }>(newest).seq >= db.one<{ seq: number }>(newest).seq;
    if (problems.length > 0 || !complete) {
      throw new ColligoError('DAMAGED', 'The copy did not pass its verification, so it was not kept.', {
        safe: 'The project itself is as it was.',
        remedy: 'Check the disk, and run “colligo check” on the project.',
      });
    }
  } finally {
    copy.close();
  }
}

function syncToDisk(path: string): void {
  const handle = openSync(path, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function describeCopyFailure(error: unknown): unknown {
  const described = asFailure(error);
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  // The driver reports a missing folder as a TypeError before SQLite is asked.
  const isSystem =
    error instanceof TypeError ||
    /^E(NOSPC|DQUOT|FBIG|ACCES|PERM|ROFS|IO|NOENT|NOTDIR|EXIST|ISDIR|BUSY)/.test(code);
  if (described !== error || !isSystem) return described;
  const failure = new ColligoError('DISK', 'The copy could not be written at that place.', {
    safe: 'The project itself is as it was.',
    remedy: 'Check that the folder exists, can be written and has room.',
  });
  return Object.assign(failure, { cause: error });
}
