import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { test as base, type ElectronApplication, _electron as electron, expect } from '@playwright/test';
import { findElectron, hasDisplay } from '../../../scripts/electron.mjs';
import { expectCoded, firstProject } from './journey.ts';

// The program itself, in Electron's own runtime: the checkout's, or an installed one that COLLIGO_PROGRAM names.

const ROOT = resolve(import.meta.dirname, '../../..');
const named = process.env['COLLIGO_PROGRAM'];
const installed = named === undefined ? undefined : resolve(ROOT, named);
const program = installed ?? findElectron();

/** Chromium refuses to run in a sandbox for the administrator of a Linux machine. */
const isRoot = process.getuid?.() === 0;

base.skip(program === undefined, 'Electron’s runtime is not here');
base.skip(!hasDisplay(), 'there is no display here');

interface Desktop {
  readonly folder: string;
  /** Starts the program of one person; it is ended with the test. */
  readonly start: (...args: string[]) => Promise<ElectronApplication>;
  /** Starts it beside the one that runs, and waits until it has gone. @returns its exit code */
  readonly startAgain: (...args: string[]) => Promise<number | null>;
}

/** This process's variables, but that a bare Node is wanted: an editor that is an Electron program leaves that in its terminal. */
function environment(home: string): Record<string, string> {
  const own = Object.entries({ ...process.env, COLLIGO_HOME: home });
  return Object.fromEntries(
    own.filter(
      (each): each is [string, string] => each[1] !== undefined && each[0] !== 'ELECTRON_RUN_AS_NODE',
    ),
  );
}

const test = base.extend<{ desktop: Desktop }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the parameter
  desktop: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'colligo-electron-'));
    const env = environment(join(folder, 'home'));
    const own = [...(isRoot ? ['--no-sandbox'] : []), ...(installed ? [] : [ROOT])];
    const running: ElectronApplication[] = [];
    await use({
      folder,
      start: async (...args) => {
        const app = await electron.launch({
          executablePath: program ?? '',
          args: [...own, ...args],
          cwd: folder,
          env,
          // Otherwise Playwright switches the sandbox off, which the program is meant to run in.
          chromiumSandbox: !isRoot,
        });
        running.push(app);
        return app;
      },
      startAgain: async (...args) => {
        const child = spawn(program ?? '', [...own, ...args], { cwd: folder, env, stdio: 'ignore' });
        const [code] = await once(child, 'exit');
        return code;
      },
    });
    for (const app of running) await app.close().catch(() => undefined);
    rmSync(folder, { recursive: true, force: true });
  },
});

/** Has dialogs answer with a path; what a system's own dialog looks like, no test can see. */
const picking = (app: ElectronApplication) => (path: string) =>
  app.evaluate(({ dialog }, picked) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [picked] });
    dialog.showSaveDialog = async () => ({ canceled: false, filePath: picked });
  }, path);

test('a first project is made, closed with the program, and opened by its name', async ({ desktop }) => {
  const project = join(desktop.folder, 'Two towns.colligo');
  const app = await desktop.start();
  const page = await app.firstWindow();
  const said: string[] = [];
  page.on('pageerror', (error) => said.push(error.message));
  await firstProject(page, picking(app), project, 'Two towns');
  expect(said).toEqual([]);
  await app.close();
  expect(existsSync(project)).toBe(true);
  expect(existsSync(`${project}-wal`)).toBe(false);

  const again = await desktop.start('Two towns.colligo');
  const next = await again.firstWindow();
  await expect(next.getByRole('heading', { level: 1 })).toHaveText('Two towns');
  await expectCoded(next);
});

test('a second program hands its project to the first and goes', async ({ desktop }) => {
  const before = await desktop.start();
  const north = join(desktop.folder, 'North.colligo');
  await firstProject(await before.firstWindow(), picking(before), north, 'North');
  await before.close();

  const app = await desktop.start();
  const page = await app.firstWindow();
  await firstProject(page, picking(app), join(desktop.folder, 'South.colligo'), 'South');
  expect(await desktop.startAgain('North.colligo')).toBe(0);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('North');
  expect(app.windows()).toHaveLength(1);
});

test('the page is shut in: no Node in it, no way out of it', async ({ desktop }) => {
  const app = await desktop.start();
  const page = await app.firstWindow();
  await expect(page.getByRole('button', { name: 'New project' })).toBeVisible();
  expect(new URL(page.url()).protocol).toBe('app:');
  const reachable = await page.evaluate(() =>
    ['require', 'process', 'module', 'Buffer'].filter((name) => name in window),
  );
  expect(reachable).toEqual([]);
  const outside = page.evaluate(() => fetch('https://example.org/').then(String, ({ name }) => name));
  expect(await outside).toBe('TypeError');
});
