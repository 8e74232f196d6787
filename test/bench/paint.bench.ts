import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { chromiumLaunch } from '../browser.ts';
import { quantile, record } from './kit/measure.ts';
import { writePlans } from './kit/plans.ts';
import { Workshop } from './kit/workshop.ts';

const WEB = join(import.meta.dirname, '../../out/main/web.js');
const WATCH = join(import.meta.dirname, 'kit/watch.js');
const TIMES = 30;

/** A page on which the key does the least that can be seen: it adds one rectangle. */
const EMPTY = `data:text/html,<!doctype html><svg width="900" height="600"></svg><script>
  addEventListener('keydown', ({ key }) => {
    if (key !== 'Enter') return;
    const rect = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
    for (const [name, value] of [['width', 300], ['height', 20], ['y', document.querySelectorAll('rect').length * 20]])
      rect.setAttribute(name, value);
    document.querySelector('svg').append(rect);
  });
</script>`;

const workshop = new Workshop();
let browser: Browser | null = null;
let shell: ChildProcess | undefined;

beforeAll(async () => {
  const { channel, launchOptions } = chromiumLaunch();
  browser = await chromium.launch({ ...launchOptions, ...(channel && { channel }) }).catch(() => null);
});

afterAll(async () => {
  await browser?.close();
  shell?.kill('SIGKILL');
});

/** Starts the built browser shell on a project with the plans; @returns its address */
async function serve(): Promise<string> {
  await workshop.make('p.colligo');
  await workshop.import(...writePlans(workshop.at('plans'), 1));
  await workshop.client.project.close();
  const started = spawn(process.execPath, [WEB, workshop.at('p.colligo'), '--no-open'], {
    env: { ...process.env, COLLIGO_HOME: workshop.at('.home') },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  shell = started;
  return new Promise((resolve, reject) => {
    started.stdout.on('data', (text: Buffer) => {
      const address = /http:\S+/.exec(text.toString())?.[0];
      if (address !== undefined) resolve(address);
    });
    started.once('exit', () => reject(new Error('the browser shell did not start')));
  });
}

/** @returns how long a press took to be seen, over and over; the first few, in which code is compiled, do not count */
async function measure(page: Page, painted: string, prepare: () => Promise<unknown>): Promise<number[]> {
  const taken: number[] = [];
  for (let turn = -3; turn < TIMES; turn++) {
    await prepare();
    const seen = page.evaluate<number>(`watchKey('Enter', '${painted}')`);
    // The page listens before the key comes.
    await page.evaluate('0');
    await page.keyboard.press('Enter');
    const ms = await seen;
    if (turn >= 0) taken.push(ms);
  }
  return taken;
}

test('from the key that applies a code to the painted highlight', async (context) => {
  if (!browser) return context.skip('there is no Chromium here: see README');
  const view = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  await view.addInitScript({ path: WATCH });

  const empty = await view.newPage();
  await empty.goto(EMPTY);
  const limit = await measure(empty, 'rect', () => empty.evaluate('rememberRow()'));
  await empty.close();

  const page = await view.newPage();
  await page.goto(await serve());
  await page
    .getByRole('treegrid', { name: 'Documents by case' })
    .getByRole('row', { name: /plan-0000/ })
    .click();
  await page.locator('[data-start]').first().click();
  const ours = await measure(page, '.hl-tint', async () => {
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
  expect(ours).toHaveLength(TIMES);
  record({
    what: 'key to paint of the highlight',
    ours: quantile(ours),
    limit: quantile(limit),
    limitIs: 'an empty page that adds one rectangle',
    besides: `95 of 100 within ${quantile(ours, 0.95).toFixed(0)} ms (${quantile(limit, 0.95).toFixed(0)} ms)`,
  });
});
