// Makes a checkout ready to run: installs what is missing, builds what is stale. Everything said here goes to
// stderr, because stdout belongs to the program that runs afterwards (`colligo … --json | jq`).
import { createHash } from 'node:crypto';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { environment, run } from './child.mjs';
import { fingerprint, isInstalledAs, isStamped, readText, writeText } from './fresh.mjs';
import { withLock } from './lock.mjs';
import { Explained, modernNode, ownNodeMissing, root } from './node.mjs';

const LOCK = join(root, 'out', '.lock');
const BUILT = join(root, 'out', '.built');
const INSTALLED = join(root, 'node_modules', '.cache', 'colligo', 'installed');

/** All that a build is made from. */
export const INPUTS = [
  'src',
  'docs',
  'resources',
  'electron.vite.config.ts',
  'tsconfig.base.json',
  'package.json',
  'package-lock.json',
];

/** Where chatter goes: nothing on stdin, everything on stderr. */
const ASIDE = /** @type {import('node:child_process').StdioOptions} */ (['ignore', 2, 2]);

/**
 * Installs the packages of the lockfile unless they are there.
 *
 * @returns {Promise<void>}
 * @throws {Explained} when npm cannot install them, or no Node is new enough
 */
export async function ensureInstalled() {
  // Where the checkout brings no Node, an old one is told so before anything is downloaded for it.
  if (!ownNodeMissing()) modernNode();
  if (!isInstalled()) await withLock(LOCK, () => (isInstalled() ? undefined : install()));
  modernNode();
}

/**
 * Installs and builds unless both are done.
 *
 * @returns {Promise<void>}
 * @throws {Explained} when either fails
 */
export async function ensureBuilt() {
  await ensureInstalled();
  if (isBuilt()) return;
  await withLock(LOCK, async () => {
    if (isBuilt()) return;
    console.error('Building Colligo …');
    if ((await build(ASIDE)) !== 0) {
      throw new Explained('Colligo could not be built; the lines above say why.');
    }
  });
}

/**
 * Builds whether or not the build is stale, and shows what the build says.
 *
 * @returns {Promise<number>} its exit code
 */
export function rebuild() {
  return withLock(LOCK, () => build('inherit'));
}

/**
 * Builds, and remembers from which sources.
 *
 * @param {import('node:child_process').StdioOptions} stdio
 * @returns {Promise<number>} the exit code of the build
 */
async function build(stdio) {
  // Taken before the build: what is edited while it runs is not in it, and must count as stale.
  const sources = fingerprint(root, INPUTS);
  const exact = sources.exact();
  rmSync(BUILT, { force: true });
  const code = await runTool('electron-vite', ['build', '--logLevel', 'warn'], { stdio });
  if (code === 0) writeText(BUILT, `${sources.quick}\n${exact}\n`);
  return code;
}

/**
 * Runs a program that an installed package brings, in the checkout, on the Node that Colligo runs on.
 *
 * @param {string} name as in node_modules/.bin
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options] its `env` is added to ours
 * @returns {Promise<number>} its exit code
 * @throws {Explained} when no installed package has such a program
 */
export function runTool(name, args, options = {}) {
  const node = modernNode();
  return run(node, [toolPath(name), ...args], { ...options, cwd: root, env: environment(node, options.env) });
}

/**
 * Finds a package's program by npm's record, which is the same on every system; node_modules/.bin holds links on
 * one and shell scripts on another.
 *
 * @param {string} name
 * @returns {string} path of a file for Node
 * @throws {Explained} when there is none
 */
function toolPath(name) {
  /** @type {{ packages: Record<string, { bin?: Record<string, string> }> }} */
  const record = JSON.parse(readText(join(root, 'node_modules', '.package-lock.json')) ?? '{"packages":{}}');
  for (const [path, { bin }] of Object.entries(record.packages)) {
    const file = bin?.[name];
    if (file && path.lastIndexOf('node_modules/') === 0) return join(root, path, file);
  }
  throw new Explained(`No installed package has a program called "${name}".`);
}

/** @returns {boolean} */
function isInstalled() {
  const lockfile = readText(join(root, 'package-lock.json'));
  if (lockfile === undefined)
    throw new Explained('package-lock.json is missing: this is not a whole checkout of Colligo.');
  const hash = createHash('sha256').update(lockfile).digest('hex');
  if (ownNodeMissing()) return false;
  if (readText(INSTALLED) === hash) return true;
  // Somebody ran npm by hand: look at what it recorded rather than install everything again.
  if (!isInstalledAs(lockfile, readText(join(root, 'node_modules', '.package-lock.json')))) return false;
  writeText(INSTALLED, hash);
  return true;
}

/** @returns {boolean} */
function isBuilt() {
  return existsSync(join(root, 'out', 'main')) && isStamped(BUILT, fingerprint(root, INPUTS));
}

/** @returns {Promise<void>} */
async function install() {
  console.error('Installing what Colligo needs (once; this takes a minute) …');
  const code = await installPackages(root);
  if (code === 0 && isInstalled()) return;
  throw new Explained(
    code === 127
      ? 'Colligo needs npm to install its packages, and there is none on the PATH.'
      : 'The packages that Colligo needs could not be installed ("npm ci" failed; is there a network?). The lines above say why.',
  );
}

/**
 * Installs what a lockfile names, by the npm that this was started with, if any.
 *
 * @param {string} folder of the lockfile
 * @returns {Promise<number>} npm's exit code; 127 where there is no npm
 */
export function installPackages(folder) {
  // Without `include` an environment variable such as NODE_ENV=production would leave the build tools out.
  const args = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
  const cli = process.env['npm_execpath'];
  const options = { cwd: folder, env: npmEnvironment(process.env), stdio: ASIDE };
  return (
    cli?.endsWith('npm-cli.js')
      ? run(process.execPath, [cli, ...args], options)
      : run('npm', args, { ...options, shell: process.platform === 'win32' })
  ).catch(() => 127);
}

/**
 * npm tells its children where it works by variables that a second npm, in this folder, must not inherit.
 *
 * @param {NodeJS.ProcessEnv} env
 * @returns {NodeJS.ProcessEnv}
 */
export function npmEnvironment(env) {
  const foreign =
    /^npm_(config_(local_prefix|global_prefix|prefix|global|dry_run|workspaces?|omit|include)|package_|lifecycle_|command)/i;
  return Object.fromEntries(Object.entries(env).filter(([name]) => !foreign.test(name)));
}
