import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect } from '@playwright/test';
import { buildConnectPage } from '../web/connect-bundle.ts';
import { serveForBrowser } from '../web/for-browser.ts';
import { CONNECT, type PageShell } from '../web/page-shell.ts';

declare global {
  interface Window {
    shell: PageShell;
    seen: string[];
  }
}

type Serving = Awaited<ReturnType<typeof serveForBrowser>>;

// The page's own way to its engine in a browser, against the real server.
const test = base.extend<{ root: string; serving: Serving }>({
  root: async ({ page: _page }, use) => {
    const root = mkdtempSync(join(tmpdir(), 'colligo-e2e-'));
    await buildConnectPage(root);
    await use(root);
    rmSync(root, { recursive: true, force: true });
  },
  serving: async ({ root, page }, use) => {
    const said: string[] = [];
    page.on('pageerror', ({ message }) => said.push(message));
    const serving = await serveForBrowser({ root });
    await use(serving);
    await serving.shell.close();
    expect(said).toEqual([]);
  },
});

const seen = { timeout: 15_000 };

test('connects with the token, or with a code that works once, and by itself after a reload', async ({
  page,
  serving,
  context,
}) => {
  const code = serving.shell.handover();
  await page.goto(code);
  await page.evaluate(CONNECT);
  expect(page.url()).toBe(`http://127.0.0.1:${serving.shell.port}/`);
  expect(await page.evaluate(() => window.shell.kind)).toBe('browser');
  expect(await page.evaluate(() => window.shell.pickOpen)).toBeNull();
  expect(await page.evaluate(() => window.shell.client.coders.me())).toMatchObject({ name: 'Ada' });
  expect(await page.evaluate(() => window.seen)).toEqual(['connected']);
  await page.reload();
  await page.evaluate(CONNECT);
  expect(await page.evaluate(() => window.shell.client.coders.me())).toMatchObject({ name: 'Ada' });

  const other = await context.newPage();
  const codeOf = (connecting: Promise<unknown>) =>
    connecting.then(
      () => 'connected',
      ({ message }) => message,
    );
  await other.goto(code);
  expect(await codeOf(other.evaluate(CONNECT))).toContain('Open the whole address');
  await other.goto(`http://127.0.0.1:${serving.shell.port}/`);
  expect(await codeOf(other.evaluate(CONNECT))).toContain('Open the whole address');
  await other.goto('about:blank');
  await other.goto(serving.shell.address);
  expect(await codeOf(other.evaluate(CONNECT))).toBe('connected');
});

test('what is under way when the connection breaks fails with a name, and the connection comes back', async ({
  page,
  serving,
}) => {
  await page.goto(serving.shell.address);
  await page.evaluate(CONNECT);
  const stream = page.evaluate(async () => {
    const changes = await window.shell.client.history.changes();
    window.seen.push('listening');
    return changes.next().then(String, ({ code }) => code);
  });
  await expect.poll(() => serving.engine.listeners()).toBe(1);
  await expect.poll(() => page.evaluate(() => window.seen)).toEqual(['connected', 'listening']);
  // So long a message that the server hangs up.
  const call = page.evaluate(() => {
    const name = 'x'.repeat(17_000_000);
    return window.shell.client.coders.introduce({ name }).then(String, ({ code }) => code);
  });
  expect(await call).toBe('CONNECTION_LOST');
  expect(await stream).toBe('CONNECTION_LOST');
  await expect
    .poll(() => page.evaluate(() => window.seen), seen)
    .toEqual(['connected', 'listening', 'lost', 'restored']);
  expect(await page.evaluate(() => window.shell.client.coders.me())).toMatchObject({ name: 'Ada' });
  await expect.poll(() => serving.engine.listeners()).toBe(0);
});

test('a call that the page gives up itself stays what it is', async ({ page, serving }) => {
  await page.goto(serving.shell.address);
  await page.evaluate(CONNECT);
  const name = page.evaluate(async () => {
    const giveUp = new AbortController();
    const changes = await window.shell.client.history.changes(undefined, { signal: giveUp.signal });
    const next = changes.next().then(String, (error: Error) => error.name);
    giveUp.abort();
    return next;
  });
  expect(await name).toBe('AbortError');
  await expect.poll(() => serving.engine.listeners()).toBe(0);
});

test('another run at the same address is not taken for the same', async ({ page, serving, root }) => {
  await page.goto(serving.shell.address);
  await page.evaluate(CONNECT);
  const { port } = serving.shell;
  await serving.shell.close();
  await expect.poll(() => page.evaluate(() => window.seen)).toEqual(['connected', 'lost']);
  const failed = page.evaluate(() => window.shell.client.coders.me().then(String, ({ code }) => code));
  expect(await failed).toBe('CONNECTION_LOST');
  const next = await serveForBrowser({ root, ports: [port] });
  await expect.poll(() => page.evaluate(() => window.seen), seen).toEqual(['connected', 'lost', 'over']);
  await next.shell.close();
});

test('a dropped file goes up and comes back as a grant', async ({ page, serving }) => {
  await page.goto(serving.shell.address);
  await page.evaluate(CONNECT);
  const drop = (name: string, size = 3) =>
    page.evaluate(
      ({ name: called, size: long }) =>
        window.shell
          .drop(new File(['x'.repeat(long)], called))
          .catch(({ code, message }) => ({ code, message })),
      { name, size },
    );
  const picked = await drop('../Köln & Bonn?.md');
  expect(picked).toEqual({ name: 'Köln & Bonn.md', grant: expect.any(String) });
  const path = serving.engine.grants.take('grant' in picked ? picked.grant : '', 'import');
  expect(readFileSync(path, 'utf8')).toBe('xxx');
  expect(await drop('a.colligo')).toMatchObject({
    code: 'REFUSED',
    message: expect.stringContaining('Open project'),
  });
  expect(await drop('long.md', 257 * 1024 * 1024)).toMatchObject({
    code: 'REFUSED',
    message: expect.stringContaining('256 MB'),
  });
  await serving.shell.close();
  expect(await drop('a.md')).toMatchObject({ code: 'CONNECTION_LOST' });
});
