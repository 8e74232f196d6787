import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { chromiumLaunch } from '../browser.ts';
import { quantile, record } from './kit/measure.ts';
import { heldBy } from './kit/memory.ts';
import { Screen } from './kit/page.ts';
import { serveViewer } from './kit/viewer.ts';
import { Workshop } from './kit/workshop.ts';

/** 2,415 pages: Debian's r-doc-pdf. */
const MANUAL = '/usr/share/R/doc/manual/fullrefman.pdf';
const isHere = existsSync(MANUAL);
const TITLE = 'fullrefman';
const SHEET = '.rd-sheet';
const TIMES = Number(process.env['TIMES'] ?? 7);
/** How far is scrolled through: about so many pages, and then so many jumps. */
const PAGES = Number(process.env['PAGES'] ?? 600);
const JUMPS = 20;
/** How long the pointer or the focus is on a row before it is pressed, ms: a hand is seldom quicker. */
const REACH = 200;
const WIDE = { viewport: { width: 1440, height: 900 } };

const workshop = new Workshop();
const screen = new Screen();
let viewer = '';
let ours = '';

beforeAll(async () => {
  if (!isHere) return;
  await workshop.make('p.colligo');
  await workshop.import(MANUAL);
  await workshop.client.project.close();
  viewer = await serveViewer(MANUAL);
  ours = await screen.serve(workshop, 'p.colligo');
});

const library = (page: Page) =>
  page.getByRole('treegrid', { name: /Documents/ }).getByRole('row', { name: new RegExp(TITLE) });

/** Times of both, taken in turns, ms. */
const pair = () => ({ ours: [] as number[], theirs: [] as number[] });

/** Opens the workbench with no document in it. */
async function workbench(page: Page): Promise<void> {
  await page.goto(ours);
  await library(page).waitFor();
  expect(await page.locator('[role=document]').count()).toBe(0);
}

/** Closes the document, and waits until that is kept: what is open is opened again with the next window. */
async function leave(page: Page): Promise<void> {
  await page.keyboard.press('Alt+w');
  await page.locator('[role=document]').waitFor({ state: 'detached' });
  await page.waitForTimeout(1000);
  await page.close();
}

const open = (page: Page) => page.evaluate<number>(`openPages('${TITLE}')`);

/** How large the sheet is, px, and how large a page is shown, as pdf.js counts: 1 for the printed size. */
const shown = (page: Page) =>
  page.evaluate<{ scale: number; width: number; height: number }>(`(() => {
    const { clientWidth, clientHeight } = document.querySelector('${SHEET}');
    const line = document.querySelector('.pg-text');
    const scale = new DOMMatrix(getComputedStyle(line).transform).a / (96 / 72);
    return { scale, width: clientWidth, height: clientHeight };
  })()`);

const openTheirs = (page: Page, { scale, width, height }: Awaited<ReturnType<typeof shown>>) =>
  page.evaluate<number>(`openViewer(${scale}, ${width}, ${height})`);

test.skipIf(!isHere)('first painted page of a manual', async (context) => {
  const view = await screen.window();
  if (view === null) return context.skip('there is no Chromium here: see README');
  const taken = { pointed: pair(), focused: pair(), atOnce: pair(), unprepared: pair() };
  for (let turn = -1; turn < TIMES; turn++) {
    for (const kind of ['pointed', 'focused', 'atOnce', 'unprepared'] as const) {
      const rest = kind === 'atOnce' ? 0 : 1500;
      const page = await view.newPage();
      await workbench(page);
      await page.waitForTimeout(rest);
      // A hand brings the pointer to a row before it presses, and who goes by keys the focus before Enter opens it.
      if (kind === 'focused') await library(page).focus();
      else if (kind !== 'unprepared') await library(page).hover();
      if (kind !== 'unprepared') await page.waitForTimeout(REACH);
      const ms = await open(page);
      const size = await shown(page);
      await leave(page);
      const other = await view.newPage();
      await other.goto(viewer);
      await other.waitForFunction('globalThis.ready');
      await other.waitForTimeout(rest);
      const theirs = await openTheirs(other, size);
      await other.close();
      // The first time, code is compiled that is kept afterwards.
      if (turn < 0) continue;
      taken[kind].ours.push(ms);
      taken[kind].theirs.push(theirs);
    }
  }
  await view.close();
  for (const [what, own] of [
    ['first page of 2,415, from the press in the library', taken.pointed],
    ['the same, by key', taken.focused],
    ['the same, the window just opened', taken.atOnce],
    ['the same, with neither pointer nor focus there before', taken.unprepared],
  ] as const) {
    record({
      what,
      ours: quantile(own.ours),
      limit: quantile(own.theirs),
      limitIs: "pdf.js's PDFViewer, from getDocument",
      besides: `all: ${own.ours.map(Math.round).join(' ')}; theirs: ${own.theirs.map(Math.round).join(' ')}`,
    });
  }
});

