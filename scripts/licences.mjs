// The licences of everything that an installed Colligo contains: most of it is bundled, and its notices with it would be lost.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { listFiles, readText, writeText } from './fresh.mjs';
import { root } from './node.mjs';

/**
 * @typedef {Record<string, string>} Versions
 * @typedef {{ name: string, version: string, license?: string, dependencies?: Versions, optionalDependencies?: Versions }} Manifest
 */

/** Names of packages, as they stand in `import … from '…'`, `import('…')`, `@import '…'` or `resolve('…')`. */
const NAMED =
  /(?:from|import|import\(|@import|resolve\()\s*['"]((?:@[\w.-]+\/)?[a-z][\w.-]*)(?:\/[^'"]*)?['"]/g;

/**
 * Finds the packages that the sources of the program name, and all that those depend on.
 *
 * @returns {Map<string, Manifest & { folder: string }>} by folder; in the order of their names
 */
export function shippedPackages() {
  /** @type {Map<string, Manifest & { folder: string }>} */
  const found = new Map();
  /**
   * @param {string} name
   * @param {string} from a folder to look from
   */
  const add = (name, from) => {
    const folder = folderOf(name, from);
    if (folder === undefined || found.has(folder)) return;
    /** @type {Manifest} */
    const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    found.set(folder, { ...manifest, folder });
    const { dependencies, optionalDependencies } = manifest;
    for (const dependency of Object.keys({ ...dependencies, ...optionalDependencies }))
      add(dependency, folder);
  };
  for (const name of namedPackages()) add(name, root);
  return new Map([...found].sort(([, a], [, b]) => (a.name < b.name ? -1 : 1)));
}

/**
 * Writes the notices of all of them into one file. Electron brings those of its own parts.
 *
 * @param {string} path of the file
 * @throws where a package neither has a licence file nor names a licence
 */
export function writeLicences(path) {
  const notices = [...shippedPackages().values()].map(({ name, version, license, folder }) => {
    const texts = readdirSync(folder)
      .filter((file) => /^(licen[cs]e|copying|notice)/i.test(file))
      .map((file) => readText(join(folder, file))?.trim())
      .filter((text) => text !== undefined);
    if (texts.length === 0 && license === undefined) throw new Error(`${name} says nothing of its licence.`);
    return [`${name} ${version} (${license ?? 'see below'})`, ...texts].join('\n\n');
  });
  writeText(path, `Colligo contains these packages.\n\n${notices.join(`\n\n${'─'.repeat(72)}\n\n`)}\n`);
}

/** @returns {Set<string>} */
function namedPackages() {
  const files = listFiles(root, ['src']).filter((file) => /\.(tsx?|css)$/.test(file));
  const names = files.flatMap((file) =>
    [...readFileSync(join(root, file), 'utf8').matchAll(NAMED)].map(([, name]) => name ?? ''),
  );
  // Electron stands beside the program, with its own notices.
  return new Set(names.filter((name) => name !== 'electron'));
}

/**
 * @param {string} name
 * @param {string} from
 * @returns {string | undefined} the folder of the package that this name means there; nothing where it is not installed
 */
function folderOf(name, from) {
  // Asked for a file in it: some packages are called as a module of Node's own.
  const paths = createRequire(join(from, 'package.json')).resolve.paths(`${name}/package.json`) ?? [];
  return paths.map((path) => join(path, name)).find((folder) => existsSync(join(folder, 'package.json')));
}
