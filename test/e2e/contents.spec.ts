import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { buildPdf, type Line } from '../fixtures/pdf/build.ts';
import { type App, expect, test } from './app.ts';
import { openPdf, ready, sheet } from './pages.ts';
import { applyCode, paragraph } from './words.ts';

const heading = (text: string, size: number, y = 780): Line => ({
  text,
  x: 60,
  y,
  size,
  font: 'Helvetica-Bold',
});
const body = (of: string): Line[] =>
  Array.from({ length: 24 }, (_, index) => ({
    text: `${of}: the town says in line ${index + 1} what it does, for whom, and with which money.`,
    x: 60,
    y: 740 - index * 20,
    size: 11,
  }));

const CHAPTERS = ['Water', 'Schools', 'Machines', 'Roads'] as const;

/** A preface on page i, then chapters of two pages each, the second of which begins with a heading of its own. */
const PLAN = buildPdf({
  title: 'A plan with contents',
  language: 'en',
  labels: [
    { from: 0, style: 'r' },
    { from: 1, style: 'D' },
  ],
  pages: [
    { lines: [heading('Preface', 24), ...body('Preface')] },
    ...CHAPTERS.flatMap((name) => [
      { lines: [heading(`Chapter on ${name}`, 24), ...body(name)] },
      { lines: [heading(`How ${name} are paid for`, 16), ...body(`Costs of ${name}`)] },
    ]),
  ],
});

const contents = (page: Page) => page.getByRole('navigation', { name: 'Contents' });
const button = (page: Page) => page.getByRole('button', { name: 'Contents: pages and outline' });
const option = (page: Page, name: string) => contents(page).getByRole('option', { name, exact: true });
const row = (page: Page, name: string | RegExp) => contents(page).getByRole('row', { name });
const tab = (page: Page, name: string) => contents(page).getByRole('radio', { name });

async function open(app: App): Promise<Page> {
  const page = await openPdf(app, PLAN);
  await ready(page, 1);
  return page;
}

/** Expects a page's head to stand at the head of the window, or near it. */
async function expectAt(page: Page, number: number): Promise<void> {
  await expect(async () => {
    const window = await page.locator('.rd-sheet').boundingBox();
    const on = await sheet(page, number).boundingBox();
    expect(Math.abs((on?.y ?? 0) - (window?.y ?? 0))).toBeLessThan(80);
  }).toPass();
}

