import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';

const pane = (page: Page) =>
  page.evaluate(() => document.activeElement?.closest<HTMLElement>('[data-pane]')?.dataset['pane'] ?? null);
const row = (page: Page, name: string) =>
  page.getByRole('treegrid', { name: 'Codes' }).getByRole('row', { name: new RegExp(`^${name},`) });

test.beforeEach(({ app }) => app.newProject());

test('F6 goes round the panes and comes back to where each was left', async ({ app }) => {
  const { page } = app;
  await app.importPlans();
  await page.getByRole('button', { name: 'Open the first' }).click();
  await app.addCodes('One\nTwo');
  await row(page, 'Two').focus();
  const seen: (string | null)[] = [];
  for (let step = 0; step < 12 && (seen.length === 0 || (await pane(page)) !== 'codebook'); step++) {
    await page.keyboard.press('F6');
    seen.push(await pane(page));
  }
  expect(seen).toEqual(expect.arrayContaining(['reader', 'passages', 'inspector', 'library', 'codebook']));
  expect(new Set(seen).size).toBe(seen.length);
  await expect(row(page, 'Two')).toBeFocused();
  await page.keyboard.press('Shift+F6');
  expect(await pane(page)).toBe('library');
});

test('the sheet of keys is made from the registry', async ({ app }) => {
  const { page } = app;
  await page.keyboard.press('Shift+F1');
  const sheet = page.getByRole('dialog', { name: 'Keys' });
  await expect(sheet).toContainText('Export dataset…Ctrl E');
  await expect(sheet).toContainText('New codeN');
  await page.keyboard.press('Escape');
  await expect(sheet).toHaveCount(0);
  await page.getByRole('heading', { name: 'Library' }).click();
  await page.keyboard.press('?');
  await expect(sheet).toBeVisible();
});

test('letters rest while something is typed, and undo stays in the field', async ({ app }) => {
  const { page } = app;
  await app.addCodes('One\nTwo');
  await row(page, 'One').click();
  await page.keyboard.press('F2');
  await page.keyboard.type('Nine deliberate names');
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Escape');
  await expect(row(page, 'One')).toBeVisible();
  await expect(row(page, 'Two')).toBeVisible();
});

test('letters search in the tree once one of them is no command', async ({ app }) => {
  const { page } = app;
  await app.addCodes('Access\nTransparency\nEnergy');
  await row(page, 'Access').focus();
  // N by itself makes a code; here it is the fourth letter of a search that has begun.
  await page.keyboard.type('tran');
  await expect(row(page, 'Transparency')).toBeFocused();
  await expect(page.getByLabel('Name of the new code')).toHaveCount(0);
});

test('a step from before this opening is named and asked about first', async ({ app }) => {
  const { page } = app;
  await app.addCodes('One\nTwo');
  await app.restart();
  await page.getByRole('button', { name: /^Two towns/ }).click();
  await expect(row(page, 'One')).toBeVisible();
  await page.keyboard.press('Control+z');
  const asks = page.getByRole('alertdialog', { name: 'Undo this step?' });
  await expect(asks).toContainText('Import 2 codes');
  await asks.getByRole('button', { name: 'Cancel' }).click();
  await expect(row(page, 'One')).toBeVisible();
  await page.getByRole('button', { name: /^Undo:/ }).click();
  await asks.getByRole('button', { name: 'Undo it' }).click();
  await expect(page.getByText('No codes yet')).toBeVisible();
});

test('panes close and open by key and by button', async ({ app }) => {
  const { page } = app;
  const inspector = page.getByRole('complementary', { name: 'Inspector' });
  const drawer = page.getByRole('region', { name: 'Passages' });
  await expect(inspector).toBeVisible();
  await page.getByRole('button', { name: 'Show or hide the inspector' }).click();
  await expect(inspector).toHaveCount(0);
  await page.keyboard.press('Control+j');
  await expect(drawer).toHaveCount(0);
  await page.keyboard.press('Control+j');
  await expect(drawer).toBeVisible();
});

test('in a narrow window the inspector lies over the text and Escape puts it away', async ({ app }) => {
  const { page } = app;
  await page.setViewportSize({ width: 1024, height: 700 });
  const inspector = page.getByRole('complementary', { name: 'Inspector' });
  await expect(inspector).toHaveCount(0);
  await app.addCodes('One\nTwo');
  await row(page, 'One').click();
  await page.keyboard.press('d');
  await expect(page.getByLabel('Definition')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(inspector).toHaveCount(0);
});
