import type { BrowserWindow, IpcMainEvent, MessagePortMain } from 'electron';
import * as z from 'zod';
import { type Choice, dropped, nameOf, pick, Wish } from './dialogs.ts';
import { CHANNELS, type ElectronApi } from './electron-api.ts';
import type { EngineProcess } from './engine-process.ts';

const Drop = z.strictObject({ id: z.int(), path: z.string() });

/** What the shell tells the page. */
export interface ServedPage {
  /** The engine was lost. */
  readonly lost: () => void;
  /**
   * Hands a project over that the system named; while no page listens, the engine opens it.
   * @throws EngineRefusal with a sentence for people
   */
  readonly open: (path: string) => Promise<void>;
}

/**
 * Gives the page its two ports whenever it asks, which it does once for each load and once for each new engine: one
 * goes to the engine, past this process; the other ends here and carries the shell's few verbs. The page asks, rather
 * than being told, because only it knows when it listens.
 *
 * @param electron to listen and make channels with
 * @param window whose page is served; nobody else is
 * @param engine to connect to
 * @returns the page, as far as the shell has something to tell it
 */
export function servePage(
  electron: Pick<ElectronApi, 'dialog' | 'ipcMain' | 'MessageChannelMain'>,
  window: BrowserWindow,
  engine: EngineProcess,
): ServedPage {
  let verbs: MessagePortMain | undefined;

  /** Paths go to the engine, permissions to the page. */
  const reply = async (port: MessagePortMain | undefined, id: number, choosing: Promise<Choice[]>) => {
    try {
      const permit = async (choice: Choice) => ({
        grant: await engine.grant(choice.path, choice.use),
        name: nameOf(choice),
      });
      port?.postMessage({ id, picked: await Promise.all((await choosing).map(permit)) });
    } catch (error) {
      port?.postMessage({ id, error: error instanceof Error ? error.message : String(error) });
    }
  };

  const connect = async () => {
    const toEngine = new electron.MessageChannelMain();
    const toShell = new electron.MessageChannelMain();
    const port = toShell.port1;
    verbs?.close();
    verbs = port;
    port.on('message', ({ data }) => {
      const wish = Wish.safeParse(data);
      if (wish.success) void reply(port, wish.data.id, pick(electron, window, wish.data));
    });
    port.start();
    await engine.connect(toEngine.port1);
    if (!window.isDestroyed())
      window.webContents.postMessage(CHANNELS.ports, null, [toEngine.port2, toShell.port2]);
  };

  const isPage = (event: IpcMainEvent) =>
    !window.isDestroyed() && event.senderFrame === window.webContents.mainFrame;
  electron.ipcMain.on(CHANNELS.connect, (event) => {
    if (isPage(event)) void connect();
  });
  electron.ipcMain.on(CHANNELS.drop, (event, message) => {
    const drop = Drop.safeParse(message);
    if (isPage(event) && drop.success)
      void reply(verbs, drop.data.id, Promise.resolve(dropped(drop.data.path)));
  });

  return {
    lost: () => verbs?.postMessage({ lost: true }),
    open: async (path) => {
      if (verbs) verbs.postMessage({ open: await engine.grant(path, 'open') });
      else await engine.open(path);
    },
  };
}
