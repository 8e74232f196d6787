// Is what is installed and built still what the sources say? Asked at every start, so it must cost milliseconds.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * @param {string} path
 * @returns {string | undefined} the text of a file, or nothing if it cannot be read
 */
export function readText(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

/**
 * Writes a file, making its folder.
 *
 * @param {string} path
 * @param {string} text
 */
export function writeText(path, text) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/**
 * Lists the files under some paths, in a fixed order. Paths that do not exist are left out.
 *
 * @param {string} folder where the paths begin
 * @param {readonly string[]} paths files or folders
 * @returns {string[]} relative to the folder, with forward slashes
 */
export function listFiles(folder, paths) {
  return paths.flatMap((path) => {
    const stat = statSync(join(folder, path), { throwIfNoEntry: false });
    if (!stat?.isDirectory()) return stat ? [path] : [];
    const names = readdirSync(join(folder, path)).sort();
    return listFiles(
      folder,
      names.map((name) => `${path}/${name}`),
    );
  });
}

/**
 * Two fingerprints of a set of files: `quick` from sizes and times, `exact` from the bytes (computed when asked).
 *
 * @param {string} folder
 * @param {readonly string[]} paths files or folders
 * @returns {{ quick: string, exact: () => string }}
 */
export function fingerprint(folder, paths) {
  const files = listFiles(folder, paths);
  const quick = createHash('sha256');
  for (const file of files) {
    const { size, mtimeMs, ctimeMs } = statSync(join(folder, file));
    quick.update(`${file}\0${size}\0${mtimeMs}\0${ctimeMs}\n`);
  }
  const exact = () => {
    const hash = createHash('sha256');
    for (const file of files) {
      const bytes = readFileSync(join(folder, file));
      hash.update(`${file}\0${bytes.length}\0`).update(bytes);
    }
    return hash.digest('hex');
  };
  return { quick: quick.digest('hex'), exact };
}

/**
 * Says whether a stamp belongs to the files as they are. Files that were only touched (a checkout, a copy) still
 * count as the same, and the stamp is renewed so that the next look is quick again.
 *
 * @param {string} stamp path of the stamp
 * @param {{ quick: string, exact: () => string }} now
 * @returns {boolean}
 */
export function isStamped(stamp, now) {
  const [quick, exact] = readText(stamp)?.split('\n') ?? [];
  if (quick === now.quick) return true;
  if (exact === undefined || exact !== now.exact()) return false;
  writeText(stamp, `${now.quick}\n${exact}\n`);
  return true;
}

/**
 * @typedef {{ version?: string, optional?: boolean, link?: boolean }} Locked
 */

/**
 * Says whether the packages in node_modules are those that the lockfile names, by npm's own record of what it put
 * there. Optional packages may be missing: most are for other platforms.
 *
 * @param {string} lockfile text of package-lock.json
 * @param {string | undefined} record text of node_modules/.package-lock.json
 * @returns {boolean}
 */
export function isInstalledAs(lockfile, record) {
  if (record === undefined) return false;
  /** @type {{ packages: Record<string, Locked> }} */
  const wanted = JSON.parse(lockfile);
  /** @type {{ packages: Record<string, Locked> }} */
  const present = JSON.parse(record);
  return Object.entries(wanted.packages).every(([path, { version, optional }]) => {
    if (path === '') return true;
    const found = present.packages[path];
    return found ? found.version === version : optional === true;
  });
}
