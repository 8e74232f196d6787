import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { type App, expect, test } from './app.ts';
import { applyCode, drag, paragraph, status } from './words.ts';

async function begin(app: App): Promise<Page> {
  await app.newProject();
  await app.importPlans();
  await app.page.getByRole('button', { name: 'Open the first' }).click();
  await app.addCodes('Machines\n    Halls\n    Water\n    Heat');
  await paragraph(app.page, 'Northland is').waitFor();
  return app.page;
}

const inspector = (page: Page) => page.getByRole('complementary', { name: 'Inspector' });

test('a coding is weighed in its row, and the passage tells its history', async ({ app }) => {
  const page = await begin(app);
  await drag(page, paragraph(page, 'Northland is'), 'long winters');
  await applyCode(page, 'halls');
  const weight = inspector(page).getByLabel('Weight of Halls, 0 to 100');
  await weight.fill('140');
  await weight.press('Enter');
  await expect(weight).toHaveAttribute('aria-invalid', 'true');
  await weight.fill('70');
  await weight.press('Enter');
  await expect(status(page)).toContainText('Weight of Halls: 70');
  await expect(inspector(page).locator('.in-history li')).toHaveCount(2);
  await weight.fill('');
  await weight.press('Enter');
  await expect(status(page)).toContainText('Weight of Halls cleared');
  await page.getByRole('button', { name: /Undo/ }).first().click();
  await expect(weight).toHaveValue('70');
});

test('a document is renamed, gets a case and attributes, and undo takes each back', async ({ app }) => {
  const page = await begin(app);
  const pane = inspector(page);
  await expect(pane.getByRole('heading', { name: 'Document', exact: true })).toBeVisible();
  expect((await new AxeBuilder({ page }).include('[data-pane=inspector]').analyze()).violations).toEqual([]);
  await pane.getByLabel('Title').fill('A plan');
  await pane.getByLabel('Title').press('Enter');
  await expect(page.getByRole('row', { name: /^A plan/ })).toBeVisible();

  await pane.getByRole('combobox', { name: 'Add a case' }).fill('Coastline');
  await page.getByRole('option', { name: 'Create “Coastline”' }).click();
  await expect(pane.getByRole('button', { name: 'Take this document out of Coastline' })).toBeVisible();
  await pane.getByRole('button', { name: 'Take this document out of Coastline' }).click();
  await expect(pane.getByRole('button', { name: /out of Coastline/ })).toBeHidden();

  await pane.getByRole('button', { name: 'Add an attribute' }).click();
  await page.getByLabel('Name of the attribute').fill('Pages');
  await pane.getByRole('button', { name: /^Kind/ }).click();
  await page.getByRole('menuitemradio', { name: 'Number' }).click();
  await pane.getByRole('button', { name: 'Add', exact: true }).click();
  const pages = pane.getByLabel('Value of Pages');
  await pages.fill('many');
  await pages.press('Enter');
  await expect(pages).toHaveAttribute('aria-invalid', 'true');
  await pages.fill('12');
  await pages.press('Enter');
  await expect(status(page)).toContainText('Undo: Set Pages of “A plan”');
});

test('codes are reviewed by key, the document is finished, and the bar says how far it is', async ({
  app,
}) => {
  const page = await begin(app);
  await drag(page, paragraph(page, 'Northland is'), 'long winters');
  await applyCode(page, 'halls');
  await page.keyboard.press('Escape');
  const pane = inspector(page);
  await expect(pane.getByRole('progressbar')).toHaveAccessibleName('1 of 4 codes judged');
  await pane.getByRole('button', { name: 'Reviewed: Water' }).focus();
  await page.keyboard.press('a');
  await expect(pane.getByRole('progressbar')).toHaveAccessibleName('2 of 4 codes judged');
  await expect(pane.locator('.in-judge').filter({ hasText: 'Water' })).toContainText('absent');
  await page.keyboard.press('ArrowDown');
  await expect(pane.getByRole('button', { name: 'Reviewed: Heat' })).toBeFocused();
  await pane.getByRole('button', { name: 'Finished: all codes' }).click();
  await expect(pane.getByRole('progressbar')).toHaveAccessibleName('4 of 4 codes judged');
  await pane.getByRole('button', { name: 'Not finished after all' }).click();
  await expect(pane.getByRole('progressbar')).toHaveAccessibleName('1 of 4 codes judged');
});

test('properties are reached from the row of a document by key and by menu', async ({ app }) => {
  const page = await begin(app);
  const row = page.getByRole('row', { name: /Southland: a short plan/ });
  await row.click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Properties' }).click();
  await expect(inspector(page).getByLabel('Title')).toHaveValue('Southland: a short plan');
  await page.getByRole('row', { name: /Plan for thinking/ }).focus();
  await page.keyboard.press('Alt+Enter');
  await expect(inspector(page).getByLabel('Title')).toHaveValue(/Plan for thinking/);
});

test('a code shows how often it occurs and where, and takes a digit', async ({ app }) => {
  const page = await begin(app);
  await drag(page, paragraph(page, 'Northland is'), 'long winters');
  await applyCode(page, 'halls');
  await page.getByRole('row', { name: /^Halls/ }).click();
  const pane = inspector(page);
  await expect(pane.getByText('On 1 passage in 1 document')).toBeVisible();
  await pane.getByRole('button', { name: 'By document' }).click();
  await expect(pane.getByRole('button', { name: /Plan for thinking.*1 passage/ })).toBeVisible();
  await pane.getByRole('button', { name: /^Key/ }).click();
  await page.getByRole('menuitemradio', { name: '3' }).click();
  await expect(pane.getByRole('button', { name: /^Key/ })).toContainText('3');
  await pane.getByRole('button', { name: /Plan for thinking.*1 passage/ }).click();
  await expect(page.locator('.in-sec > blockquote')).toHaveText('long winters');
});

test('the first steps tick themselves, and can be put away', async ({ app }) => {
  const page = await begin(app);
  const tasks = inspector(page).getByRole('region', { name: 'First steps' });
  await expect(tasks.locator('.is-done')).toHaveText([/Open a document/]);
  await drag(page, paragraph(page, 'Northland is'), 'long winters');
  await applyCode(page, 'halls');
  await page.keyboard.press('Escape');
  await expect(tasks.locator('.is-done')).toHaveCount(2);
  await tasks.getByRole('button', { name: 'Put the first steps away' }).click();
  await expect(tasks).toBeHidden();
});
