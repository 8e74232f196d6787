import { spawn } from 'node:child_process';

/**
 * Opens the system's browser where there is a display to show it on. The address has been printed, so nothing that
 * fails here needs a word.
 *
 * @param url to open
 * @param platform of this machine
 * @param env where Linux tells about displays
 */
export function openBrowser(url: string, platform = process.platform, env = process.env): void {
  const [program, args] = opener(url, platform, env);
  if (!program) return;
  const child = spawn(program, args, { stdio: 'ignore', detached: true, windowsVerbatimArguments: true });
  child.on('error', () => undefined);
  child.unref();
}

/**
 * Says what opens an address on a system.
 * @returns program and arguments; no program where there is no display
 */
export function opener(
  url: string,
  platform: NodeJS.Platform,
  env: NodeJS.ProcessEnv,
): [string | null, string[]] {
  if (platform === 'darwin') return ['open', [url]];
  // The empty quotes are the window title, which `start` would otherwise take the address for.
  if (platform === 'win32') return ['cmd', ['/c', 'start', '""', `"${url}"`]];
  return env['DISPLAY'] || env['WAYLAND_DISPLAY'] ? ['xdg-open', [url]] : [null, []];
}
