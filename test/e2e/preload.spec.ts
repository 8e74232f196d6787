import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect } from '@playwright/test';
import type { FakeElectron } from '../main/fake-electron.ts';
import { built, startForBrowser } from '../main/for-browser.ts';
import { type PreloadWorld, runPreload } from '../main/isolated-world.ts';
import { quitAndWait } from '../main/quit.ts';
import { buildConnectPage } from '../web/connect-bundle.ts';
import { CONNECT, type PageShell } from '../web/page-shell.ts';
import { firstProject } from './electron/journey.ts';

// The built preload in an isolated world of Chromium, between a page and the real main code, which runs over a fake
// Electron and the built engine: all of the desktop shell but the operating system's part.

declare global {
  interface Window {
    shell: PageShell;
    seen: string[];
  }
}

interface Desktop {
  readonly fake: FakeElectron;
  readonly world: PreloadWorld;
  /** A plan that can be dropped. */
  readonly plan: string;
}

const test = base.extend<{ start: (folder: string) => Promise<Desktop>; folder: string }>({
  userAgent: 'Mozilla/5.0 (X11; Linux x64) Chrome/152.0.0.0 Electron/45.4.1 Safari/537.36',
  folder: async ({ page: _page }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'colligo-e2e-'));
    await use(folder);
    rmSync(folder, { recursive: true, force: true });
  },
  start: async ({ page, folder }, use) => {
    const plan = join(folder, 'Köln.md');
    writeFileSync(plan, '# Köln');
    const sockets: string[] = [];
    page.on('websocket', (socket) => sockets.push(socket.url()));
    let fake: FakeElectron | undefined;
    await use(async (programs) => {
      fake = await startForBrowser(join(folder, 'home'), programs);
      return { fake, plan, world: await runPreload(page, fake, { 'Köln.md': plan }) };
    });
    expect(sockets, 'the desktop needs no socket').toEqual([]);
    if (fake) await quitAndWait(fake);
  },
});

test('the built page works over the port that the preload hands it', async ({ page, start }) => {
  const said: string[] = [];
  page.on('pageerror', (error) => said.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') said.push(message.text());
  });
  const { fake } = await start(built);
  await page.goto('https://local/index.html');
  await expect(page.getByRole('button', { name: 'New project' })).toBeVisible();
  expect(
    await page.evaluate(() =>
      ['require', 'process', 'toMain', 'fromMain', 'colligo'].filter((name) => name in window),
    ),
  ).toEqual([]);
  // A reload is a new page: it gets ports of its own.
  await page.reload();
  await expect(page.getByRole('button', { name: 'New project' })).toBeVisible();
  expect(fake.window().webContents.sent).toHaveLength(2);
  expect(said).toEqual([]);
});

test('a newcomer’s first project', async ({ page, start, folder }) => {
  const { fake } = await start(built);
  await page.goto('https://local/index.html');
  const pick = (path: string) => {
    fake.picks = [path];
  };
  await firstProject(page, pick, join(folder, 'Two towns.colligo'), 'Two towns');
});

test('a project that the system hands over is opened when what is being typed is saved', async ({
  page,
  start,
  folder,
}) => {
  const { fake } = await start(built);
  const [north, south] = [join(folder, 'North.colligo'), join(folder, 'South.colligo')];
  copyFileSync(join(import.meta.dirname, '../fixtures/store/002.colligo'), south);
  await page.goto('https://local/index.html');
  await page.getByRole('button', { name: 'New project' }).click();
  await page.getByLabel('Name of the project').fill('North');
  await page.getByLabel('Your name').fill('Ada Kern');
  fake.picks = [north];
  await page.getByRole('button', { name: 'Choose a place' }).click();
  const title = page.getByRole('heading', { level: 1 });
  await expect(title).toHaveText('North');
  await page.keyboard.press('Control+Shift+m');
  await page.getByRole('button', { name: 'New memo about the project' }).first().click();
  const memo = page.getByLabel('Memo', { exact: true }).and(page.locator('textarea'));
  await memo.pressSequentially('Where is the south?');
  // As a file manager does, in less time than a pause in the typing takes to save.
  fake.app.emit('second-instance', {}, ['colligo', 'South.colligo'], folder);
  await expect(title).toHaveText('Made by migration 2');
  await expect(page.getByText('Where is the south?')).toHaveCount(0);
  fake.app.emit('second-instance', {}, ['colligo', north], folder);
  await expect(title).toHaveText('North');
  await expect(page.getByRole('grid', { name: 'Memos' }).getByText('Where is the south?')).toBeVisible();
  expect(fake.calls.filter(([name]) => name === 'error')).toEqual([]);
});

