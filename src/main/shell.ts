import { mkdirSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { BrowserWindow } from 'electron';
import { staticHandler } from '../web/static.ts';
import { APP_ID, type ElectronApi, PAGE } from './electron-api.ts';
import { EngineProcess } from './engine-process.ts';
import { menuTemplate } from './menu.ts';
import { isProject, type Named, namedIn } from './named.ts';
import { servePage } from './page-ports.ts';
import { iconPath, makeWindow, preloadPath } from './window.ts';

/** Where things are. */
export interface ShellOptions {
  /** Folder of the built `index.js`. */
  readonly folder: string;
  /** The user's data folder, the same as for the other shells. */
  readonly home: string;
  /** Command line, and the folder it was given in. */
  readonly argv: readonly string[];
  readonly cwd: string;
  /** The development server's page, instead of the built one. */
  readonly devUrl?: string | undefined;
}

/**
 * What must be said before Electron is ready: where the browser keeps its own files, and that `app:` is a scheme like
 * https, from which modules and fonts may be loaded.
 */
export function prepare({ app, protocol }: Pick<ElectronApi, 'app' | 'protocol'>, home: string): void {
  app.enableSandbox();
  // By which Windows knows that a window, its button and the installed program are one.
  if (process.platform === 'win32') app.setAppUserModelId(APP_ID);
  // Apart from what Colligo itself keeps in the user's data folder. Electron wants it to be there.
  const own = join(home, 'desktop');
  mkdirSync(own, { recursive: true, mode: 0o700 });
  app.setPath('userData', own);
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
  ]);
}

/**
 * Starts the desktop shell: one window over one engine in a process of its own.
 *
 * @param electron the real one, or a fake in tests
 * @param options where things are
 * @returns the window; null where Colligo runs already, and has been told what was to be opened
 */
export async function startShell(
  electron: ElectronApi,
  options: ShellOptions,
): Promise<BrowserWindow | null> {
  const { app } = electron;
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return null;
  }
  // What was named before there is a window is opened with it; what is named later, in it.
  let early: Named | undefined;
  let show = (named: Named | undefined) => {
    early = named ?? early;
  };
  // macOS names a double-clicked file by an event, and does so before anything is ready.
  app.on('open-file', (event, path) => {
    event.preventDefault();
    show(isProject(path) ? { path } : { foreign: basename(path) });
  });
  app.on('second-instance', (_event, argv, cwd) => show(namedIn(argv, cwd, app.isPackaged)));
  app.on('window-all-closed', () => app.quit());

  await app.whenReady();
  electron.Menu.setApplicationMenu(
    electron.Menu.buildFromTemplate(menuTemplate(process.platform, !app.isPackaged)),
  );
  electron.protocol.handle('app', staticHandler({ root: resolve(options.folder, '../renderer') }));
  const engine = new EngineProcess(electron, join(options.folder, 'engine-utility.js'), options.home, {
    onLost: () => page.lost(),
    onGivenUp: () => giveUp(electron),
  });
  quitAfter(electron, engine);
  const window = makeWindow(electron, {
    preload: preloadPath(options.folder),
    icon: iconPath(options.folder),
    home: options.home,
  });
  const page = servePage(electron, window, engine);

  const first = early ?? namedIn(options.argv, options.cwd, app.isPackaged);
  early = undefined;
  // Before the page asks what is open.
  if (first) await open(electron, first, (path) => engine.open(path));
  await window.loadURL((app.isPackaged ? undefined : options.devUrl) ?? PAGE);
  show = (named) => {
    if (window.isDestroyed()) return;
    if (window.isMinimized()) window.restore();
    window.focus();
    // The page opens it, as if it had been picked there: what is being typed in it is saved first.
    if (named) void open(electron, named, page.open);
  };
  if (early) show(early);
  return window;
}

/** Opens what was named, in one way or another, or says in a sentence why not. */
async function open(
  { dialog }: Pick<ElectronApi, 'dialog'>,
  named: Named,
  openIn: (path: string) => Promise<unknown>,
): Promise<void> {
  if ('foreign' in named) {
    dialog.showErrorBox(
      'The file was not opened',
      `“${named.foreign}” is no Colligo project: their names end in .colligo. Open a project, then add plans to it.`,
    );
    return;
  }
  await openIn(named.path).catch((error: Error) =>
    dialog.showErrorBox('The project was not opened', error.message),
  );
}

/** The engine has the last word: whatever it still has to write is written before the program ends. */
function quitAfter({ app }: ElectronApi, engine: EngineProcess): void {
  let closed = false;
  app.on('will-quit', (event) => {
    if (closed) return;
    event.preventDefault();
    void engine.close().then(() => {
      closed = true;
      app.quit();
    });
  });
}

function giveUp({ app, dialog }: ElectronApi): void {
  dialog.showErrorBox(
    'Colligo has to stop',
    'The part of it that works with your project stops again and again. Everything up to your last change is on disk. Start Colligo again; if that does not help, open a backup of the project.',
  );
  app.exit(1);
}
