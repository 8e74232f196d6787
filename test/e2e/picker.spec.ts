import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { type App, expect, test } from './app.ts';
import {
  applyCode,
  codedPlans,
  drag,
  expectHighlighted,
  highlights,
  openPlan,
  paragraph,
  status,
} from './words.ts';

const CODES = 'Machines\n    Halls\n    Water\nPeople\n    Teachers\n    Trust in people';

const begin = (app: App): Promise<Page> => openPlan(app, CODES);

const field = (page: Page) => page.getByRole('combobox', { name: 'Find or name a code' });
const options = (page: Page) => page.getByRole('option');
const code = (page: Page, name: RegExp) =>
  page.getByRole('treegrid', { name: 'Codes' }).getByRole('row', { name });
const margin = (page: Page) => page.getByRole('region', { name: 'Margin' });
const memo = (page: Page) => page.getByRole('textbox', { name: 'Memo', exact: true });

test('Shift+Enter creates what was typed under the highlighted code, in one step with applying it', async ({
  app,
}) => {
  const page = await begin(app);
  const text = paragraph(page, 'Northland is');
  await drag(page, text, 'long winters');
  await page.keyboard.press('c');
  await field(page).fill('tea');
  await expect(options(page)).toHaveText([/^TTeachers/, /Create “tea” under Teachers/, /Create “tea”/]);
  await field(page).fill('t');
  await field(page).press('ArrowDown');
  await expect(options(page).nth(-2)).toHaveText(/Create “t” under Trust in people/);
  await field(page).fill('trust');
  await field(page).press('Shift+Enter');
  await expect(status(page)).toContainText('trust applied to: long winters');
  await expect(code(page, /^trust/).and(page.locator('[aria-level="3"]'))).toBeVisible();
  await expectHighlighted(text, 'long winters');
  await page.keyboard.press('Control+z');
  await expect.poll(() => highlights(text)).toEqual([]);
  await expect(code(page, /^trust/).and(page.locator('[aria-level="3"]'))).toHaveCount(0);

  await drag(page, text, 'long winters');
  await page.keyboard.press('c');
  await field(page).fill('trust');
  await options(page).filter({ hasText: 'Create “trust”' }).last().click();
  await expect(status(page)).toContainText('trust applied to: long winters');
  await expect(code(page, /^trust/).and(page.locator('[aria-level="1"]'))).toBeVisible();
});

test('Tab applies what was found and goes on to the memo; untouched, it only goes there', async ({ app }) => {
  const page = await begin(app);
  await drag(page, paragraph(page, 'Northland is'), 'long winters');
  await page.keyboard.press('c');
  await field(page).fill('halls');
  await field(page).press('Tab');
  await expect(memo(page)).toBeFocused();
  await page.keyboard.type('Cold');
  await page.keyboard.press('Control+Enter');
  await expect(page.locator('.in-sec blockquote')).toHaveText('long winters');
  await expect(margin(page).getByRole('button', { name: /^Halls, 2 words/ })).toBeVisible();
  await expect(margin(page).getByText('Cold')).toBeVisible();

  await drag(page, paragraph(page, 'Northland is'), 'small country');
  await page.keyboard.press('c');
  await field(page).waitFor();
  expect((await new AxeBuilder({ page }).include('.pk').analyze()).violations).toEqual([]);
  await page.getByRole('button', { name: 'Tab memo' }).click();
  await expect(memo(page)).toBeFocused();
  await page.keyboard.type('How small?');
  await page.keyboard.press('Control+Enter');
  await expect(page.locator('.in-sec blockquote')).toHaveText('small country');
  await expect(margin(page).getByRole('button', { name: /^Halls/ })).toHaveCount(1);
});