test.describe('the page’s way to the engine', () => {
  test.beforeEach(async ({ folder }) => {
    mkdirSync(join(folder, 'main'));
    await buildConnectPage(join(folder, 'renderer'));
  });

  test('speaks the contract, streams and errors included', async ({ page, start, folder }) => {
    await start(join(folder, 'main'));
    await page.goto('https://local/index.html');
    await page.evaluate(CONNECT);
    expect(await page.evaluate(() => window.shell.kind)).toBe('desktop');
    const heard = page.evaluate(async () => {
      for await (const { nouns } of await window.shell.client.history.changes()) return nouns;
      return [];
    });
    const me = await page.evaluate(() => window.shell.client.coders.introduce({ name: 'Ada' }));
    expect(me).toMatchObject({ name: 'Ada' });
    expect(await heard).toContain('coders');
    const refused = page.evaluate(() =>
      window.shell.client.files.list({ purpose: 'plans' }).catch(({ code }) => code),
    );
    expect(await refused).toBe('REFUSED');
  });

  test('gets grants from the system’s dialogs', async ({ page, start, folder }) => {
    const { fake, plan } = await start(join(folder, 'main'));
    await page.goto('https://local/index.html');
    await page.evaluate(CONNECT);
    const pick = () => page.evaluate(() => window.shell.pickOpen?.({ purpose: 'plans', multiple: true }));
    expect(await pick()).toEqual([]);
    fake.picks = [plan];
    expect(await pick()).toEqual([{ name: 'Köln.md', grant: expect.any(String) }]);
  });

  test('gets a grant for a file of this computer, and none for one that a script made', async ({
    page,
    start,
    folder,
  }) => {
    const { plan, world } = await start(join(folder, 'main'));
    await page.goto('https://local/index.html');
    await page.evaluate(CONNECT);
    await page.evaluate(() =>
      document.body.append(Object.assign(document.createElement('input'), { type: 'file' })),
    );
    await page.locator('input').setInputFiles(plan);
    const drop = () =>
      page.evaluate(async () => {
        const [file] = document.querySelector('input')?.files ?? [];
        return file ? window.shell.drop(file) : null;
      });
    expect(await drop()).toEqual({ name: 'Köln.md', grant: expect.any(String) });
    // The browser itself says that the file which reached the preload still knows where it lies.
    expect(await world.pathOfLastFile()).toBe(plan);
    const forged = page.evaluate(() =>
      window.shell.drop(new File(['x'], 'passwd')).catch(({ message }) => message),
    );
    expect(await forged).toBe('“passwd” does not lie on this computer.');
    expect(await world.pathOfLastFile()).toBe('');
  });

  test('comes back when the engine was started again', async ({ page, start, folder }) => {
    const { fake } = await start(join(folder, 'main'));
    await page.goto('https://local/index.html');
    await page.evaluate(CONNECT);
    const broken = page.evaluate(async () => {
      const stream = await window.shell.client.history.changes();
      window.seen.push('listening');
      return stream.next().then(String, ({ code }) => code);
    });
    await expect.poll(() => page.evaluate(() => window.seen)).toEqual(['connected', 'listening']);
    fake.processes[0]?.end(1);
    expect(await broken).toBe('CONNECTION_LOST');
    await expect
      .poll(() => page.evaluate(() => window.seen))
      .toEqual(['connected', 'listening', 'lost', 'resumed']);
    expect(await page.evaluate(() => window.shell.client.coders.me())).toBeNull();
  });
});
