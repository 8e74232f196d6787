import { writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from 'vitest';
import { buildPdf } from '../fixtures/pdf/build.ts';
import { codeEverywhere } from './kit/coding.ts';
import { quantile, record } from './kit/measure.ts';
import { Screen } from './kit/page.ts';
import { Workshop } from './kit/workshop.ts';

const HIGHLIGHTS = 2_000;
const PAGES = 3;

const workshop = new Workshop();
const screen = new Screen();

/** Pages of very many short sentences: three of them hold more than two thousand. */
const dense = buildPdf({
  title: 'Dense',
  deflate: true,
  pages: Array.from({ length: PAGES }, (_, page) => ({
    lines: Array.from({ length: 100 }, (__, line) => ({
      text: Array.from({ length: 7 }, (___, word) => `Halls ${page} ${line} ${word} read.`).join(' '),
      x: 40,
      y: 810 - line * 7.8,
      size: 6,
    })),
  })),
});

/** How long frames take while the pages are scrolled down and up, and from J to the frame that shows it, ms. */
async function measure(page: Page): Promise<{ frames: number[]; keys: number[] }> {
  await page.evaluate<number>(`openPages('dense')`);
  await page.locator('.pg-line').first().waitFor();
  await page.waitForTimeout(1500);
  const frames = await page.evaluate<number[]>(
    `scrollFrames('.rd-sheet', { px: 20, frames: 240, turn: 40 })`,
  );
  await page.locator('.pg-line').first().click();
  const keys: number[] = [];
  for (let turn = 0; turn < 30; turn++) {
    const seen = page.evaluate<number>(`new Promise((resolve) => {
      const hear = ({ timeStamp }) => requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - timeStamp)));
      addEventListener('keydown', hear, { capture: true, once: true });
    })`);
    await page.evaluate('0');
    await page.keyboard.press(turn % 2 === 0 ? 'j' : 'k');
    keys.push(await seen);
  }
  return { frames, keys };
}

test('2,000 highlights on pages that are mounted', async (context) => {
  const view = await screen.window();
  if (view === null) return context.skip('there is no Chromium here: see README');
  writeFileSync(workshop.at('dense.pdf'), dense);
  await workshop.make('bare.colligo');
  await workshop.import(workshop.at('dense.pdf'));
  await workshop.client.project.close();
  workshop.copy('bare.colligo', 'coded.colligo');
  await workshop.open('coded.colligo');
  expect(codeEverywhere(workshop.engine.session.project, HIGHLIGHTS)).toBe(HIGHLIGHTS);
  await workshop.client.project.close();
  const pages: Record<'bare' | 'coded', Page> = { bare: await view.newPage(), coded: await view.newPage() };
  const found: Partial<Record<'bare' | 'coded', Awaited<ReturnType<typeof measure>>>> = {};
  for (const name of ['bare', 'coded'] as const) {
    await pages[name].goto(await screen.serve(workshop, `${name}.colligo`));
    await pages[name]
      .getByRole('treegrid', { name: /Documents/ })
      .getByRole('row', { name: /dense/ })
      .waitFor();
    await pages[name].bringToFront();
    found[name] = await measure(pages[name]);
  }
  const drawn = await pages.coded.locator('.pg-page .hl-tint, .pg-page .hl-many').count();
  const { bare, coded } = found;
  if (bare === undefined || coded === undefined) throw new Error('nothing was measured');
  record({
    what: '2,000 highlights: a frame of scrolling',
    ours: quantile(coded.frames, 0.95),
    limit: quantile(bare.frames, 0.95),
    limitIs: 'the same pages without, 95 of 100',
    besides: `medians ${quantile(coded.frames).toFixed(1)}, ${quantile(bare.frames).toFixed(1)} ms; ${drawn} on the page`,
  });
  record({
    what: '2,000 highlights: J to its frame',
    ours: quantile(coded.keys),
    limit: quantile(bare.keys),
    limitIs: 'the same pages without',
    besides: `95 of 100 within ${quantile(coded.keys, 0.95).toFixed(0)} ms (${quantile(bare.keys, 0.95).toFixed(0)} ms)`,
  });
});
