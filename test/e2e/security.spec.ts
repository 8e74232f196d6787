import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';

declare global {
  interface Window {
    violated: Set<string>;
  }
}

/** The address as the program printed it; the page has taken the token out of its own. */
async function addressOf(page: Page): Promise<{ origin: string; token: string }> {
  const token = await page.evaluate(() => sessionStorage.getItem('colligo-token'));
  return { origin: new URL(page.url()).origin, token: token ?? '' };
}

/** Serves one page from another port of this machine. */
async function servedElsewhere(html: string): Promise<{ url: string; close: () => void }> {
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html');
    response.end(html);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/`, close: () => server.close() };
}

test('the token is gone from the address and from the history, and a reload needs none', async ({ app }) => {
  const { page } = app;
  await expect(page.getByRole('button', { name: 'New project' })).toBeVisible();
  const { token, origin } = await addressOf(page);
  expect(token).toHaveLength(32);
  expect(page.url()).toBe(`${origin}/`);
  expect(await page.evaluate(() => document.documentElement.outerHTML + document.cookie)).not.toContain(
    token,
  );
  expect(await page.evaluate(() => Object.values({ ...localStorage }).join())).not.toContain(token);
  const cdp = await page.context().newCDPSession(page);
  const { entries } = await cdp.send('Page.getNavigationHistory');
  expect(entries.map(({ url }) => url).join()).not.toContain(token);
  await page.reload();
  await expect(page.getByRole('button', { name: 'New project' })).toBeVisible();
  expect(page.url()).toBe(`${origin}/`);
});

test('another tab needs the whole address', async ({ app, context }) => {
  await expect(app.page.getByRole('button', { name: 'New project' })).toBeVisible();
  const { origin, token } = await addressOf(app.page);
  const other = await context.newPage();
  const sockets: string[] = [];
  other.on('websocket', (socket) => sockets.push(socket.url()));
  await other.goto(`${origin}/`);
  await expect(other.locator('#root > *').first()).toBeVisible();
  await expect(other.getByRole('button', { name: 'New project' })).toHaveCount(0);
  expect(sockets).toEqual([]);
  await other.goto(`${origin}/#t=${token.slice(0, -1)}${token.endsWith('x') ? 'y' : 'x'}`);
  await other.reload(); // A fragment alone loads nothing.
  await expect(other.locator('#root > *').first()).toBeVisible();
  await expect(other.getByRole('button', { name: 'New project' })).toHaveCount(0);
  await other.goto('about:blank');
  await other.goto(`${origin}/#t=${token}`);
  await expect(other.getByRole('button', { name: 'New project' })).toBeVisible();
});

test('the page runs nothing that is not a file of ours, and asks nobody else', async ({ page, app }) => {
  await expect(page.getByRole('button', { name: 'New project' })).toBeVisible();
  const { origin } = await addressOf(page);
  // A context of its own, because the fixture fails on what the browser complains about, and here it must.
  const context = await page.context().browser()?.newContext();
  const bare = await context?.newPage();
  if (!context || !bare) throw new Error('There is no browser.');
  await bare.goto(`${origin}/`);
  const elsewhere = 'http://127.0.0.1:9';
  const found = await bare.evaluate(async (other) => {
    window.violated = new Set();
    document.addEventListener('securitypolicyviolation', (event) =>
      window.violated.add(event.effectiveDirective),
    );
    const add = (name: string, attribute: string, value: string) => {
      const element = document.createElement(name);
      if (attribute === '') element.textContent = value;
      else element.setAttribute(attribute, value);
      document.body.append(element);
    };
    add('script', '', 'window.ran = true');
    add('script', 'src', `${other}/x.js`);
    add('style', '', 'body { color: red }');
    add('a', 'style', 'color: red');
    add('img', 'src', `${other}/x.png`);
    add('iframe', 'src', other);
    add('object', 'data', `${other}/x.pdf`);
    // Not within the debugger's own call, to which the policy does not apply.
    let evaluated = false;
    setTimeout(() => {
      evaluated = new Function('return true')();
    });
    const fetched = await fetch(other).then(
      () => true,
      () => false,
    );
    const socket = await new Promise((resolve) => {
      const opened = new WebSocket(other.replace('http', 'ws'));
      opened.onerror = () => resolve(false);
      opened.onopen = () => resolve(true);
    });
    return { ran: 'ran' in window, evaluated, fetched, socket };
  }, elsewhere);
  expect(found).toEqual({ ran: false, evaluated: false, fetched: false, socket: false });
  await expect
    .poll(() => bare.evaluate(() => [...window.violated].sort()))
    .toEqual([
      'connect-src',
      'frame-src',
      'img-src',
      'object-src',
      'script-src',
      'script-src-elem',
      'style-src-attr',
      'style-src-elem',
    ]);
  await context.close();
  expect(app.page.url()).toBe(`${origin}/`);
});

test('a page from elsewhere can neither frame it, nor read it, nor speak to its engine', async ({
  app,
  browser,
}) => {
  await expect(app.page.getByRole('button', { name: 'New project' })).toBeVisible();
  const { origin, token } = await addressOf(app.page);
  const { url, close } = await servedElsewhere(`<!doctype html><iframe src="${origin}/"></iframe>`);
  const page = await browser.newPage();
  await page.goto(url);
  const found = await page.evaluate(
    async ({ there, secret }) => {
      const socket = new Promise<string>((resolve) => {
        const opened = new WebSocket(`${there.replace('http', 'ws')}/rpc`);
        opened.onopen = () => resolve('open');
        opened.onerror = () => resolve('refused');
      });
      const ask = (path: string, options: RequestInit) =>
        fetch(there + path, options).then(
          () => 'answered',
          () => 'refused',
        );
      const script = new Promise<string>((resolve) => {
        const element = document.createElement('script');
        element.onload = () => resolve('loaded');
        element.onerror = () => resolve('refused');
        element.src = `${there}/index.html`;
        document.body.append(element);
      });
      return {
        socket: await socket,
        read: await ask('/', {}),
        // Even with the token: a browser asks first whether it may send this header, and is told no.
        sent: await ask('/drop?name=a.md', {
          method: 'POST',
          headers: { 'x-colligo-token': secret },
          body: 'x',
        }),
        script: await script,
      };
    },
    { there: origin, secret: token },
  );
  expect(found).toEqual({ socket: 'refused', read: 'refused', sent: 'refused', script: 'refused' });
  const [, frame] = page.frames();
  expect(frame?.url()).toMatch(/^chrome-error:/);
  await page.close();
  close();
});
