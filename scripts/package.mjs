// npm run package [-- --check] [-- arguments for electron-builder]: makes the installers for this machine's system and kind of
// processor, in dist/. With --check it makes only the folder that would be installed, and tries what is in it; where Electron's
// runtime cannot be had, a stand-in takes its place, so that everything else is looked at.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { environment, launch, run } from './child.mjs';
import { ensureElectron } from './electron.mjs';
import { ensureBuilt, installPackages } from './ensure.mjs';
import { isInstalledAs, readText } from './fresh.mjs';
import { writeLicences } from './licences.mjs';
import { Explained, modernNode, root } from './node.mjs';
import { checkPackage, standIn } from './package-check.mjs';

/** electron-builder has a folder and a lockfile of its own: it would double what everybody installs who only runs Colligo. */
const HOME = join(root, 'packaging');

/** @returns {Promise<string>} path of electron-builder's program */
async function builder() {
  const lockfile = readText(join(HOME, 'package-lock.json'));
  const record = readText(join(HOME, 'node_modules', '.package-lock.json'));
  if (lockfile === undefined || !isInstalledAs(lockfile, record)) {
    console.error('Installing what makes the installers …');
    if ((await installPackages(HOME)) !== 0)
      throw new Explained('electron-builder could not be installed ("npm ci" in packaging/ failed).');
  }
  return join(HOME, 'node_modules', 'electron-builder', 'cli.js');
}

/**
 * @param {boolean} check whether a stand-in will do
 * @returns {Promise<string>} the folder that Electron's runtime lies in
 * @throws {Explained} where there is none
 */
async function runtime(check) {
  if (await ensureElectron(true)) return join(root, 'node_modules', 'electron', 'dist');
  if (check && process.platform === 'linux') {
    console.error("Electron's runtime could not be fetched: a stand-in takes its place in this check.");
    return standIn(join(root, 'dist', 'stand-in'));
  }
  throw new Explained("Electron's runtime could not be fetched, and installers cannot be made without it.");
}

await launch(async () => {
  const args = process.argv.slice(2);
  const check = args.includes('--check');
  await ensureBuilt();
  const dist = await runtime(check);
  writeLicences(join(root, 'out', 'licences.txt'));
  const node = modernNode();
  const code = await run(
    node,
    [
      await builder(),
      ...['--projectDir', root, '--config', join(HOME, 'config.mjs'), '--publish', 'never'],
      `-c.electronDist=${dist}`,
      ...(check ? ['--dir'] : []),
      ...args.filter((arg) => arg !== '--check'),
    ],
    {
      cwd: root,
      env: environment(node, {
        // Certificates that happen to be on a machine are somebody's own: nothing is signed with them unasked.
        CSC_IDENTITY_AUTO_DISCOVERY: 'false',
        // On a Mac the signature of nobody is made for a proposed change, too: its program could not be tried without.
        CSC_FOR_PULL_REQUEST: 'true',
      }),
    },
  );
  if (code !== 0 || !check) return code;
  const app = ['linux-unpacked/resources', 'linux-arm64-unpacked/resources', 'win-unpacked/resources']
    .concat(['mac', 'mac-arm64'].map((folder) => `${folder}/Colligo.app/Contents/Resources`))
    .map((folder) => join(root, 'dist', folder, 'app'))
    .find((folder) => existsSync(folder));
  if (app === undefined) throw new Explained('electron-builder made no folder that could be looked at.');
  await checkPackage(app);
  return 0;
});
