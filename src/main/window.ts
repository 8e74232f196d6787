import { join } from 'node:path';
import type { BrowserWindow } from 'electron';
import type { ElectronApi } from './electron-api.ts';
import { readState, type WindowState, writeState } from './window-state.ts';

/** Copying a quote from a button; everything else that a web page can ask a browser for is refused. */
const PERMITTED = new Set(['clipboard-sanitized-write']);

/**
 * Makes the window, where it was last time, and shuts it in: the page runs in the sandbox, cannot lead anywhere else,
 * cannot open windows and is granted nothing.
 *
 * @param electron to make it with
 * @param options the built preload, the program's picture where the system takes it from the window, and the user's data folder
 * @returns the window, hidden until its page has something to show
 */
export function makeWindow(
  electron: Pick<ElectronApi, 'BrowserWindow' | 'screen' | 'shell'>,
  options: { preload: string; icon: string; home: string },
): BrowserWindow {
  const state = readState(
    options.home,
    electron.screen.getAllDisplays().map(({ workArea }) => workArea),
  );
  const window = new electron.BrowserWindow({
    ...state.bounds,
    minWidth: 720,
    minHeight: 480,
    show: false,
    title: 'Colligo',
    // The other systems take it from the program itself.
    ...(process.platform === 'linux' ? { icon: options.icon } : {}),
    webPreferences: {
      preload: options.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      // Chromium fetches its dictionaries from the network, and nothing here may.
      spellcheck: false,
    },
  });
  if (state.maximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('close', () => writeState(options.home, stateOf(window)));
  shutIn(electron, window);
  return window;
}

function shutIn({ shell }: Pick<ElectronApi, 'shell'>, { webContents }: BrowserWindow): void {
  webContents.setWindowOpenHandler(({ url }) => {
    if (URL.canParse(url) && new URL(url).protocol === 'https:') void shell.openExternal(url);
    return { action: 'deny' };
  });
  // Also what happens to a file that is dropped beside the place for it.
  const stay = (event: { url: string; preventDefault: () => void }) => {
    if (event.url !== webContents.getURL()) event.preventDefault();
  };
  webContents.on('will-navigate', stay);
  webContents.on('will-frame-navigate', stay);
  webContents.on('will-redirect', (event) => event.preventDefault());
  webContents.on('will-attach-webview', (event) => event.preventDefault());
  webContents.session.setPermissionRequestHandler((_contents, permission, decide) =>
    decide(PERMITTED.has(permission)),
  );
  webContents.session.setPermissionCheckHandler((_contents, permission) => PERMITTED.has(permission));
}

function stateOf(window: BrowserWindow): WindowState {
  return { bounds: window.getNormalBounds(), maximized: window.isMaximized() };
}

/** @returns where the preload lies beside the built shell */
export function preloadPath(folder: string): string {
  return join(folder, '../preload/index.cjs');
}

/** @returns where the program's picture lies, in a checkout as in a package */
export function iconPath(folder: string): string {
  return join(folder, '../../resources/icons/linux/256x256.png');
}
