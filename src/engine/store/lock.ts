import { closeSync, fstatSync, openSync, rmSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { ColligoError } from '../errors.ts';
import { forgetHolder, readHolder, sayHolder } from './holder.ts';

const lockPath = (path: string) => `${path}-lock`;

/**
 * Sidecars that this process holds, by device and inode. Another handle on such a file, once closed, would drop the lock
 * for the whole process (POSIX locks know processes, not handles), so it is never opened again while it is held.
 */
const held = new Set<string>();

/**
 * The right to write a project: a transaction held open on a sidecar file. The operating system frees it with the
 * process, however that dies, so there are no stale locks to clear. The holder's name lies beside it, in a file of its own,
 * because nothing can be committed into the sidecar without letting go of it.
 */
export class Lock {
  readonly #path: string;
  readonly #sidecar: Sidecar;

  private constructor(path: string, sidecar: Sidecar) {
    this.#path = path;
    this.#sidecar = sidecar;
  }

  /**
   * @param path the project file with every symbolic link resolved: another name of it would be another lock
   * @param program how this program is named to others
   * @returns the lock
   * @throws ColligoError LOCKED naming the holder; READ_ONLY where the folder cannot be written
   */
  static take(path: string, program: string): Lock {
    // A lock on a file that its last holder removes at this very moment holds nobody off: then it is taken once more.
    for (let attempt = 0; attempt < 5; attempt++) {
      const known = identityAt(lockPath(path));
      if (known !== undefined && held.has(known)) throw heldBy(path);
      const sidecar = openSidecar(lockPath(path));
      if (!sidecar) continue;
      try {
        sidecar.db.pragma('journal_mode = MEMORY');
        sidecar.db.exec('BEGIN IMMEDIATE');
      } catch (error) {
        sidecar.db.close();
        if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')) throw heldBy(path);
        throw cannotLock(error);
      }
      if (identityAt(lockPath(path)) !== sidecar.identity) {
        sidecar.db.close();
        continue;
      }
      held.add(sidecar.identity);
      sayHolder(path, program);
      return new Lock(path, sidecar);
    }
    throw new ColligoError('LOCKED', 'Another program is opening or closing this project.', {
      safe: 'Nothing was changed.',
      remedy: 'Try again in a moment.',
    });
  }

  /** Lets go and tidies up. The sidecar is removed while still held; `take` notices where it waited on the removed one. */
  release(): void {
    try {
      forgetHolder(this.#path);
      // Windows refuses to remove an open file; there the empty sidecar stays, which does no harm.
      if (process.platform !== 'win32') rmSync(lockPath(this.#path), { force: true });
    } catch {
      // The folder has become read-only meanwhile: what stays in it holds nobody off.
    } finally {
      this.#sidecar.db.close();
      held.delete(this.#sidecar.identity);
    }
  }
}

interface Sidecar {
  readonly db: Database.Database;
  /** Device and inode. */
  readonly identity: string;
}

/**
 * @returns the sidecar, made if it is missing; null where it was removed while it was being opened
 */
function openSidecar(path: string): Sidecar | null {
  try {
    const handle = openSync(path, 'a');
    try {
      const identity = identityOf(fstatSync(handle, { bigint: true }));
      // The timeout bridges the moment in which another program closes.
      const db = new Database(path, { timeout: 100 });
      // No other file can have this inode while the handle is open: so the same one at the path means that the database
      // was opened on this very file.
      if (identityAt(path) === identity) return { db, identity };
      db.close();
      return null;
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    throw cannotLock(error);
  }
}

function identityAt(path: string): string | undefined {
  const stat = statSync(path, { throwIfNoEntry: false, bigint: true });
  return stat && identityOf(stat);
}

const identityOf = ({ dev, ino }: { dev: bigint; ino: bigint }) => `${dev}:${ino}`;

/** A moment as people read it; in UTC, since a project may be opened in several zones. */
const minuteOf = (moment: string) => `${moment.slice(0, 16).replace('T', ' ')} UTC`;

function heldBy(path: string): ColligoError {
  const holder = readHolder(path);
  const who = holder
    ? `${holder.program} (user ${holder.user} on ${holder.host}, process ${holder.pid}, since ${minuteOf(holder.since)})`
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
