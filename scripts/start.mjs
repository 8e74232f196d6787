// npm start [-- path/to/project.colligo]: opens the workbench, in Electron where that is possible, else in a browser.
// COLLIGO_SHELL=browser asks for the browser at once; COLLIGO_SHELL=electron tries the download again.
import { isAbsolute, join, resolve } from 'node:path';
import { environment, launch, run } from './child.mjs';
import { ensureElectron, hasDisplay } from './electron.mjs';
import { ensureBuilt } from './ensure.mjs';
import { modernNode, root } from './node.mjs';

/**
 * npm runs this in the checkout; paths are meant from where the person typed the command.
 *
 * @param {readonly string[]} args
 * @returns {string[]}
 */
function absolute(args) {
  const from = process.env['INIT_CWD'] ?? process.cwd();
  return args.map((arg) => (arg.startsWith('-') || isAbsolute(arg) ? arg : resolve(from, arg)));
}

/** @returns {Promise<string | undefined>} Electron's executable, or nothing after saying why the browser opens */
async function electron() {
  const wish = process.env['COLLIGO_SHELL'];
  if (wish === 'browser') return undefined;
  if (!hasDisplay()) {
    console.error('There is no display here, so the workbench runs in the browser: open the address below.');
    return undefined;
  }
  const path = await ensureElectron(wish === 'electron');
  if (!path)
    console.error("Electron's runtime could not be fetched, so the same workbench opens in the browser.");
  return path;
}

await launch(async () => {
  await ensureBuilt();
  const node = modernNode();
  const args = absolute(process.argv.slice(2));
  const shell = await electron();
  // Editors that are Electron programs themselves leave this variable in their terminals; it would start a bare Node.
  const env = environment(node, { ELECTRON_RUN_AS_NODE: undefined });
  return shell
    ? run(shell, [root, ...args], { env })
    : run(node, [join(root, 'out', 'main', 'web.js'), ...args], { env });
});
