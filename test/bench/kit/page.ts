import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test';
import { afterAll } from 'vitest';
import { chromiumLaunch } from '../../browser.ts';
import type { Workshop } from './workshop.ts';

const WEB = join(import.meta.dirname, '../../../out/main/web.js');
const WATCH = join(import.meta.dirname, 'watch.js');

/** A page on which a key or a click does the least that can be seen: it adds one rectangle. */
const EMPTY = `data:text/html,<!doctype html><svg width="900" height="600"></svg><script>
  const add = () => {
    const rect = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
    for (const [name, value] of [['width', 300], ['height', 20], ['y', document.querySelectorAll('rect').length * 20]])
      rect.setAttribute(name, value);
    document.querySelector('svg').append(rect);
  };
  addEventListener('keydown', ({ key }) => (key === 'Enter' ? add() : undefined));
  addEventListener('click', add);
</script>`;

/** Runs the built browser shell and a Chromium for one bench file; both end with it. */
export class Screen {
  #browser: Browser | null = null;
  readonly #shells: ChildProcess[] = [];

  constructor() {
    afterAll(async () => {
      await this.#browser?.close();
      for (const shell of this.#shells) shell.kill('SIGTERM');
    });
  }

  /** @returns a window of 1440 × 900 that knows kit/watch.js, or null where there is no Chromium */
  async window(): Promise<BrowserContext | null> {
    const { channel, launchOptions } = chromiumLaunch();
    this.#browser ??= await chromium
      .launch({ ...launchOptions, ...(channel && { channel }) })
      .catch(() => null);
    if (this.#browser === null) return null;
    const view = await this.#browser.newContext({ viewport: { width: 1440, height: 900 } });
    await view.addInitScript({ path: WATCH });
    return view;
  }

  /** Serves a closed project; @returns the address of the page */
  serve(workshop: Workshop, project: string): Promise<string> {
    const started = spawn(process.execPath, [WEB, workshop.at(project), '--no-open'], {
      env: { ...process.env, COLLIGO_HOME: workshop.at('.home') },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.#shells.push(started);
    return new Promise((resolve, reject) => {
      started.stdout.on('data', (text: Buffer) => {
        const address = /http:\S+/.exec(text.toString())?.[0];
        if (address !== undefined) resolve(address);
      });
      started.once('exit', () => reject(new Error('the browser shell did not start')));
    });
  }
}

/**
 * Measures from a key press to the frame that shows what it did, over and over; the first few, in which code is
 * compiled, do not count.
 * @param key that is pressed
 * @param painted a CSS selector of what comes
 * @returns milliseconds, one for each time
 */
export async function measureKey(
  page: Page,
  { key, painted, times }: { key: string; painted: string; times: number },
  prepare: () => Promise<unknown>,
): Promise<number[]> {
  const taken: number[] = [];
  for (let turn = -3; turn < times; turn++) {
    await prepare();
    const seen = page.evaluate<number>(`watchKey('${key}', '${painted}')`);
    // The page listens before the key comes.
    await page.evaluate('0');
    await page.keyboard.press(key);
    const ms = await seen;
    if (turn >= 0) taken.push(ms);
  }
  return taken;
}

/** Answers beforehand what would be asked where a code meets words that have it in part: every paragraph is coded alike. */
export async function keepBoth(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Menu', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Edit' }).click();
  await page.getByRole('menuitem', { name: 'Overlaps of the same code' }).click();
  await page.getByRole('menuitemradio', { name: 'Keep both passages' }).click();
}

/**
 * Measures from the key that applies a code in the picker to the painted highlight, from paragraph to paragraph.
 * @param painted a CSS selector of what comes
 * @returns milliseconds, one for each time
 */
export function measureCoding(page: Page, painted: string, times: number): Promise<number[]> {
  return measureKey(page, { key: 'Enter', painted, times }, async () => {
    // Each turn begins when the last one's coding has come back from the engine and has been selected.
    await page.evaluate('rowSettled()');
    await page.waitForTimeout(50);
    await page.keyboard.press('j');
    await page.evaluate('rememberRow()');
    await page.keyboard.press('c');
    await page.getByRole('combobox', { name: 'Find or name a code' }).fill('Compute');
    await page
      .getByRole('option', { name: /Compute/ })
      .first()
      .waitFor();
  });
}

/** @returns how long a key takes to be seen on a page on which it does the least that can be seen, in milliseconds */
export async function measureEmpty(view: BrowserContext, times: number): Promise<number[]> {
  const page = await view.newPage();
  await page.goto(EMPTY);
  const taken = await measureKey(page, { key: 'Enter', painted: 'rect', times }, () =>
    page.evaluate('rememberRow()'),
  );
  await page.close();
  return taken;
}
