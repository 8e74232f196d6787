import { EventEmitter } from 'node:events';
import type { BrowserWindowConstructorOptions } from 'electron';
import type { FakePort } from './fake-ports.ts';

type OpenHandler = (details: { url: string }) => { action: string };
type Decide = (contents: unknown, permission: string, decide: (allowed: boolean) => void) => void;
type Check = (contents: unknown, permission: string) => boolean;

/** What a window's page sees of Electron: where it is, and what the main process sends it. */
export class FakeContents extends EventEmitter {
  readonly mainFrame = {};
  readonly sent: { channel: string; ports: readonly FakePort[] }[] = [];
  readonly session = {
    setPermissionRequestHandler: (decide: Decide) => {
      this.decide = decide;
    },
    setPermissionCheckHandler: (check: Check) => {
      this.check = check;
    },
  };
  openHandler: OpenHandler | undefined;
  decide: Decide | undefined;
  check: Check | undefined;
  url = '';

  setWindowOpenHandler(handler: OpenHandler): void {
    this.openHandler = handler;
  }

  getURL(): string {
    return this.url;
  }

  postMessage(channel: string, _message: unknown, ports: readonly FakePort[] = []): void {
    this.sent.push({ channel, ports });
    this.emit('sent', channel, ports);
  }
}

/** As much of Electron's BrowserWindow as the shell touches. */
export class FakeWindow extends EventEmitter {
  static readonly all: FakeWindow[] = [];
  readonly options: BrowserWindowConstructorOptions;
  readonly webContents = new FakeContents();
  bounds = { x: 10, y: 20, width: 1000, height: 700 };
  shown = false;
  focused = 0;
  maximized = false;

  constructor(options: BrowserWindowConstructorOptions = {}) {
    super();
    this.options = options;
    FakeWindow.all.push(this);
  }

  async loadURL(url: string): Promise<void> {
    this.webContents.url = url;
    this.emit('ready-to-show');
  }

  show(): void {
    this.shown = true;
  }

  focus(): void {
    this.focused++;
  }

  maximize(): void {
    this.maximized = true;
  }

  isMaximized = () => this.maximized;
  isMinimized = () => false;
  isDestroyed = () => false;
  getNormalBounds = () => this.bounds;
}
