import { connectBrowser } from './connect-browser.ts';
import { connectDesktop } from './connect-desktop.ts';
import type { Shell } from './connect-shell.ts';

export { type Picked, type Shell, ShellError, type Status } from './connect-shell.ts';

/**
 * Connects the page to its engine, in whichever shell it runs, and keeps it connected. To be called once, before
 * anything else changes the address.
 * @returns the shell, connected
 * @throws ShellError NOT_ADMITTED where the address carries no token that holds, CONNECTION_LOST where nobody answers
 */
export function connectShell(): Promise<Shell> {
  // The second is the desktop's page served by the development server.
  const desktop = location.protocol === 'app:' || navigator.userAgent.includes(' Electron/');
  return desktop ? connectDesktop() : connectBrowser();
}
