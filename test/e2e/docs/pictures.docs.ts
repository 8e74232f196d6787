import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { type App, expect, test } from '../app.ts';
import { drag, paragraph } from '../words.ts';
import { colligo, openPublished } from './published.ts';
import { smallPng } from './small-png.ts';

const IMAGES = join(import.meta.dirname, '../../../docs/images');

/** A moment after the sample was made, so that what is dated in it reads the same whenever the pictures are made. */
const NOW = new Date('2026-02-02T10:00:00Z');

interface Clip {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Waits until nothing changes any more, and takes a picture of the window or a part of it. */
async function take(page: Page, name: string, clip?: Clip): Promise<void> {
  mkdirSync(IMAGES, { recursive: true });
  await page.evaluate(() => document.fonts.ready);
  await page.mouse.move(0, 899);
  await page.waitForTimeout(600);
  const picture = await page.screenshot({
    animations: 'disabled',
    caret: 'hide',
    ...(clip === undefined ? {} : { clip }),
  });
  writeFileSync(join(IMAGES, `${name}.png`), await smallPng(picture));
}

/** Where panes stand together, in px of the window. */
async function around(page: Page, ...panes: readonly string[]): Promise<Clip> {
  const boxes = await Promise.all(panes.map((pane) => page.locator(`[data-pane=${pane}]`).boundingBox()));
  const all = boxes.flatMap((box) => (box === null ? [] : [box]));
  const x = Math.min(...all.map((box) => box.x));
  const y = Math.min(...all.map((box) => box.y));
  const right = Math.max(...all.map((box) => box.x + box.width));
  const below = Math.max(...all.map((box) => box.y + box.height));
  return { x, y, width: right - x, height: below - y };
}

const code = (page: Page, name: string) =>
  page.getByRole('treegrid', { name: 'Codes' }).getByRole('row', { name: new RegExp(`^${name},`) });
const inspector = (page: Page) => page.getByRole('complementary', { name: 'Inspector' });

/** Goes somewhere by its name, as a person would: rows that are not in sight are not on the page. */
async function goTo(page: Page, sign: '@' | '#', name: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.keyboard.type(sign + name);
  await page
    .getByRole('option', { name: new RegExp(name) })
    .first()
    .waitFor();
  await page.keyboard.press('Enter');
}

/** Has the person at the machine be one of the sample's coders: the pictures show work that is under way. */
function actAs(app: App, name: string): void {
  const copy = join(app.home, 'copy.colligo');
  colligo(app, 'sample', copy);
  const { steps } = JSON.parse(colligo(app, 'history', copy, '--json')) as {
    steps: { coder: { id: string; name: string } }[];
  };
  const coder = steps.find((step) => step.coder.name === name)?.coder;
  if (coder === undefined) throw new Error(`The sample has no coder ${name}.`);
  mkdirSync(join(app.home, '.colligo'), { recursive: true });
  writeFileSync(join(app.home, '.colligo/profile.json'), JSON.stringify(coder));
}

/** Opens the sample and one of its briefs. */
async function openSample(app: App, brief: string): Promise<Page> {
  const { page } = app;
  actAs(app, 'Coder A');
  await page.clock.setFixedTime(NOW);
  await page.getByRole('button', { name: /^Try the sample/ }).click();
  await page.locator('.hl-tint, .hl-many').first().waitFor();
  await goTo(page, '@', brief);
  await expect(page.getByRole('heading', { name: new RegExp(brief) }).first()).toBeVisible();
  await page.locator('.hl-tint, .hl-many').first().waitFor();
  const steps = inspector(page).getByRole('button', { name: 'Put the first steps away' });
  if (await steps.isVisible()) await steps.click();
  return page;
}

test('the workbench', async ({ app }) => {
  const page = await openSample(app, 'America’s AI Action Plan');
  await goTo(page, '#', 'Lighter rules');
  await expect(code(page, 'Lighter rules')).toBeFocused();
  await page.keyboard.press('Shift+Enter');
  await page.locator('[data-pane=passages] .ps-row').first().waitFor();
  await paragraph(page, 'The first instinct').scrollIntoViewIfNeeded();
  await page
    .locator('[data-pane=margin]')
    .getByRole('button', { name: /^Lighter rules/ })
    .first()
    .click();
  await expect(page.getByRole('heading', { name: 'Passage', exact: true })).toBeVisible();
  await take(page, 'workbench');
});

test('the picker', async ({ app }) => {
  const page = await openSample(app, 'America’s AI Action Plan');
  await page.keyboard.press('Control+j');
  const text = paragraph(page, 'Factories');
  await text.scrollIntoViewIfNeeded();
  await drag(page, text, 'shorter procedures and federal land');
  await page.keyboard.press('c');
  await page.getByRole('combobox', { name: 'Find or name a code' }).fill('en');
  await page.getByRole('option').first().waitFor();
  const box = await page.getByRole('dialog', { name: /^Apply a code/ }).boundingBox();
  const { x, width } = await around(page, 'reader', 'margin');
  if (box === null) throw new Error('The picker is not there.');
  const y = box.y - 170;
  await take(page, 'picker', { x, y, width, height: box.height + 190 });
});

test('the codebook', async ({ app }) => {
  const page = await openSample(app, 'AI Opportunities');
  await code(page, 'Compute').click();
  await page.getByLabel('Definition').waitFor();
  await take(page, 'codebook');
});

test('what was judged', async ({ app }) => {
  const page = await openSample(app, 'AI Opportunities');
  await paragraph(page, 'Britain has').click();
  const reviews = inspector(page)
    .locator('section')
    .filter({ has: page.getByText('In this document') });
  await reviews.getByRole('button', { name: /^Codes under/ }).click();
  await page
    .getByRole('menuitemradio', { name: 'Rights and society' })
    .or(page.getByRole('menuitem', { name: 'Rights and society' }))
    .click();
  // Two that were looked for in vain become two that nobody has looked for.
  const absent = reviews.locator('li:has(.j.absent)');
  for (let left = (await absent.count()) - 2; (await absent.count()) > left; )
    await absent.first().getByRole('button').click();
  await reviews.scrollIntoViewIfNeeded();
  const box = await reviews.boundingBox();
  if (box === null) throw new Error('The judgements are not there.');
  await take(page, 'reviewing', box);
});

test('a code across documents', async ({ app }) => {
  const page = await openSample(app, 'AI Opportunities');
  const row = code(page, 'Data centres and cloud');
  await row.click();
  await page.keyboard.press('a');
  await page.keyboard.press('Shift+Enter');
  await page.locator('[data-pane=passages] .ps-row').first().waitFor();
  await page.getByRole('radio', { name: 'Analyse' }).click();
  await take(page, 'comparing');
});

test('pages', async ({ app }) => {
  const page = await openPublished(app);
  await page.keyboard.press('Control+j');
  const { x, y, width } = await around(page, 'reader', 'margin');
  await take(page, 'pages', { x, y, width, height: 600 });
});

test('every picture is small', () => {
  for (const name of ['workbench', 'picker', 'codebook', 'reviewing', 'comparing', 'pages'])
    expect(readFileSync(join(IMAGES, `${name}.png`)).length, name).toBeLessThan(300_000);
});
