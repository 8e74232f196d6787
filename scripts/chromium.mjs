// Finding, or getting, a Chromium for the end-to-end tests.
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { run } from './child.mjs';
import { runTool } from './ensure.mjs';
import { Explained, root } from './node.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];

/**
 * Finds a Chromium that belongs to the machine: the one that CHROMIUM_PATH names, else one on the PATH or where the
 * system keeps its programs.
 *
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {string | undefined} path of the executable
 * @throws {Explained} when CHROMIUM_PATH names a file that does not exist
 */
export function systemChromium(env = process.env) {
  const named = env['CHROMIUM_PATH'];
  if (named) {
    if (existsSync(named)) return named;
    throw new Explained(`CHROMIUM_PATH names ${named}, and there is no such file.`);
  }
  const folders = [...(env['PATH'] ?? '').split(delimiter).filter(Boolean), '/usr/bin'];
  const programs = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']].filter(Boolean);
  const candidates = [
    ...folders.flatMap((folder) => NAMES.map((name) => join(folder, name))),
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    ...programs.map((folder) => `${folder}\\Google\\Chrome\\Application\\chrome.exe`),
  ];
  return candidates.find((path) => existsSync(path));
}

/**
 * Makes sure that there is a Chromium: the machine's, Playwright's own, or one installed now.
 *
 * @returns {Promise<void>}
 * @throws {Explained} when there is none and none can be had; the sentence says what to install
 */
export async function ensureChromium() {
  if (systemChromium() || (await hasPlaywrightsOwn())) return;
  console.error('There is no Chromium here; asking Playwright for one …');
  await runTool('playwright', ['install', 'chromium'], { stdio: ['ignore', 2, 2] });
  if (await hasPlaywrightsOwn()) return;
  if (process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
    console.error('Playwright could not get one; installing the Debian package "chromium" …');
    await aptGet('update');
    await aptGet('install', '-y', '--no-install-recommends', 'chromium');
  }
  if (systemChromium()) return;
  throw new Explained(
    'The end-to-end tests need a Chromium: install Chromium or Chrome, or set CHROMIUM_PATH to one.',
  );
}

/** @returns {Promise<boolean>} whether Playwright has downloaded its own Chromium */
async function hasPlaywrightsOwn() {
  const file = createRequire(join(root, 'package.json')).resolve('@playwright/test');
  /** @type {typeof import('@playwright/test')} */
  const { chromium } = await import(pathToFileURL(file).href);
  return existsSync(chromium.executablePath());
}

/**
 * @param {...string} args
 * @returns {Promise<number>} the exit code
 */
function aptGet(...args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return run('apt-get', ['-q', ...args], { env, stdio: ['ignore', 2, 2] }).catch(() => 127);
}
