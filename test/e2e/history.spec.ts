import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { type App, expect, test } from './app.ts';
import { applyCode, drag, expectHighlighted, highlights, paragraph, status } from './words.ts';

async function begin(app: App): Promise<Page> {
  await app.newProject();
  await app.importPlans();
  await app.page.getByRole('button', { name: 'Open the first' }).click();
  await app.addCodes('Machines\n    Halls\n    Water');
  const { page } = app;
  await paragraph(page, 'Northland is').waitFor();
  await drag(page, paragraph(page, 'Northland is'), 'long winters');
  await applyCode(page, 'halls');
  await applyCode(page, 'water');
  await page.keyboard.press('Control+Shift+h');
  return page;
}

const drawer = (page: Page) => page.locator('[data-pane=passages]');
const row = (page: Page, words: RegExp) => drawer(page).getByRole('row', { name: words });

test('the history is read, stepped back several steps and forward again', async ({ app }) => {
  const page = await begin(app);
  const text = paragraph(page, 'Northland is');
  await expect(row(page, /^Apply Water .* the present state$/)).toBeVisible();
  expect((await new AxeBuilder({ page }).include('[data-pane=passages]').analyze()).violations).toEqual([]);
  await row(page, /^Import 3 codes/).hover();
  await row(page, /^Import 3 codes/)
    .getByRole('button')
    .click();
  await expect(page.getByRole('alertdialog', { name: 'Undo 2 steps?' })).toContainText('Apply Water');
  await page.getByRole('button', { name: 'Undo 2 steps' }).click();
  await expect(status(page)).toContainText('Undone: 2 steps');
  await expect.poll(() => highlights(text)).toEqual([]);
  await expect(row(page, /^Apply Water .* taken back$/)).toBeVisible();
  await expect(row(page, /^Import 3 codes .*the present state$/)).toBeVisible();

  await row(page, /^Apply Water/).hover();
  await row(page, /^Apply Water/)
    .getByRole('button')
    .click();
  await page.getByRole('button', { name: 'Redo 2 steps' }).click();
  await expectHighlighted(text, 'long winters');
  await expect(row(page, /^Apply Water .* the present state$/)).toBeVisible();
});

test('the buttons say what they will do, and a press on a step shows where it was', async ({ app }) => {
  const page = await begin(app);
  await drawer(page)
    .getByRole('button', { name: /^Undo: Apply Water/ })
    .click();
  await expect(status(page)).toContainText(/Undone: Apply Water/);
  await drawer(page)
    .getByRole('button', { name: /^Redo: Apply Water/ })
    .click();
  await expect(status(page)).toContainText(/Done again: Apply Water/);
  await page.getByRole('row', { name: /Southland: a short plan/ }).click();
  await expect(paragraph(page, 'Northland is')).toBeHidden();
  await row(page, /^Apply Halls/).click();
  await expect(paragraph(page, 'Northland is')).toBeInViewport();
  await row(page, /^Import 3 codes/).click();
  await expect(status(page)).toContainText('This step has no place in a text');
});

test('undo shows what it took back, wherever one is', async ({ app }) => {
  const page = await begin(app);
  await page.getByRole('row', { name: /Southland: a short plan/ }).click();
  await expect(paragraph(page, 'Northland is')).toBeHidden();
  await page.keyboard.press('Control+z');
  await expect(paragraph(page, 'Northland is')).toBeInViewport();
});
