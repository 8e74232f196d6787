import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { threadId } from 'node:worker_threads';
import type { Sql } from '../store/sql.ts';

/** How much a folder may hold: what was used least lately goes first. */
export interface CacheLimits {
  readonly files: number;
  readonly bytes: number;
}

/** What a draft begins with, until it has its name. */
const DRAFT = '.draft-';

/** A draft this old was left by a program that died, ms. */
const STALE_MS = 3_600_000;

/**
 * Files that save work and can be lost at any time: what cannot be read is as if it were not there, and what cannot be written is
 * not. Whoever reads one decides whether it still holds.
 */
export class CacheFolder {
  readonly #path: string;
  readonly #limits: CacheLimits;

  /** @param path is made with the first file */
  constructor(path: string, limits: CacheLimits) {
    this.#path = path;
    this.#limits = limits;
  }

  has(file: string): boolean {
    return existsSync(join(this.#path, file));
  }

  /** @returns the bytes, or null */
  read(file: string): Uint8Array<ArrayBuffer> | null {
    const path = join(this.#path, file);
    try {
      const bytes = readFileSync(path);
      const now = new Date();
      utimesSync(path, now, now);
      return bytes;
    } catch {
      return null;
    }
  }

  /** Writes a file whole, then names it, and removes what is beyond the limits. A full or read-only disk is told on the log alone. */
  write(file: string, bytes: Uint8Array): void {
    if (bytes.length > this.#limits.bytes) return;
    const draft = join(this.#path, `${DRAFT}${process.pid}-${threadId}`);
    try {
      mkdirSync(this.#path, { recursive: true, mode: 0o700 });
      writeFileSync(draft, bytes, { mode: 0o600 });
      renameSync(draft, join(this.#path, file));
      this.#tidy();
    } catch (error) {
      // Half of a draft would only take up what little room there is.
      if (existsSync(draft)) rmSync(draft, { force: true });
      console.error(`nothing was left for the next start: ${error instanceof Error ? error.message : error}`);
    }
  }

  #tidy(): void {
    const files = readdirSync(this.#path).flatMap((name) => {
      const path = join(this.#path, name);
      // Another program may have removed it meanwhile.
      const found = statSync(path, { throwIfNoEntry: false });
      return found === undefined ? [] : [{ path, name, bytes: found.size, used: found.mtimeMs }];
    });
    let [kept, bytes] = [0, 0];
    for (const file of files.sort((a, b) => b.used - a.used)) {
      const isDraft = file.name.startsWith(DRAFT);
      const isStale = Date.now() - file.used > STALE_MS;
      if (isDraft && !isStale) continue;
      if (!isDraft) [kept, bytes] = [kept + 1, bytes + file.bytes];
      if (isDraft || kept > this.#limits.files || bytes > this.#limits.bytes)
        rmSync(file.path, { force: true });
    }
  }
}

const homes = new WeakMap<Sql, string>();

/** What is worked out on a connection may from now on be left in files for the next start. @param home the user's data folder */
export function cacheUnder(db: Sql, home: string): void {
  homes.set(db, home);
}

/**
 * @param kind names the folder: one for each kind of file
 * @returns where files of a kind are left for what is worked out on this connection; null where none are
 */
export function cacheFolderOf(db: Sql, kind: string, limits: CacheLimits): CacheFolder | null {
  const home = homes.get(db);
  return home === undefined ? null : new CacheFolder(join(home, 'cache', kind), limits);
}
