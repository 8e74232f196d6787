import type * as Electron from 'electron';

/**
 * The part of Electron that the shell uses. It is handed in rather than imported, so that all the shell decides can run
 * in a test, on plain Node, against a fake of the same type; only `index.ts` touches the real module.
 */
export type ElectronApi = Pick<
  typeof Electron,
  | 'app'
  | 'BrowserWindow'
  | 'dialog'
  | 'ipcMain'
  | 'Menu'
  | 'MessageChannelMain'
  | 'protocol'
  | 'screen'
  | 'shell'
  | 'utilityProcess'
>;

/** What the installed program is called among others; the same as in packaging/config.mjs. */
export const APP_ID = 'colligo.workbench';

/** Where the page comes from. A scheme of its own, because modules and fetch behave differently under file:. */
export const PAGE = 'app://local/index.html';

/** Messages between the preload and this process, and between the preload and the page. */
export const CHANNELS = { connect: 'colligo:connect', ports: 'colligo:ports', drop: 'colligo:drop' } as const;
