import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';

const picture = (page: Page) =>
  page.getByRole('img', { name: /\./ }).filter({ has: page.locator('svg.ana-plot') });
const table = (page: Page) => page.getByRole('grid');
const views = (page: Page) => page.getByRole('listbox', { name: 'View' });

/** Goes down the list of views by keys, to the one that is called so. */
async function reach(page: Page, view: string): Promise<void> {
  const option = views(page).getByRole('option', { name: view, exact: true });
  for (let step = 0; step < 12 && (await option.getAttribute('aria-selected')) !== 'true'; step++)
    await page.keyboard.press('ArrowDown');
  await expect(option).toHaveAttribute('aria-selected', 'true');
  await expect(picture(page)).toBeVisible();
}

async function analyseSample(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Try the sample/ }).click();
  await page.getByRole('heading', { name: 'Six AI plans, a sample' }).waitFor();
  await page.keyboard.press('Control+Alt+4');
  await expect(views(page).getByRole('option', { selected: true })).toBeFocused();
}

async function choose(page: Page, menu: RegExp, item: string | RegExp): Promise<void> {
  await page.locator('.ana-bar').getByRole('button', { name: menu }).click();
  await page.getByRole('menuitemradio', { name: item }).click();
}

/** The rows of the table, without its head. */
const rowsOf = async (page: Page) => Number(await table(page).getAttribute('aria-rowcount')) - 1;

test('every stretch is a mark of the picture and a row of the table, which opens its words', async ({
  app,
}) => {
  const { page } = app;
  await analyseSample(page);
  await reach(page, 'Codes along the document');
  await expect(picture(page)).toHaveAccessibleName(
    /^Where codes lie in each document\. .+ has the largest part of its words coded, \d+%, and .+ the smallest, \d+%\.$/,
  );
  await choose(page, /^Codes/, 'All');
  const marks = page.locator('.ana-plot rect[data-row]');
  await expect(async () => expect(await marks.count()).toBeGreaterThan(100)).toPass();
  const drawn = await marks.count();
  await page.getByRole('radio', { name: 'Table' }).click();
  expect(await rowsOf(page)).toBe(drawn);

  await page.getByRole('radio', { name: 'Picture' }).click();
  await choose(page, /^Document/, /^APEC AI Initiative/);
  await expect(picture(page)).toHaveAccessibleName(
    /^Where codes lie in APEC AI Initiative, .+ covers most: \d+% of the words, from \d+% to \d+% of the way through\.$/,
  );
  await expect(async () => expect(await marks.count()).toBeLessThan(drawn)).toPass();
  const own = await marks.count();
  await page.getByRole('radio', { name: 'Table' }).click();
  expect(await rowsOf(page)).toBe(own);
  await table(page).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tab', { name: /^APEC AI Initiative/ })).toHaveAttribute(
    'aria-selected',
    'true',
  );
});

test('a portrait has a stretch for each row of the table, and opens them', async ({ app }) => {
  const { page } = app;
  await analyseSample(page);
  await reach(page, 'Document portrait');
  await expect(picture(page)).toHaveAccessibleName(
    /^Portrait of .+\. \d+% of the words are coded\. .+ covers most of \d+ stretches out of \d+\.$/,
  );
  const tiles = page.locator('.ana-plot rect[data-row]');
  const drawn = await tiles.count();
  await page.getByRole('radio', { name: 'Table' }).click();
  expect(await rowsOf(page)).toBe(drawn);
  await page.getByRole('radio', { name: 'Picture' }).click();
  await tiles.nth(45).click();
  await expect(page.locator('.ana-frame')).toBeHidden();
  await expect(page.getByRole('tab', { selected: true })).not.toHaveAccessibleName('Analysis');
});

test('the document that was chosen is shown again when one comes back', async ({ app }) => {
  const { page } = app;
  await analyseSample(page);
  await reach(page, 'Codes along the document');
  await choose(page, /^Document/, /^APEC AI Initiative/);
  const title = page.getByRole('heading', { name: 'Where codes lie in APEC AI Initiative, in brief' });
  await expect(title).toBeVisible();
  await page.reload();
  await page.getByRole('tab', { name: 'Analysis' }).click();
  await expect(title).toBeVisible();
});

for (const scheme of ['light', 'dark'] as const) {
  test(`nothing stands in the way of assistive technology, ${scheme}`, async ({ app }) => {
    const { page } = app;
    await page.emulateMedia({ colorScheme: scheme });
    await analyseSample(page);
    for (const view of ['Codes along the document', 'Document portrait']) {
      await reach(page, view);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => [view, id, nodes.map(({ html }) => html)])).toEqual([]);
    }
  });
}
