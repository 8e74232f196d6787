import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { lstat, readdir, readFile } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { DESCRIPTOR, pathsIn } from '../descriptor.ts';
import { DICTIONARY } from '../dictionary.ts';
import { parseSums, SUMS } from '../sums.ts';
import { refused } from './failure.ts';

/** Systems put these into folders that somebody looks at; nobody misses them. */
const DROPPINGS = new Set(['.DS_Store', 'Thumbs.db', 'desktop.ini']);

/** What Python puts beside load.py where somebody imports it. */
const COMPILED = /^__pycache__(\/load\.[\w-]+(\.[\w-]+)*\.pyc)?$/;

/** @returns whether a file in a dataset's folder came there by itself, so that it belongs to nobody */
export const isDropping = (path: string): boolean => DROPPINGS.has(basename(path)) || COMPILED.test(path);

/** Files by path within the dataset, with the SHA-256 that each should have. */
type Written = ReadonlyMap<string, string | undefined>;

/** How many files an error names. */
const NAMED = 5;

const PLACE = 'Choose a new or empty folder.';

/**
 * @param target where a dataset is to go
 * @returns the files of the earlier dataset there, relative to it; null where nothing is there
 * @throws ColligoError REFUSED where the place holds anything else: a file that no export wrote, or one that was changed
 * since, is somebody's work
 */
export async function filesToReplace(target: string): Promise<string[] | null> {
  const name = basename(target);
  const there = await lstat(target).catch(() => null);
  if (!there) return null;
  const entries = await readdir(target, { recursive: true, withFileTypes: true }).catch(() => null);
  if (!entries) throw refused(`“${name}” is a file, so no folder of that name can be made.`, PLACE);
  const found = entries.map((entry) => ({
    entry,
    path: relative(target, join(entry.parentPath, entry.name)).split(sep).join('/'),
  }));
  const files = found.filter(({ entry }) => !entry.isDirectory()).map(({ path }) => path);
  const own = files.filter((path) => !DROPPINGS.has(basename(path)));
  if (own.length === 0 && found.length === files.length) return files;
  const written = await writtenIn(target);
  if (!written) throw refused(`The folder “${name}” is not empty and holds no earlier dataset.`, PLACE);
  const folders = new Set([...written.keys()].flatMap(foldersAbove));
  const foreign: string[] = [];
  for (const { entry, path } of found) {
    const ours = entry.isDirectory()
      ? folders.has(path) || COMPILED.test(path)
      : entry.isFile() && (await isOurs(target, path, written));
    if (!ours) foreign.push(path);
  }
  if (foreign.length === 0) return files;
  foreign.sort();
  const more = foreign.length > NAMED ? ` and ${foreign.length - NAMED} more` : '';
  const names = foreign.slice(0, NAMED).join(', ') + more;
  throw refused(
    `The folder “${name}” holds files that Colligo did not write or that were changed since: ${names}.`,
    'Move them elsewhere, or choose another folder.',
    foreign,
  );
}

/**
 * What an earlier export wrote, with hashes. The descriptor says which files, for somebody may have made the sums anew with
 * files of their own among them; nobody can hash the sums themselves.
 */
async function writtenIn(target: string): Promise<Written | null> {
  const read = (path: string) => readFile(join(target, path), 'utf8').catch(() => '');
  const paths = pathsIn(await read(DESCRIPTOR));
  if (!paths) return null;
  const sums = parseSums(await read(SUMS));
  return new Map([...paths, DESCRIPTOR, DICTIONARY, SUMS].map((path) => [path, sums.get(path)]));
}

/** @returns the folders that hold a file of a dataset, the innermost first, without the dataset's own */
export function foldersAbove(path: string): string[] {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_, index) => parts.slice(0, parts.length - index).join('/'));
}

async function isOurs(target: string, path: string, written: Written): Promise<boolean> {
  if (isDropping(path)) return true;
  if (!written.has(path)) return false;
  return path === SUMS || written.get(path) === (await hashOf(join(target, path)));
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}
