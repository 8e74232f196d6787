import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { prepare, startShell } from '../../src/main/shell.ts';
import { type FakeElectron, fakeElectron } from './fake-electron.ts';
import type { Entry } from './fake-process.ts';

/** Folder of the built programs. */
export const built = resolve(import.meta.dirname, '../../out/main');

/**
 * Starts the desktop shell over a fake Electron and the built engine, for a page in a real browser.
 * @param home the user's data folder
 * @param folder where the shell believes to lie: the page is served from `../renderer`
 * @returns the fake
 */
export async function startForBrowser(home: string, folder: string = built): Promise<FakeElectron> {
  const file = pathToFileURL(resolve(built, 'engine-utility.js')).href;
  const { serveEngine }: { serveEngine: Entry } = await import(file);
  const fake = fakeElectron(serveEngine);
  prepare(fake.api, home);
  await startShell(fake.api, { folder, home, argv: ['colligo'], cwd: home });
  return fake;
}
