import { writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { beforeAll, expect, test } from 'vitest';
import { bare } from './kit/bare.ts';
import { codeEverywhere } from './kit/coding.ts';
import { quantile, record, timed } from './kit/measure.ts';
import { keepBoth, measureCoding, measureEmpty, Screen } from './kit/page.ts';
import { Workshop } from './kit/workshop.ts';

const DOCUMENTS = 20;
const PASSAGES = 5_000;
const CODINGS = 100_000;
const CODES = 5_000;
const HIGHLIGHTS = 2_000;
const TIMES = 30;
/** Paragraphs that together make a step of a thousand rows. */
const THIRD = 334;

const workshop = new Workshop();
const screen = new Screen();

/** A text of so many sentences, two in a paragraph: a paragraph is then never itself a passage that is there already. */
const lines = (name: string, sentences: number) =>
  Array.from(
    { length: sentences / 2 },
    (_, line) =>
      `${name} ${line} speaks of the quay, and of what is unloaded there. Who is asked before anything is built, it leaves open.`,
  ).join('\n\n');

beforeAll(async () => {
  await workshop.make('p.colligo');
  for (let number = 0; number < DOCUMENTS; number++) {
    const name = `harbour-${String(number).padStart(2, '0')}`;
    writeFileSync(workshop.at(`${name}.txt`), lines(name, number === 1 ? HIGHLIGHTS : PASSAGES));
    await workshop.import(workshop.at(`${name}.txt`));
  }
  writeFileSync(workshop.at('thousand.txt'), lines('A thousand', THIRD * 2));
  const { project } = workshop.engine.session;
  expect(codeEverywhere(project, CODINGS)).toBe(CODINGS);
  await workshop.import(workshop.at('thousand.txt'));
  await workshop.client.project.close();
});

const median = (what: string, ours: readonly number[], limit: readonly number[], limitIs: string) =>
  record({
    what,
    ours: quantile(ours),
    limit: quantile(limit),
    limitIs,
    besides: `95 of 100 within ${quantile(ours, 0.95).toFixed(0)} ms (${quantile(limit, 0.95).toFixed(0)} ms)`,
  });

test('undo of a step of 1,000 rows', async () => {
  workshop.copy('p.colligo', 'undo.colligo');
  await workshop.open('undo.colligo');
  const document = (await workshop.client.documents.list()).find(({ passages }) => passages === 0)?.id ?? '';
  const code = await workshop.code('Data');
  const raw = bare(workshop.at('bare.db'));
  raw.exec('CREATE TABLE rows (id INTEGER PRIMARY KEY, words TEXT NOT NULL)');
  const insert = raw.prepare('INSERT INTO rows (words) VALUES (?)');
  const ours: number[] = [];
  const limit: number[] = [];
  for (let turn = 0; turn < 9; turn++) {
    // Each line becomes a passage, an anchor and a coding.
    const { applied } = await workshop.client.codings.applyMatches({
      document,
      code,
      match: 'quay',
      unit: 'paragraph',
    });
    expect(applied).toBe(THIRD);
    ours.push(await timed(() => workshop.client.history.undo({})));
    raw.transaction(() => {
      for (let row = 0; row < THIRD * 3; row++) insert.run('quay');
    })();
    limit.push(await timed(() => raw.exec('DELETE FROM rows')));
  }
  raw.close();
  await workshop.client.project.close();
  median('undo of a step of 1,000 rows', ours, limit, 'DELETE of as many bare rows');
});

/** Scrolls by about a line a frame; @returns how long each frame took, in milliseconds */
const scroll = (page: Page, selector: string) => page.evaluate<number[]>(`scrollFrames('${selector}')`);

test('the page, with 100,000 codings in the project', { timeout: 20 * 60_000 }, async (context) => {
  const view = await screen.window();
  if (view === null) return context.skip('there is no Chromium here: see README');
  const bareKey = await measureEmpty(view, TIMES);
  const empty = await view.newPage();
  await empty.setContent(
    `<div style="font: 17px/30px serif; width: 528px">${'<p>The words of a plan. '.repeat(HIGHLIGHTS)}</div>`,
  );
  const bareScroll = await scroll(empty, 'html');
  await empty.close();

  const page = await view.newPage();
  await page.goto(await screen.serve(workshop, 'p.colligo'));
  const row = (name: string) =>
    page.getByRole('treegrid', { name: /Documents/ }).getByRole('row', { name: new RegExp(name) });
  const title = (number: number) => page.getByRole('document', { name: new RegExp(`harbour-0${number}`) });

  const opened: number[] = [];
  await row('harbour-02').click();
  await title(2).locator('.hl-tint').first().waitFor();
  for (let turn = 0; turn < 10; turn++) {
    const number = turn % 2 ? 2 : 3;
    const target = row(`harbour-0${number}`);
    await target.hover();
    opened.push(await page.evaluate<number>(`openDocument('harbour-0${number}')`));
  }
  median(
    'open a document with 5,000 passages, to its highlights',
    opened,
    bareKey,
    'an empty page that adds one rectangle',
  );

  await keepBoth(page);
  await page.locator('[data-start]').first().click();
  const coded = await measureCoding(page, '.hl-tint, .hl-many, .hl-thread', TIMES);
  median(
    'key to paint, 5,000 passages in the document',
    coded,
    bareKey,
    'an empty page that adds one rectangle',
  );

  await row('harbour-01').click();
  await title(1).locator('.hl-tint, .hl-many').first().waitFor();
  await page.waitForTimeout(1_000);
  const scrolled = await scroll(page, '.rd-sheet');
  median('a frame of scrolling, 2,000 highlights', scrolled, bareScroll, 'a frame of scrolling plain text');
});

test('the picker with 5,000 codes', { timeout: 20 * 60_000 }, async (context) => {
  const view = await screen.window();
  if (view === null) return context.skip('there is no Chromium here: see README');
  await workshop.make('codes.colligo');
  await workshop.client.codes.addList({
    text: Array.from({ length: CODES }, (_, code) => `${code % 10 ? '\t' : ''}Judgement ${code}`).join('\n'),
  });
  await workshop.import(workshop.at('thousand.txt'));
  await workshop.client.project.close();
  const limit = await measureEmpty(view, TIMES);
  const page = await view.newPage();
  await page.goto(await screen.serve(workshop, 'codes.colligo'));
  await page
    .getByRole('treegrid', { name: /Documents/ })
    .getByRole('row', { name: /thousand/ })
    .click();
  await page.locator('[data-start]').first().click();
  await page.keyboard.press('c');
  const field = page.getByRole('combobox', { name: 'Find or name a code' });
  const taken: number[] = [];
  for (let turn = -3; turn < TIMES; turn++) {
    await field.fill('');
    await page.waitForTimeout(100);
    const wanted = String(((turn + 9) % 9) + 1);
    const seen = page.evaluate<number>(`watchOptions('${wanted}')`);
    await page.evaluate('0');
    await page.keyboard.press(wanted);
    const ms = await seen;
    if (turn >= 0) taken.push(ms);
  }
  median(
    'a key in the picker of 5,000 codes, to its list',
    taken,
    limit,
    'an empty page that adds one rectangle',
  );
});