test('a code is created for several passages of the list at once', async ({ app }) => {
  const page = await codedPlans(app);
  const drawer = page.getByRole('region', { name: 'Passages' });
  const rows = drawer.locator('.ps-row');
  await expect(rows).toHaveCount(3);
  await rows.nth(0).click({ modifiers: ['Control'] });
  await rows.nth(2).click({ modifiers: ['Shift'] });
  await page.keyboard.press('c');
  await field(page).fill('hal');
  await expect(options(page).nth(-2)).toHaveText(/Create “hal” under Halls/);
  await field(page).fill('Hal');
  await field(page).press('Shift+Enter');
  await expect(status(page)).toContainText('Hal applied to 3 passages');
  await expect(code(page, /^Hal,? /).and(page.locator('[aria-level="2"]'))).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(status(page)).toContainText('Undone: Apply Hal to 3 passages');
});

test('the menu of a stripe replaces its code by another', async ({ app }) => {
  const page = await begin(app);
  const text = paragraph(page, 'Northland is');
  await drag(page, text, 'long winters');
  await applyCode(page, 'halls');
  await page.keyboard.press('Escape');
  const halls = margin(page).getByRole('button', { name: /^Halls, 2 words/ });
  await halls.focus();
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: 'Replace with…' }).click();
  await expect(page.getByRole('dialog', { name: 'Replace Halls on “long winters”' })).toBeVisible();
  await expect(options(page).filter({ hasText: 'Halls' })).toHaveCount(0);
  await field(page).fill('water');
  await field(page).press('Enter');
  await expect(status(page)).toContainText('Halls replaced with Water');
  await expect(halls).toBeHidden();
  await expect(margin(page).getByRole('button', { name: /^Water, 2 words/ })).toBeVisible();
  await expectHighlighted(text, 'long winters');
  await page.keyboard.press('Control+z');
  await expect(halls).toBeVisible();
});

test('what the margin shows can be heard as switches and choices', async ({ app }) => {
  const page = await begin(app);
  await margin(page).getByRole('button', { name: 'What the margin shows' }).click();
  await expect(page.getByRole('menuitemcheckbox', { name: 'Codes', exact: true })).toBeChecked();
  await expect(page.getByRole('menuitemcheckbox', { name: /^Only the selected/ })).not.toBeChecked();
  await page.getByRole('menuitem', { name: 'Colour by' }).hover();
  await expect(page.getByRole('menuitemradio', { name: 'Code', exact: true })).toBeChecked();
  expect((await new AxeBuilder({ page }).include('.menu').analyze()).violations).toEqual([]);
});

test('where a code meets words that have it in part, it asks once, and the answer holds', async ({ app }) => {
  const page = await begin(app);
  const text = paragraph(page, 'Northland is');
  const quote = page.locator('.in-sec blockquote');
  const again = async (words: string) => {
    await drag(page, text, words);
    await page.keyboard.press('c');
    await field(page).fill('halls');
    await field(page).press('Enter');
  };
  await again('small country');
  await expect(status(page)).toContainText('Halls applied to: small country');
  await again('country with long');
  const question = page.getByRole('menu', { name: 'Halls is on a part of these words already' });
  await expect(question.getByRole('menuitem', { name: 'Keep both passages' })).toBeFocused();
  expect((await new AxeBuilder({ page }).include('.pk-overlap').analyze()).violations).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(question).toBeHidden();
  await expectHighlighted(text, 'small country');

  await again('country with long');
  await question.getByRole('menuitem', { name: 'Extend the one that is there' }).click();
  await expect(status(page)).toContainText('its passage now takes in these words too');
  await expectHighlighted(text, 'small country with long');
  await expect(quote).toHaveText('small country with long');
  await page.keyboard.press('Control+z');
  await expectHighlighted(text, 'small country');
  await again('country with long');
  await expectHighlighted(text, 'small country with long');

  await page.getByRole('button', { name: 'Menu', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Edit' }).click();
  await page.getByRole('menuitem', { name: 'Overlaps of the same code' }).click();
  await expect(page.getByRole('menuitemradio', { name: 'Extend the one that is there' })).toBeChecked();
  await page.getByRole('menuitemradio', { name: 'Leave it as it is' }).click();
  await again('long winters');
  await expect(status(page)).toContainText('Halls stays where it is');
  await expectHighlighted(text, 'small country with long');
});
