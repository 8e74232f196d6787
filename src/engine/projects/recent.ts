import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, join, sep } from 'node:path';
import * as z from 'zod';
import type { RecentProject } from '../../contract/project.ts';
import { ColligoError } from '../errors.ts';
import { readIfThere, safeJson, writeWhole } from '../profile.ts';
import { moment } from '../store/clock.ts';
import { syncedBy } from '../store/synced.ts';

const FILE = 'recent.json';
const KEPT = 30;

const Entry = z.object({
  path: z.string(),
  title: z.string(),
  openedAt: z.string(),
  documents: z.int(),
  codes: z.int(),
});
type Entry = z.infer<typeof Entry>;

const List = z.array(Entry).catch([]);

/** The projects opened on this computer, kept in the user's own data. */
export class RecentProjects {
  readonly #home: string;

  /** @param home the user's data folder */
  constructor(home: string) {
    this.#home = home;
  }

  /** @returns them, newest first, each with a token that stands for its path */
  list(): RecentProject[] {
    return this.#read().map(({ path, ...entry }) => ({
      ...entry,
      token: tokenOf(path),
      fileName: basename(path),
      folder: showFolder(path),
      missing: !existsSync(path),
      synced: syncedBy(path) !== null,
    }));
  }

  /** Puts a project on top of the list. */
  remember(path: string, facts: Pick<Entry, 'title' | 'documents' | 'codes'>): void {
    const others = this.#read().filter((entry) => entry.path !== path);
    this.#write([{ path, ...facts, openedAt: moment() }, ...others].slice(0, KEPT));
  }

  /** Follows a file that was given another name. @param title what the list calls it until it is opened again */
  move(from: string, to: string, title: string): void {
    this.#write(this.#read().map((entry) => (entry.path === from ? { ...entry, path: to, title } : entry)));
  }

  /** Takes a project off the list; the file stays. */
  forget(token: string): void {
    this.#write(this.#read().filter((entry) => tokenOf(entry.path) !== token));
  }

  /**
   * @param token from `list`
   * @returns the path it stands for
   * @throws ColligoError NOT_FOUND where the list has no such project
   */
  path(token: string): string {
    const entry = this.#read().find((candidate) => tokenOf(candidate.path) === token);
    if (!entry)
      throw new ColligoError('NOT_FOUND', 'That project is not on the recent list any more.', {
        safe: 'Nothing was changed.',
        remedy: 'Open it from the folder that it lies in.',
      });
    return entry.path;
  }

  #read(): Entry[] {
    return List.parse(safeJson(readIfThere(join(this.#home, FILE)) ?? '[]'));
  }

  #write(entries: readonly Entry[]): void {
    writeWhole(this.#home, FILE, JSON.stringify(entries, null, 2));
  }
}

/** @returns the folder of a file for people: the home folder is left out, slashes become spaced */
export function showFolder(path: string): string {
  const folder = dirname(path);
  const home = homedir();
  const short =
    folder === home ? '~' : folder.startsWith(home + sep) ? folder.slice(home.length + 1) : folder;
  return short.split(sep).filter(Boolean).join(' / ') || sep;
}

const tokenOf = (path: string): string => createHash('sha256').update(path).digest('base64url').slice(0, 22);