/** Starts a browser of its own, whose processes can be told from those of others. */
async function ownBrowser(): Promise<{ browser: Browser; pid: number } | null> {
  const { channel, launchOptions } = chromiumLaunch();
  const server = await chromium
    .launchServer({ ...launchOptions, ...(channel && { channel }) })
    .catch(() => null);
  if (server === null) return null;
  afterAll(() => server.close());
  return { browser: await chromium.connect(server.wsEndpoint()), pid: server.process().pid ?? 0 };
}

/** What a browser holds, MiB: with an empty window, 3 s after the last jump, and once it has collected what nobody needs (20 s). */
interface Held {
  readonly empty: number;
  readonly soon: number;
  readonly settled: number;
}

/** Scrolls through many pages and jumps about; @returns what the browser holds then, null where the system does not tell */
async function scrolledThrough(
  page: Page,
  selector: string,
  pid: number,
  empty: number | null,
): Promise<Held | null> {
  const { height } = await page.evaluate<{ height: number }>(
    `({ height: document.querySelector('${selector}').scrollHeight / 2415 })`,
  );
  const frames = Math.round((height * PAGES) / 100);
  await page.evaluate(`scrollFrames('${selector}', { px: 100, frames: ${frames} }).then(() => 0)`);
  for (let jump = 1; jump <= JUMPS; jump++) {
    await page.evaluate(
      `(() => { const e = document.querySelector('${selector}'); e.scrollTop = e.scrollHeight * ${(jump * 7) % JUMPS} / ${JUMPS}; })()`,
    );
    await page.waitForTimeout(500);
  }
  await page.waitForTimeout(3000);
  const soon = heldBy(pid);
  await page.waitForTimeout(17_000);
  const settled = heldBy(pid);
  return empty === null || soon === null || settled === null ? null : { empty, soon, settled };
}

test.skipIf(!isHere)('memory after scrolling through', async (context) => {
  const first = await ownBrowser();
  if (first === null) return context.skip('there is no Chromium here: see README');
  const init = new URL('kit/watch.js', import.meta.url).pathname;
  const view = await first.browser.newContext(WIDE);
  await view.addInitScript({ path: init });
  const page = await view.newPage();
  await page.waitForTimeout(1000);
  const before = heldBy(first.pid);
  await workbench(page);
  await open(page);
  const size = await shown(page);
  const own = await scrolledThrough(page, SHEET, first.pid, before);
  await leave(page);
  await first.browser.close();
  const second = await ownBrowser();
  const there = await second?.browser.newContext(WIDE);
  await there?.addInitScript({ path: init });
  const other = await there?.newPage();
  if (!second || !other || own === null) return context.skip('the system does not tell');
  await other.waitForTimeout(1000);
  const blank = heldBy(second.pid);
  await other.goto(viewer);
  await other.waitForFunction('globalThis.ready');
  await openTheirs(other, size);
  const theirs = await scrolledThrough(other, '#container', second.pid, blank);
  if (theirs === null) return context.skip('the system does not tell');
  await second.browser.close();
  for (const [when, what] of [
    ['soon', '3 s'],
    ['settled', '20 s'],
  ] as const)
    record({
      what: `memory of the browser ${what} after ${PAGES} pages`,
      unit: 'MiB',
      ours: own[when],
      limit: theirs[when],
      limitIs: "pdf.js's PDFViewer, scrolled alike",
      besides: `all processes; ${JUMPS} jumps; an empty window ${own.empty.toFixed(0)} and ${theirs.empty.toFixed(0)}, beyond it ${((own[when] - own.empty) / (theirs[when] - theirs.empty)).toFixed(2)}`,
    });
});

/** A page that scrolls as far and shows nothing. */
const EMPTY =
  'data:text/html,<!doctype html><div class="rd-sheet" style="height:600px;overflow:auto"><div style="height:2000000px"></div></div>';

test.skipIf(!isHere)('frames at 100 px a frame', async (context) => {
  const view = await screen.window();
  if (view === null) return context.skip('there is no Chromium here: see README');
  const page = await view.newPage();
  await workbench(page);
  await open(page);
  const empty = await view.newPage();
  await empty.goto(EMPTY);
  const taken = { ours: [] as number[], empty: [] as number[] };
  for (let turn = 0; turn < 4; turn++) {
    for (const [name, one] of [
      ['ours', page],
      ['empty', empty],
    ] as const) {
      await one.bringToFront();
      taken[name].push(
        ...(await one.evaluate<number[]>(`scrollFrames('${SHEET}', { px: 100, frames: 300 })`)),
      );
    }
  }
  await leave(page);
  await view.close();
  const late = (frames: readonly number[]) => (100 * frames.filter((ms) => ms > 33.4).length) / frames.length;
  record({
    what: 'frames over 33 ms at 100 px a frame',
    unit: '%',
    ours: late(taken.ours),
    limit: late(taken.empty) + 1,
    limitIs: 'an empty page, and 1 % more',
    besides: `${taken.ours.length} frames; 99 of 100 within ${quantile(taken.ours, 0.99).toFixed(0)} ms (${quantile(taken.empty, 0.99).toFixed(0)} ms)`,
  });
  expect(taken.ours).toHaveLength(1200);
});
