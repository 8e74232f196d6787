import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { applyCode, codedPlans, drag, paragraph } from './words.ts';

const drawer = (page: Page): Locator => page.getByRole('region', { name: 'Passages' });
const chooseCode = (page: Page, name: string) =>
  page.getByRole('treegrid', { name: 'Codes' }).getByText(name, { exact: true }).click();

/** Selects a code and lists its passages, by the key for it. */
async function showCode(page: Page, name: string): Promise<void> {
  await chooseCode(page, name);
  await page.keyboard.press('Shift+Enter');
}

/** Chooses a value in one of the menus of the list. */
async function setView(page: Page, menu: string, value: string): Promise<void> {
  await drawer(page)
    .getByRole('button', { name: new RegExp(`^${menu}`) })
    .click();
  await page.getByRole('menuitemradio', { name: value, exact: true }).click();
}

test('the passages of a code stand under their documents, with what is around them, counted in words', async ({
  app,
}) => {
  const page = await codedPlans(app);
  await expect(drawer(page).getByText('Everything: 3 in 2 documents')).toBeVisible();
  await showCode(page, 'Halls');
  await expect(drawer(page).getByText('Halls: 2 in 2 documents')).toBeVisible();
  const rows = drawer(page).locator('.ps-row');
  await expect(rows).toHaveCount(2);
  await expect(rows.first()).toContainText('hall opens beside the old mill! Nobody may');
  await expect(rows.first().locator('em')).toHaveText('old mill');
  await expect(rows.first()).toContainText('¶ 4');
  await expect(rows.first()).toContainText('Chips and halls');
  await expect(drawer(page).locator('.ps-group')).toHaveText([
    'Plan for thinking machines in Northland1',
    'Southland: a short plan1',
  ]);
  await setView(page, 'Show', 'Selected code and codes below');
  await expect(drawer(page).getByText('Halls: 3 in 2 documents')).toBeVisible();
  await expect(rows).toHaveCount(3);
  expect((await new AxeBuilder({ page }).include('[data-pane=passages]').analyze()).violations).toEqual([]);
});

test('the passages of a document are listed too, and a change in the text shows at once', async ({ app }) => {
  const page = await codedPlans(app);
  await setView(page, 'Show', 'This document');
  await expect(drawer(page).getByText('Southland: a short plan: 1 passage')).toBeVisible();
  await drag(page, paragraph(page, 'No machine'), 'signs a law');
  await applyCode(page, 'schools');
  await expect(drawer(page).getByText('Southland: a short plan: 2 passages')).toBeVisible();
});

test('a press goes to the place in its document, and selects the passage', async ({ app }) => {
  const page = await codedPlans(app);
  await showCode(page, 'Halls');
  await drawer(page).locator('.ps-row').first().click();
  await expect(
    page.getByRole('heading', { name: 'Plan for thinking machines in Northland', level: 2 }),
  ).toBeVisible();
  const text = paragraph(page, 'The ministry');
  await expect(text).toBeInViewport();
  await expect(text).toBeFocused();
  await expect(page.locator('svg .hl-outline')).toBeVisible();
  await expect(page.locator('.in-sec blockquote')).toHaveText('old mill');
  await expect(drawer(page).locator('.ps-row.is-on em')).toHaveText('old mill');
});

test('the same goes by keys, and back', async ({ app }) => {
  const page = await codedPlans(app);
  await showCode(page, 'Halls');
  const rows = drawer(page).locator('.ps-row');
  await expect(rows).toHaveCount(2);
  for (let tries = 0; tries < 8; tries++) {
    if (await page.evaluate(() => document.activeElement?.closest('[data-pane=passages]') !== null)) break;
    await page.keyboard.press('F6');
  }
  while (!(await page.evaluate(() => document.activeElement?.closest('.ps-list') !== null)))
    await page.keyboard.press('Tab');
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(paragraph(page, 'The ministry')).toBeFocused();
  await page.keyboard.press('Shift+F6');
  await page.keyboard.press('F6');
  await page.keyboard.press(']');
  await expect(page.locator('.in-sec blockquote')).toHaveText('its use of water');
});

test('an empty list says why, and offers the way out', async ({ app }) => {
  const page = await codedPlans(app);
  await setView(page, 'Show', 'Selected code');
  await showCode(page, 'Schools');
  await expect(drawer(page).getByText('No passage has Schools')).toBeVisible();
  await page.getByRole('row', { name: /Southland: a short plan/ }).click();
  await drag(page, paragraph(page, 'Who pays'), 'stands still');
  await applyCode(page, 'water');
  await page.keyboard.press('Control+z');
  await showCode(page, 'Water');
  await expect(drawer(page).getByText('Water: 1 in 1 document')).toBeVisible();
});

test('several passages are chosen, coded, uncoded and copied at once', async ({ app }) => {
  const page = await codedPlans(app);
  const rows = drawer(page).locator('.ps-row');
  await expect(rows).toHaveCount(3);
  await rows.nth(0).click({ modifiers: ['Control'] });
  await rows.nth(2).click({ modifiers: ['Shift'] });
  await expect(drawer(page).getByText('3 chosen')).toBeVisible();
  await page.keyboard.press('c');
  await page.keyboard.type('schoo');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('contentinfo')).toContainText('Schools applied to 3 passages');
  await setView(page, 'Group', 'Code');
  await expect(drawer(page).locator('.ps-group')).toHaveText(['Halls2', 'Water1', 'Schools3']);
  await drawer(page).locator('.ps-row').nth(0).hover();
  await drawer(page)
    .locator('.ps-row')
    .nth(0)
    .click({ modifiers: ['Control'] });
  await page.keyboard.press('Control+a');
  await page.keyboard.press('x');
  await page.getByRole('menuitem', { name: /Schools/ }).click();
  await expect(drawer(page).locator('.ps-group')).toHaveText(['Halls2', 'Water1']);
  await drawer(page).locator('.ps-group').first().press('ArrowLeft');
  await expect(drawer(page).locator('.ps-row')).toHaveCount(1);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await drawer(page).locator('.ps-row').first().focus();
  await page.keyboard.press('Control+c');
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toContain('“its use of water” (Plan for thinking machines in Northland, ¶ ');
});
