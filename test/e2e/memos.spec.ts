import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { type App, expect, test } from './app.ts';
import { applyCode, drag, paragraph, status } from './words.ts';

async function begin(app: App): Promise<Page> {
  await app.newProject();
  await app.importPlans();
  await app.page.getByRole('button', { name: 'Open the first' }).click();
  await app.addCodes('Machines\n    Halls\n    Water');
  await paragraph(app.page, 'Northland is').waitFor();
  return app.page;
}

const inspector = (page: Page) => page.getByRole('complementary', { name: 'Inspector' });
const drawer = (page: Page) => page.locator('[data-pane=passages]');
const body = (page: Page) => page.getByLabel('Memo', { exact: true }).and(page.locator('textarea'));

test('M writes a memo on a passage; it saves itself, and its mention leads to a code', async ({ app }) => {
  const page = await begin(app);
  const text = paragraph(page, 'Northland is');
  await drag(page, text, 'long winters');
  await applyCode(page, 'halls');
  await text.focus();
  await page.keyboard.press('m');
  await expect(body(page)).toBeFocused();
  await page.keyboard.type('**Cold** is an argument, see #wat');
  await expect(page.getByRole('option')).toHaveText([/Water/]);
  await page.keyboard.press('Enter');
  await expect(body(page)).toHaveValue(/see \[Water\]\(colligo:code\/[0-9a-f-]+\) $/);
  await expect(status(page)).toContainText('Undo: Write a memo on “');
  await expect(body(page)).toBeFocused();
  await page.keyboard.press('Escape');
  const memo = inspector(page).getByRole('article');
  await expect(memo.locator('strong')).toHaveText('Cold');
  expect((await new AxeBuilder({ page }).include('[data-pane=inspector]').analyze()).violations).toEqual([]);
  await memo.getByRole('button', { name: 'Water', exact: true }).click();
  await expect(inspector(page).getByRole('textbox', { name: 'Name' })).toHaveValue('Water');
});

test('M on words that are no passage makes them one, and one undo takes both back', async ({ app }) => {
  const page = await begin(app);
  await drag(page, paragraph(page, 'Northland is'), 'small country');
  await page.keyboard.press('m');
  // At once: a pause in the typing would make a step of its own.
  await body(page).fill('How small?');
  await page.keyboard.press('Control+Enter');
  await expect(inspector(page).getByRole('heading', { name: 'Passage', exact: true })).toBeVisible();
  await expect(page.locator('.in-sec > blockquote')).toHaveText('small country');
  await expect(inspector(page).getByRole('article')).toContainText('How small?');
  await page.keyboard.press('Control+z');
  await expect(status(page)).toContainText('Undone: Write a memo on “small country”');
  await expect(inspector(page).getByRole('heading', { name: 'Passage', exact: true })).toBeHidden();
  await expect(inspector(page).getByRole('article')).toHaveCount(0);
});

test('the list of memos is filtered, opens what a memo is about, and loses one with undo', async ({
  app,
}) => {
  const page = await begin(app);
  await page.keyboard.press('Control+Shift+m');
  await expect(drawer(page).getByText('No memos yet')).toBeVisible();
  await drawer(page).getByRole('button', { name: 'New memo about the project' }).first().click();
  await expect(body(page)).toBeFocused();
  await page.keyboard.type('Compare the towns');
  await page.keyboard.press('Escape');
  const rows = drawer(page).getByRole('row');
  await expect(rows).toHaveCount(1);

  await page.getByRole('row', { name: /^Halls/ }).click();
  await page.keyboard.press('m');
  await expect(body(page)).toBeFocused();
  await page.keyboard.type('Which halls?');
  await page.keyboard.press('Escape');
  await expect(rows).toHaveCount(2);
  await expect(rows.first()).toContainText('Which halls?');
  expect((await new AxeBuilder({ page }).include('[data-pane=passages]').analyze()).violations).toEqual([]);

  await drawer(page).getByRole('searchbox', { name: 'Words in memos' }).fill('towns');
  await expect(rows).toHaveCount(1);
  await drawer(page).getByRole('searchbox').fill('');
  await drawer(page)
    .getByRole('button', { name: /^About/ })
    .click();
  await page.getByRole('menuitemradio', { name: 'Code' }).click();
  await expect(rows).toHaveCount(1);
  await rows.first().click();
  await expect(body(page)).toHaveValue('Which halls?');
  await expect(inspector(page).getByRole('textbox', { name: 'Name' })).toHaveValue('Halls');
  await drawer(page).getByRole('button', { name: 'Remove this memo' }).click();
  await expect(drawer(page).getByText('No memo fits')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(rows).toHaveCount(1);
});

test('what was typed is not lost when one goes elsewhere', async ({ app }) => {
  const page = await begin(app);
  await drag(page, paragraph(page, 'Northland is'), 'long winters');
  await applyCode(page, 'halls');
  await inspector(page).getByRole('button', { name: 'Write a memo', exact: true }).click();
  await page.keyboard.type('Half a thou');
  await page.getByRole('row', { name: /^Water/ }).click();
  await expect(status(page)).toContainText('Undo: Write a memo on “');
  await page.keyboard.press('Control+Shift+m');
  await expect(drawer(page).getByRole('row', { name: /Half a thou/ })).toBeVisible();
});

test('what was typed is not lost when the project is closed in the middle of it', async ({ app }) => {
  const { page } = app;
  await app.newProject();
  await page.keyboard.press('Control+Shift+m');
  await drawer(page).getByRole('button', { name: 'New memo about the project' }).first().click();
  await body(page).pressSequentially('Where was I?');
  await page.keyboard.press('Control+Alt+w');
  await page.getByRole('button', { name: /^Two towns/ }).click();
  await expect(drawer(page).getByRole('grid').getByText('Where was I?')).toBeVisible();
});

test('the list of memos obeys the scope, says how much it leaves out, and widens again', async ({ app }) => {
  const page = await begin(app);
  await page.keyboard.press('Control+Shift+m');
  await drawer(page).getByRole('button', { name: 'New memo about the project' }).first().click();
  await page.keyboard.type('Compare the towns');
  await page.keyboard.press('Escape');
  for (const name of ['Halls', 'Water']) {
    await page.getByRole('row', { name: new RegExp(`^${name}`) }).click();
    await page.keyboard.press('m');
    await expect(body(page)).toBeFocused();
    await page.keyboard.type(`What of ${name}?`);
    await page.keyboard.press('Escape');
    await expect(drawer(page).getByRole('row', { name: new RegExp(`What of ${name}`) })).toBeVisible();
  }
  const rows = drawer(page).getByRole('row');
  await expect(rows).toHaveCount(3);
  await page.getByRole('row', { name: /^Water/ }).click();
  await page.keyboard.press('a');
  await expect(drawer(page).getByRole('status')).toHaveText('2 of 3 memos in scope');
  await expect(rows).toHaveCount(2);
  await expect(rows.filter({ hasText: 'Halls' })).toHaveCount(0);
  await drawer(page).getByRole('searchbox', { name: 'Words in memos' }).fill('towns');
  await expect(drawer(page).getByRole('status')).toHaveText('1 memo · 2 of 3 memos in scope');
  await drawer(page).getByRole('searchbox').fill('');
  await drawer(page).getByRole('button', { name: 'Show everything' }).click();
  await expect(drawer(page).getByRole('status')).toHaveText('3 memos');
  await expect(rows).toHaveCount(3);
});
