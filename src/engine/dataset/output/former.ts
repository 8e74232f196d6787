import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { lstat, readdir, readFile } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { DESCRIPTOR, isDescriptor } from '../descriptor.ts';
import { parseSums, SUMS } from '../sums.ts';
import { refused } from './failure.ts';

/** Systems put these into folders that somebody looks at; nobody misses them. */
const DROPPINGS = new Set(['.DS_Store', 'Thumbs.db', 'desktop.ini']);

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
  if (!(await holdsDataset(target))) {
    throw refused(`The folder “${name}” is not empty and holds no earlier dataset.`, PLACE);
  }
  const sums = parseSums(await readFile(join(target, SUMS), 'utf8').catch(() => ''));
  const foreign: string[] = [];
  for (const { entry, path } of found) {
    if (entry.isDirectory() ? path !== 'texts' : !(await isOurs(target, path, entry.isFile(), sums)))
      foreign.push(path);
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

async function holdsDataset(target: string): Promise<boolean> {
  const text = await readFile(join(target, DESCRIPTOR), 'utf8').catch(() => '');
  return isDescriptor(text);
}

async function isOurs(
  target: string,
  path: string,
  isFile: boolean,
  sums: ReadonlyMap<string, string>,
): Promise<boolean> {
  if (DROPPINGS.has(basename(path))) return true;
  if (!isFile) return false;
  if (path === SUMS) return true;
  const sum = sums.get(path);
  return sum !== undefined && sum === (await hashOf(join(target, path)));
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}