test('the keyboard opens the pages, goes to one and comes back', async ({ app }) => {
  const page = await open(app);
  await page.locator('.pg-page .rd-text[tabindex="0"]').first().focus();
  await page.keyboard.press('Shift+C');
  await expect(button(page)).toHaveAttribute('aria-pressed', 'true');
  await expect(option(page, 'Page i, 1 of 9')).toBeFocused();
  await expect(option(page, 'Page i, 1 of 9')).toHaveAttribute('aria-selected', 'true');
  await expect(contents(page).locator('canvas').first()).toBeVisible();

  await page.keyboard.press('ArrowDown');
  await expect(option(page, 'Page 1, 2 of 9')).toBeFocused();
  await page.keyboard.press('End');
  await expect(option(page, 'Page 8, 9 of 9')).toBeFocused();
  // By what is printed on it; looking is not going.
  await page.keyboard.press('5');
  await expect(option(page, 'Page 5, 6 of 9')).toBeFocused();
  await expect(option(page, 'Page 5, 6 of 9')).toHaveAttribute('aria-selected', 'false');
  await page.keyboard.press('Enter');
  await expectAt(page, 6);
  await expect(sheet(page, 6).locator('.rd-text:focus')).toHaveCount(1);
  await expect(option(page, 'Page 5, 6 of 9')).toHaveAttribute('aria-selected', 'true');

  // The panes in turn, Escape back into the text, and the same key puts them away.
  await page.keyboard.press('Shift+F6');
  await expect(contents(page).locator(':focus')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(sheet(page, 6).locator('.rd-text:focus')).toHaveCount(1);
  await page.keyboard.press('Shift+C');
  await expect(contents(page)).toHaveCount(0);
  await expect(sheet(page, 6).locator('.rd-text:focus')).toHaveCount(1);
});

test('the mouse opens them and goes to a page; they follow the reader and stay open', async ({ app }) => {
  const page = await open(app);
  await button(page).click();
  await expect(button(page)).toBeFocused();
  await option(page, 'Page 1, 2 of 9').click();
  await expectAt(page, 2);
  await expect(option(page, 'Page 1, 2 of 9')).toHaveAttribute('aria-selected', 'true');

  // The page in sight is marked, and brought into sight.
  const field = page.getByRole('textbox', { name: /^Page/ });
  await field.fill('8');
  await field.press('Enter');
  await expect(option(page, 'Page 8, 9 of 9')).toHaveAttribute('aria-selected', 'true');
  await expect(option(page, 'Page 8, 9 of 9')).toBeInViewport();
  // What is out of sight gives its memory back.
  await expect(option(page, 'Page i, 1 of 9')).toHaveCount(0);

  await tab(page, 'Outline').click();
  await page.reload();
  await page.locator('.pg-picture[data-drawn]').first().waitFor();
  await expect(tab(page, 'Outline')).toBeChecked();
});

test('a page says how much of it is coded', async ({ app }) => {
  const page = await open(app);
  await button(page).click();
  await expect(option(page, 'Page i, 1 of 9')).toBeVisible();
  await page.locator('.pg-page .rd-text[tabindex="0"]').first().focus();
  await page.keyboard.press('j');
  await applyCode(page, 'compute');
  await expect(option(page, 'Page i, 1 of 9, 1 coded passage')).toBeVisible();
});

test('the outline is a tree that says where one is, and leads elsewhere', async ({ app }) => {
  const page = await open(app);
  await button(page).click();
  await tab(page, 'Outline').click();
  await expect(row(page, 'Preface, page i')).toHaveAttribute('aria-selected', 'true');
  await row(page, 'Chapter on Machines, page 5').click();
  await expectAt(page, 6);
  await expect(row(page, 'Chapter on Machines, page 5')).toHaveAttribute('aria-selected', 'true');

  const costs = row(page, 'How Machines are paid for, page 6');
  await expect(costs).toHaveAttribute('aria-level', '2');
  await page.keyboard.press('ArrowDown');
  await expect(costs).toBeFocused();
  await page.keyboard.press('Enter');
  await expectAt(page, 7);
  await expect(sheet(page, 7).locator('.rd-text:focus')).toHaveText('How Machines are paid for');
  await expect(costs).toHaveAttribute('aria-selected', 'true');

  // Folded away, the heading that it stands under is where one is.
  await page.keyboard.press('Shift+F6');
  await row(page, 'Chapter on Machines, page 5').focus();
  await page.keyboard.press('ArrowLeft');
  await expect(costs).toHaveCount(0);
  await expect(row(page, 'Chapter on Machines, page 5')).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowRight');
  await expect(costs).toBeVisible();
});

test('in a narrow reader they lie over the text until somewhere is chosen', async ({ app }) => {
  const page = await open(app);
  await page.setViewportSize({ width: 860, height: 700 });
  await page.locator('.pg-page .rd-text[tabindex="0"]').first().focus();
  await page.keyboard.press('Shift+C');
  await expect(option(page, 'Page i, 1 of 9')).toBeFocused();
  const [over, text] = await Promise.all([
    contents(page).boundingBox(),
    page.locator('.rd-sheet').boundingBox(),
  ]);
  expect(over?.x ?? 0).toBeGreaterThan(text?.x ?? 0);
  await page.keyboard.press('Escape');
  await expect(contents(page)).toHaveCount(0);
  await page.keyboard.press('Shift+C');
  await expect(option(page, 'Page i, 1 of 9')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(contents(page)).toHaveCount(0);
  await expectAt(page, 2);
});

test('a text without pages has an outline alone', async ({ app }) => {
  const { page } = app;
  await app.newProject();
  await app.importPlans();
  await page.getByRole('button', { name: 'Open the first' }).click();
  await button(page).click();
  await expect(contents(page).getByRole('heading', { name: 'Outline' })).toBeVisible();
  await expect(contents(page).getByRole('row').first()).toBeVisible();
  const last = contents(page).getByRole('row').last();
  const words = await last.locator('.ct-words').innerText();
  await last.click();
  await expect(paragraph(page, words)).toBeInViewport();
  await expect(last).toHaveAttribute('aria-selected', 'true');
});

test('among many headings a field finds one by its words', async ({ app }) => {
  const page = await openPdf(
    app,
    buildPdf({
      language: 'en',
      // No heading stands at the head of a page, where it could be the page's own.
      pages: Array.from({ length: 9 }, (_, at) => ({
        lines: [0, 1, 2, 3].flatMap((nth) => {
          const y = 780 - nth * 180;
          const number = at * 4 + nth + 1;
          return [
            {
              text: `Before measure ${number} the town asks who is for it and who is not.`,
              x: 60,
              y,
              size: 11,
            },
            heading(`Measure ${number} of the town`, 24, y - 50),
            {
              text: `It is paid for in year ${number}, and looked at again after that.`,
              x: 60,
              y: y - 90,
              size: 11,
            },
          ];
        }),
      })),
    }),
  );
  await button(page).click();
  await tab(page, 'Outline').click();
  const field = contents(page).getByRole('textbox', { name: 'Filter headings' });
  await field.fill('town 23');
  await expect(contents(page).getByRole('row')).toHaveCount(1);
  await field.press('ArrowDown');
  await expect(row(page, 'Measure 23 of the town, page 6')).toBeFocused();
  await field.fill('village');
  await expect(contents(page)).toContainText('No heading has these words.');
  // Escape empties the field first.
  await field.press('Escape');
  await expect(field).toHaveValue('');
  await expect(row(page, 'Measure 1 of the town, page 1')).toBeVisible();
  await field.fill('30');
  await field.press('Enter');
  await expect(sheet(page, 8).locator('.rd-text:focus')).toHaveText('Measure 30 of the town');
});

for (const scheme of ['light', 'dark'] as const)
  test(`nobody is shut out of the contents (${scheme})`, async ({ app }) => {
    const page = await open(app);
    await page.emulateMedia({ colorScheme: scheme });
    await button(page).click();
    for (const name of ['Pages', 'Outline']) {
      await tab(page, name).click();
      await expect(contents(page).locator('[aria-selected=true]')).toHaveCount(1);
      const { violations } = await new AxeBuilder({ page }).include('.ct').analyze();
      expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))).toEqual([]);
    }
  });
