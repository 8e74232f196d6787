import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { type App, expect, test } from './app.ts';
import { paragraph } from './words.ts';

const drawer = (page: Page) => page.getByRole('region', { name: 'Passages' });
const hits = (page: Page) => drawer(page).locator('.hit-row');

async function begin(app: App): Promise<Page> {
  const { page } = app;
  await app.newProject();
  await app.importPlans();
  await page.getByRole('button', { name: 'Open the first' }).click();
  await app.addCodes('Halls');
  await page.keyboard.press('Control+Shift+f');
  await expect(page.getByRole('searchbox', { name: 'Search the documents' })).toBeFocused();
  return page;
}

test('words are found in all documents, shown by arrows and gone to by Enter', async ({ app }) => {
  const page = await begin(app);
  await page.keyboard.type('"old mill"');
  await page.keyboard.press('Enter');
  await expect(drawer(page).getByText(/^1 place in 1 document$/)).toBeVisible();
  await expect(hits(page).first().locator('em')).toHaveText('old mill');
  expect((await new AxeBuilder({ page }).include('[data-pane=passages]').analyze()).violations).toEqual([]);
  await page.getByRole('searchbox').fill('hall*');
  await page.keyboard.press('Enter');
  await expect(drawer(page).getByText(/places in 2 documents$/)).toBeVisible();
  await hits(page).last().click();
  await expect(page.getByRole('main')).toContainText('Southland');
  await expect(page.getByRole('treegrid', { name: 'Places found' })).toBeVisible();
  await expect(drawer(page).locator('.hit-row[data-selected]')).toBeFocused();
  // The row above is the document's own.
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect(page.getByRole('main')).toContainText('Northland is a small country');
  await expect(drawer(page).locator('.hit-row[data-selected]')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.closest('[data-pane=reader]') !== null))
    .toBe(true);
});

test('parts of words are found where asked for, and what is nowhere offers it', async ({ app }) => {
  const page = await begin(app);
  await page.keyboard.type('inistr');
  await page.keyboard.press('Enter');
  await expect(drawer(page).getByText('“inistr” is nowhere')).toBeVisible();
  await drawer(page).getByRole('button', { name: 'Search inside words' }).click();
  await expect(hits(page).first()).toContainText('ministry');
  await expect(drawer(page).getByRole('checkbox', { name: 'Inside words' })).toBeChecked();
});

test('the search obeys the scope, and what was searched can be searched again', async ({ app }) => {
  const page = await begin(app);
  await page.keyboard.type('hall*');
  await page.keyboard.press('Enter');
  await expect(drawer(page).getByText(/places in 2 documents$/)).toBeVisible();
  await page
    .getByRole('treegrid', { name: 'Documents by case' })
    .getByRole('row', { name: /Southland: a short plan/ })
    .click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Set as scope' }).click();
  await expect(drawer(page).getByText(/in 1 document in scope$/)).toBeVisible();
  await page.getByRole('searchbox').fill('');
  await page.keyboard.press('Enter');
  await expect(drawer(page).getByText('Find words in the documents in scope')).toBeVisible();
  await drawer(page).getByRole('button', { name: 'hall*' }).click();
  await expect(drawer(page).getByText(/in 1 document in scope$/)).toBeVisible();
  await expect(paragraph(page, 'Who pays')).toHaveCount(0);
});

test('End and Home go to the last and the first place, also in a list little longer than its pane', async ({
  app,
}) => {
  const page = await begin(app);
  await page.keyboard.type('hall*');
  await page.keyboard.press('Enter');
  await expect(drawer(page).getByText(/places in 2 documents$/)).toBeVisible();
  const list = page.getByRole('treegrid', { name: 'Places found' });
  const rows = list.getByRole('row');
  const isTaller = () => list.evaluate((element) => element.scrollHeight / element.clientHeight);
  expect(await isTaller()).toBeGreaterThan(1.2);
  expect(await isTaller()).toBeLessThan(2);
  await rows.first().focus();
  await page.keyboard.press('End');
  await expect(rows.last()).toBeFocused();
  const rest = () =>
    list.evaluate((element) => element.scrollHeight - element.clientHeight - element.scrollTop);
  await expect.poll(rest).toBeLessThanOrEqual(1);
  await page.keyboard.press('Home');
  await expect(rows.first()).toBeFocused();
  await expect.poll(() => list.evaluate((element) => element.scrollTop)).toBe(0);
});
