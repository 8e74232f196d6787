// Electron's runtime is not an npm package: it is fetched from elsewhere, and where that fails Colligo runs in the
// browser instead. Never `require('electron')` to look for it: in plain Node that starts the download.
import { existsSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { environment, run } from './child.mjs';
import { readText, writeText } from './fresh.mjs';
import { modernNode, root } from './node.mjs';

const FAILED = join(root, 'node_modules', '.cache', 'colligo', 'electron-failed');
const DAY = 24 * 60 * 60_000;
const LIMIT = 120_000;

/**
 * Finds Electron's executable, if its runtime is there.
 *
 * @param {string} [folder] of the checkout
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {string | undefined}
 */
export function findElectron(folder = root, env = process.env) {
  const home = join(folder, 'node_modules', 'electron');
  const name = readText(join(home, 'path.txt'))?.trim();
  if (!name) return undefined;
  const path = join(env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(home, 'dist'), name);
  return existsSync(path) ? path : undefined;
}

/**
 * Says whether a window can appear: on Linux there must be a display server.
 *
 * @param {NodeJS.Platform} [platform]
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {boolean}
 */
export function hasDisplay(platform = process.platform, env = process.env) {
  return platform !== 'linux' || Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY']);
}

/**
 * Finds Electron's executable, fetching the runtime where it is missing. A failure is remembered for a day, so that
 * a machine that cannot reach the download does not wait for it at every start.
 *
 * @param {boolean} [insist] fetch even if it failed lately
 * @returns {Promise<string | undefined>} nothing when the runtime cannot be had
 */
export async function ensureElectron(insist = false) {
  const found = findElectron();
  if (found || (!insist && failedLately())) return found;
  console.error("Fetching Electron's runtime (once; about 120 MB) …");
  const node = modernNode();
  const signal = AbortSignal.timeout(LIMIT);
  await run(node, [join(root, 'node_modules', 'electron', 'install.js')], {
    env: environment(node),
    // Its errors are stack traces; the caller says in one sentence what follows from them.
    stdio: ['ignore', 2, 'ignore'],
    signal,
  }).catch(() => 1);
  const fetched = findElectron();
  if (fetched) rmSync(FAILED, { force: true });
  else writeText(FAILED, 'Electron could not be fetched. Delete this file to try again at the next start.\n');
  return fetched;
}

/** @returns {boolean} */
function failedLately() {
  const stat = statSync(FAILED, { throwIfNoEntry: false });
  return stat !== undefined && Date.now() - stat.mtimeMs < DAY;
}
