import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { type App, expect, test } from './app.ts';
import { applyCode, drag, highlights, openPlan, paragraph, status } from './words.ts';

const CODES = `Machines\n    Halls\n    Water\nPeople\n    Teachers\n    Trust in people\n${Array.from(
  { length: 9 },
  (_, index) => `Reason ${index + 1}`,
).join('\n')}`;

const begin = (app: App): Promise<Page> => openPlan(app, CODES);

const margin = (page: Page): Locator => page.getByRole('region', { name: 'Margin' });

test('names of the margin have the keys and the menu of their passage', async ({ app }) => {
  const page = await begin(app);
  const text = paragraph(page, 'Northland is');
  await drag(page, text, 'long winters');
  await applyCode(page, 'halls');
  await applyCode(page, 'water');
  await page.keyboard.press('Escape');
  const halls = margin(page).getByRole('button', { name: /^Halls, 2 words/ });
  const water = margin(page).getByRole('button', { name: /^Water, 2 words/ });

  await halls.focus();
  await page.keyboard.press('ArrowDown');
  await expect(water).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(water).toHaveAttribute('aria-pressed', 'true');
  await expect(page.locator('.in-sec blockquote')).toHaveText('long winters');

  await page.keyboard.press('Shift+F10');
  const menu = page.getByRole('menu', { name: 'Actions for Water' });
  await expect(menu.getByRole('menuitem', { name: /Apply another code/ })).toBeFocused();
  expect((await new AxeBuilder({ page }).include('.menu').analyze()).violations).toEqual([]);
  await page.keyboard.press('Enter');
  const field = page.getByRole('combobox', { name: 'Find or name a code' });
  await expect(field).toBeFocused();
  await expect(page.getByRole('dialog', { name: 'Apply a code to “long winters”' })).toBeVisible();
  await field.fill('teachers');
  await field.press('Enter');
  await expect(status(page)).toContainText('This passage now has 3 codes');

  await halls.click({ button: 'right' });
  await page.getByRole('menuitem', { name: /Remove this code/ }).click();
  await expect(status(page)).toContainText('Code removed: Halls');
  await expect(halls).toBeHidden();

  await water.focus();
  await page.keyboard.press('Delete');
  await expect(status(page)).toContainText('Code removed: Water');
  await expect(margin(page).getByRole('button', { name: /^Teachers/ })).toBeFocused();
  await page.keyboard.press('Delete');
  await expect.poll(() => highlights(text)).toEqual([]);
  for (let steps = 0; steps < 3; steps++) await page.keyboard.press('Control+z');
  await expect(halls).toBeVisible();
});

test('a menu of the margin leads to the comment, and the comment stands under the name', async ({ app }) => {
  const page = await begin(app);
  await drag(page, paragraph(page, 'Northland is'), 'long winters');
  await applyCode(page, 'halls');
  await page.keyboard.press('Escape');
  await margin(page)
    .getByRole('button', { name: /^Halls/ })
    .click({ button: 'right' });
  await page.getByRole('menuitem', { name: /Write a comment/ }).click();
  await expect(page.getByLabel('Comment on this passage')).toBeFocused();
  await page.keyboard.type('How long?');
  await page.keyboard.press('Control+Enter');
  await expect(margin(page).getByText('How long?')).toBeVisible();

  await margin(page).getByRole('button', { name: 'What the margin shows' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Comments and memos' }).click();
  await expect(margin(page).getByText('How long?')).toBeHidden();
  await expect(margin(page).getByRole('button', { name: /^Halls/ })).toBeVisible();
});

test('codes beyond six lanes fold into a list of all that begin there', async ({ app }) => {
  const page = await begin(app);
  await drag(page, paragraph(page, 'Northland is'), 'long winters');
  for (let reason = 1; reason <= 9; reason++) await applyCode(page, `Reason ${reason}`);
  await expect(margin(page).locator('.mg-bar')).toHaveCount(6);
  const folded = margin(page).getByRole('button', { name: /: show all 9 codes that begin here$/ });
  await folded.click();
  await expect(page.getByRole('menu', { name: 'Codes that begin here' }).getByRole('menuitem')).toHaveCount(
    9,
  );
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await folded.click();
  await page.getByRole('menuitem', { name: 'Reason 9' }).click();
  await expect(page.locator('.in-sec blockquote')).toHaveText('long winters');
});

test('the ends of the margin count what is out of sight, and go there', async ({ app }) => {
  const page = await begin(app);
  await drag(page, paragraph(page, 'Northland is'), 'long winters');
  await applyCode(page, 'halls');
  await page.keyboard.press('Escape');
  await page.setViewportSize({ width: 1280, height: 560 });
  const sheet = page.locator('.rd-sheet');
  await sheet.evaluate((element) => element.scrollTo(0, element.scrollHeight));
  const above = margin(page).getByRole('button', { name: '1 above: go to the nearest passage' });
  await above.click();
  await expect(above).toBeHidden();
  await expect(paragraph(page, 'Northland is')).toBeInViewport();
  await expect(page.locator('.in-sec blockquote')).toHaveText('long winters');
});

test('what the margin shows is kept, and can be only the selected branch', async ({ app }) => {
  const page = await begin(app);
  await drag(page, paragraph(page, 'Northland is'), 'long winters');
  await applyCode(page, 'halls');
  await applyCode(page, 'teachers');
  await page.keyboard.press('Escape');
  const choose = margin(page).getByRole('button', { name: 'What the margin shows' });
  await page
    .getByRole('treegrid', { name: 'Codes' })
    .getByRole('row', { name: /^People/ })
    .click();
  await choose.click();
  await page.getByRole('menuitemcheckbox', { name: /^Only the selected code/ }).click();
  await expect(margin(page).getByRole('button', { name: /^Halls/ })).toBeHidden();
  await expect(margin(page).getByRole('button', { name: /^Teachers/ })).toBeVisible();
  await choose.click();
  await page.getByRole('menuitem', { name: 'Colour by' }).hover();
  await page.getByRole('menuitemradio', { name: 'Head of its branch' }).click();
  expect((await new AxeBuilder({ page }).include('[data-pane=margin]').analyze()).violations).toEqual([]);
  await page.waitForTimeout(500);
  await page.reload();
  await expect(margin(page).getByRole('button', { name: /^Teachers/ })).toBeVisible();
  await expect(margin(page).getByRole('button', { name: /^Halls/ })).toBeHidden();
});
