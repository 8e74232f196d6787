import { closeSync, openSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname, userInfo } from 'node:os';
import Database from 'better-sqlite3';
import { ColligoError } from '../errors.ts';
import { moment } from './clock.ts';

/** Who holds a project, as said beside it. */
export interface Holder {
  readonly program: string;
  readonly user: string;
  readonly host: string;
  readonly pid: number;
  readonly since: string;
}

const lockPath = (path: string) => `${path}-lock`;
const holderPath = (path: string) => `${path}-holder`;

/**
 * The right to write a project: a transaction held open on a sidecar file. The operating system frees it with the
 * process, however that dies, so there are no stale locks to clear. The holder's name lies beside it, in a file of its own,
 * because nothing can be committed into the sidecar without letting go of it.
 */
export class Lock {
  readonly #path: string;
  readonly #db: Database.Database;

  private constructor(path: string, db: Database.Database) {
    this.#path = path;
    this.#db = db;
  }

  /**
   * @param path the project file
   * @param program how this program is named to others
   * @returns the lock
   * @throws ColligoError LOCKED naming the holder; READ_ONLY where the folder cannot be written
   */
  static take(path: string, program: string): Lock {
    // A lock on a file that its last holder removes at this very moment holds nobody off: then it is taken once more.
    for (let attempt = 0; attempt < 5; attempt++) {
      const before = touch(lockPath(path));
      const db = openSidecar(path);
      try {
        db.exec('BEGIN IMMEDIATE');
      } catch (error) {
        db.close();
        if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')) throw held(path);
        throw cannotLock(error);
      }
      if (inode(lockPath(path)) !== before) {
        db.close();
        continue;
      }
      sayHolder(path, program);
      return new Lock(path, db);
    }
    throw new ColligoError('LOCKED', 'Another program is opening or closing this project.', {
      safe: 'Nothing was changed.',
      remedy: 'Try again in a moment.',
    });
  }

  /** Lets go and tidies up. The sidecar is removed while still held; `take` notices where it waited on the removed one. */
  release(): void {
    rmSync(holderPath(this.#path), { force: true });
    // Windows refuses to remove an open file; there the empty sidecar stays, which does no harm.
    if (process.platform !== 'win32') rmSync(lockPath(this.#path), { force: true });
    this.#db.close();
  }
}

/**
 * @param path the project file
 * @returns who says to hold it, or null where nobody does
 */
export function readHolder(path: string): Holder | null {
  try {
    return JSON.parse(readFileSync(holderPath(path), 'utf8')) as Holder;
  } catch {
    // Missing, or being written at this moment: the holder is unknown, which the caller says.
    return null;
  }
}

function held(path: string): ColligoError {
  const holder = readHolder(path);
  const who = holder
    ? `${holder.program} (user ${holder.user} on ${holder.host}, process ${holder.pid}, since ${holder.since})`
    : 'another program';
  return new ColligoError('LOCKED', `This project is open for writing in ${who}.`, {
    safe: 'Nothing was changed.',
    remedy: 'Close it there, or open it here for reading only.',
  });
}

function cannotLock(cause: unknown): ColligoError {
  const error = new ColligoError(
    'READ_ONLY',
    "The project's folder cannot be written, so the project cannot be changed here.",
    {
      safe: 'Nothing was changed.',
      remedy: 'Copy the file to a folder of your own, or open it for reading only.',
    },
  );
  return Object.assign(error, { cause });
}

function openSidecar(path: string): Database.Database {
  try {
    // The timeout bridges the moment in which another program closes.
    const db = new Database(lockPath(path), { timeout: 100 });
    db.pragma('journal_mode = MEMORY');
    return db;
  } catch (error) {
    throw cannotLock(error);
  }
}

/** Makes the sidecar if it is missing. Closing this handle is safe: this process does not hold the lock yet. */
function touch(path: string): number | undefined {
  try {
    closeSync(openSync(path, 'a'));
  } catch (error) {
    throw cannotLock(error);
  }
  return inode(path);
}

function inode(path: string): number | undefined {
  return statSync(path, { throwIfNoEntry: false })?.ino;
}

function sayHolder(path: string, program: string): void {
  const holder: Holder = { program, user: userName(), host: hostname(), pid: process.pid, since: moment() };
  // Written whole, then named: a reader never sees half of it.
  const draft = `${holderPath(path)}-${process.pid}`;
  writeFileSync(draft, JSON.stringify(holder));
  renameSync(draft, holderPath(path));
}

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    // A user without an entry in the system's list, as in some containers.
    return 'unknown';
  }
}
