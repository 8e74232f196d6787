import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { BrowserWindow } from 'electron';
import { staticHandler } from '../web/static.ts';
import { type ElectronApi, PAGE } from './electron-api.ts';
import { EngineProcess } from './engine-process.ts';
import { menuTemplate } from './menu.ts';
import { servePage } from './page-ports.ts';
import { makeWindow, preloadPath } from './window.ts';

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
  const { promise: started, resolve: start } = Promise.withResolvers<{
    window: BrowserWindow;
    engine: EngineProcess;
  }>();
  const open = async (path: string | undefined): Promise<void> => {
    const { window, engine } = await started;
    if (window.isMinimized()) window.restore();
    window.focus();
    if (path !== undefined) await openProject(electron, engine, path);
  };
  // macOS names a double-clicked file by an event, and does so before anything is ready.
  app.on('open-file', (event, path) => {
    event.preventDefault();
    void open(path);
  });
  app.on('second-instance', (_event, argv, cwd) => void open(projectIn(argv, cwd)));
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
  const window = makeWindow(electron, { preload: preloadPath(options.folder), home: options.home });
  const page = servePage(electron, window, engine);

  const project = projectIn(options.argv, options.cwd);
  // Before the page asks what is open.
  if (project !== undefined) await openProject(electron, engine, project);
  await window.loadURL((app.isPackaged ? undefined : options.devUrl) ?? PAGE);
  start({ window, engine });
  return window;
}

/** Finds the project that a command line names; the rest of it is Electron's or the browser's. */
function projectIn(argv: readonly string[], cwd: string): string | undefined {
  const named = argv
    .slice(1)
    .findLast((arg) => !arg.startsWith('-') && arg.toLowerCase().endsWith('.colligo'));
  return named === undefined ? undefined : resolve(cwd, named);
}

async function openProject({ dialog }: ElectronApi, engine: EngineProcess, path: string): Promise<void> {
  await engine
    .open(path)
    .catch((error: Error) => dialog.showErrorBox('The project was not opened', error.message));
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
