import { existsSync } from 'node:fs';
import { chromium, type LaunchOptions } from '@playwright/test';
import { systemChromium } from '../scripts/chromium.mjs';

/** What Playwright needs to know to start the Chromium of this machine. */
export interface ChromiumLaunch {
  channel?: string;
  launchOptions: LaunchOptions;
}

/**
 * Says how to start Chromium: the machine's own, else the one that Playwright downloaded.
 *
 * @returns a part of Playwright's `use`
 * @throws when CHROMIUM_PATH names a file that does not exist
 */
export function chromiumLaunch(): ChromiumLaunch {
  // Chromium's own sandbox does not start for root, which is who continuous integration often is.
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const executablePath = systemChromium();
  if (executablePath) return { launchOptions: { args, executablePath } };
  // `channel` asks for the whole browser; without it Playwright wants its separate headless shell.
  if (existsSync(chromium.executablePath())) return { channel: 'chromium', launchOptions: { args } };
  return { launchOptions: { args } };
}
