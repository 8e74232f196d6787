import { EventEmitter } from 'node:events';
import type { MenuItemConstructorOptions, OpenDialogOptions, SaveDialogOptions } from 'electron';
import type { ElectronApi } from '../../src/main/electron-api.ts';
import { FakeChannel } from './fake-ports.ts';
import { type Entry, FakeProcess } from './fake-process.ts';
import { FakeWindow } from './fake-window.ts';

/** Handles web requests for a scheme. */
export type SchemeHandler = (request: Request) => Promise<Response>;

/** A fake of Electron, and what a test can see and steer of it. */
export interface FakeElectron {
  readonly api: ElectronApi;
  readonly app: EventEmitter;
  readonly ipc: EventEmitter;
  readonly processes: FakeProcess[];
  readonly schemes: Map<string, SchemeHandler>;
  /** What was asked of the system, in order. */
  readonly calls: [string, ...unknown[]][];
  /** What the next dialog answers. */
  picks: string[];
  /** False for the second of two programs. */
  first: boolean;
  /** What has to happen before Electron is ready. */
  ready: Promise<void>;
  /** Cleared when quitting is put off. */
  quitting: boolean;
  readonly window: () => FakeWindow;
}

/**
 * Makes a fake at the edge of the operating system: windows, dialogs and processes are pretended, the engine's entry
 * that runs behind them is the real one.
 *
 * @param entry what a utility process runs
 * @returns the fake
 */
export function fakeElectron(entry: Entry): FakeElectron {
  const app = new EventEmitter();
  const ipc = new EventEmitter();
  const processes: FakeProcess[] = [];
  const schemes = new Map<string, SchemeHandler>();
  const calls: FakeElectron['calls'] = [];
  const note =
    (name: string) =>
    (...args: unknown[]) =>
      void calls.push([name, ...args]);
  const fork = (path: string, args: string[], options: unknown) => {
    calls.push(['fork', path, args, options]);
    const process = new FakeProcess(entry);
    processes.push(process);
    return process;
  };
  const quit = () => {
    calls.push(['quit']);
    fake.quitting = true;
    app.emit('will-quit', { preventDefault: () => (fake.quitting = false) });
  };
  const api = {
    app: Object.assign(app, {
      isPackaged: true,
      requestSingleInstanceLock: () => fake.first,
      whenReady: () => fake.ready,
      enableSandbox: note('enableSandbox'),
      setPath: note('setPath'),
      setAppUserModelId: note('setAppUserModelId'),
      exit: note('exit'),
      quit,
    }),
    BrowserWindow: FakeWindow,
    dialog: {
      showErrorBox: note('error'),
      showOpenDialog: async (_window: unknown, options: OpenDialogOptions) => {
        calls.push(['openDialog', options]);
        return { canceled: fake.picks.length === 0, filePaths: fake.picks };
      },
      showSaveDialog: async (_window: unknown, options: SaveDialogOptions) => {
        calls.push(['saveDialog', options]);
        return { canceled: fake.picks.length === 0, filePath: fake.picks[0] ?? '' };
      },
    },
    ipcMain: ipc,
    Menu: {
      buildFromTemplate: (template: MenuItemConstructorOptions[]) => template,
      setApplicationMenu: note('menu'),
    },
    MessageChannelMain: FakeChannel,
    protocol: {
      registerSchemesAsPrivileged: note('schemes'),
      handle: (scheme: string, handler: SchemeHandler) => void schemes.set(scheme, handler),
    },
    screen: { getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }] },
    shell: { openExternal: note('external') },
    utilityProcess: { fork },
  };
  const fake: FakeElectron = {
    // The one place where the fake is passed off as the real thing; everything above is checked where it is used.
    api: api as unknown as ElectronApi,
    app,
    ipc,
    processes,
    schemes,
    calls,
    picks: [],
    first: true,
    ready: Promise.resolve(),
    quitting: false,
    window: () => {
      const window = FakeWindow.all.at(-1);
      if (!window) throw new Error('No window was made.');
      return window;
    },
  };
  return fake;
}
