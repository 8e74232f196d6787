import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CDPSession, Page } from '@playwright/test';
import type { FakeElectron } from './fake-electron.ts';
import type { FakePort } from './fake-ports.ts';

const WORLD = 'electron-preload';

/**
 * What `require('electron')` gives to the preload here. Chromium's isolated world is what Electron's contextIsolation
 * is made of; only the way out of the browser is pretended, by a binding that exists in that world alone.
 */
const FAKE_ELECTRON = `
  const heard = new Map();
  const ends = new Map();
  const say = (message) => toMain(JSON.stringify(message));
  globalThis.fromMain = ({ channel, ports, port, data }) => {
    if (port !== undefined) return ends.get(port)?.postMessage(data);
    const handed = ports.map((id) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = (event) => say({ port: id, data: event.data });
      ends.set(id, port1);
      return port2;
    });
    heard.get(channel)?.({ ports: handed });
  };
  const electron = {
    ipcRenderer: {
      on: (channel, listener) => heard.set(channel, listener),
      send: (channel, message) => say({ channel, message }),
    },
    webUtils: {
      getPathForFile: (file) => {
        globalThis.lastFile = file;
        return PATHS[file.name] ?? '';
      },
    },
  };
  const require = (name) => {
    if (name !== 'electron') throw new Error('A sandboxed preload may ask for electron only, not for ' + name);
    return electron;
  };`;

/** The preload's world in a browser page. */
export interface PreloadWorld {
  /** Asks the browser where the file lies that the preload was handed last, as webUtils does in Electron. */
  pathOfLastFile(): Promise<string>;
}

/**
 * Lets the built preload run in an isolated world of a page, between that page and the real main process code.
 * @param page nothing may have been loaded into it
 * @param fake Electron, with a shell started on it
 * @param paths where the files lie that a person drops, by their names
 */
export async function runPreload(
  page: Page,
  fake: FakeElectron,
  paths: Record<string, string> = {},
): Promise<PreloadWorld> {
  const cdp = await page.context().newCDPSession(page);
  const ends = new Map<number, FakePort>();
  const { webContents } = fake.window();
  let world: number | undefined;
  let count = 0;

  cdp.on('Runtime.executionContextsCleared', () => {
    // The page was left, and its ends of the ports with it.
    world = undefined;
    for (const port of ends.values()) port.close();
    ends.clear();
  });
  cdp.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.name === WORLD) world = context.id;
  });
  cdp.on('Runtime.bindingCalled', ({ payload }) => {
    const { channel, message, port, data } = JSON.parse(payload);
    if (port === undefined) fake.ipc.emit(channel, { senderFrame: webContents.mainFrame }, message);
    else ends.get(port)?.postMessage(data);
  });
  const tell = async (message: object) => {
    if (world === undefined || page.isClosed()) return;
    await evaluate(cdp, world, `fromMain(${JSON.stringify(message)})`).catch((error: unknown) => {
      // A page that is closed or being left hears nothing any more.
      if (!page.isClosed() && !String(error).includes('Cannot find context')) throw error;
    });
  };
  webContents.on('sent', (channel: string, ports: readonly FakePort[]) => {
    const ids = ports.map((port) => {
      const id = ++count;
      ends.set(id, port);
      port.on('message', ({ data }: { data: unknown }) => void tell({ port: id, data }));
      return id;
    });
    // Started once the page has its ends, for nothing may come before.
    void tell({ channel, ports: ids }).then(() => {
      for (const port of ports) port.start();
    });
  });

  await cdp.send('Runtime.enable');
  await cdp.send('Page.enable');
  await cdp.send('Runtime.addBinding', { name: 'toMain', executionContextName: WORLD });
  const preload = readFileSync(join(import.meta.dirname, '../../out/preload/index.cjs'), 'utf8');
  const source = `{ const PATHS = ${JSON.stringify(paths)};${FAKE_ELECTRON}\n{ ${preload}\n}}`;
  await cdp.send('Page.addScriptToEvaluateOnNewDocument', { worldName: WORLD, source });
  await page.route('https://local/**', (route) => servePage(fake, route));
  return {
    pathOfLastFile: async () => {
      const { result } = await cdp.send('Runtime.evaluate', {
        expression: 'lastFile',
        ...(world === undefined ? {} : { contextId: world }),
      });
      const { path } = await cdp.send('DOM.getFileInfo', { objectId: result.objectId ?? '' });
      return path;
    },
  };
}

/** The page comes from the shell's own handler for `app:`, headers and all. */
async function servePage(
  fake: FakeElectron,
  route: Parameters<Parameters<Page['route']>[1]>[0],
): Promise<void> {
  const { pathname } = new URL(route.request().url());
  const response = await fake.schemes.get('app')?.(new Request(`app://local${pathname}`));
  if (!response) throw new Error('The shell has no handler for app:.');
  const body = Buffer.from(await response.arrayBuffer());
  await route.fulfill({ status: response.status, headers: Object.fromEntries(response.headers), body });
}

async function evaluate(cdp: CDPSession, contextId: number, expression: string): Promise<void> {
  const { exceptionDetails } = await cdp.send('Runtime.evaluate', { expression, contextId });
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
}
