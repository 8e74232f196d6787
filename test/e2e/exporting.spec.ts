import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './app.ts';

test('a dataset is written in the format that was chosen, with what applies to it', async ({ app }) => {
  const { page } = app;
  await app.newProject('Formats');
  await app.importPlans();
  const dialog = page.getByRole('dialog', { name: 'Export the coded dataset' });
  const format = dialog.getByRole('button', { name: /^Format/ });
  const texts = dialog.getByRole('checkbox', { name: 'With the texts of the documents' });

  await page.keyboard.press('Control+e');
  await expect(format).toContainText('Data package');
  await expect(dialog).toContainText('for repositories and for keeping');
  await expect(texts).toBeChecked();
  await expect(
    dialog.getByRole('checkbox', { name: 'With pictures of coded parts of pages' }),
  ).not.toBeChecked();

  // A workbook is one file: neither a folder nor texts beside it are asked about.
  await format.click();
  await page.getByRole('menuitemradio', { name: 'Excel workbook' }).click();
  await expect(dialog).toContainText('a sheet for each table');
  await expect(texts).toHaveCount(0);
  await expect(dialog.getByRole('radio', { name: 'Folder' })).toHaveCount(0);
  await dialog.getByRole('button', { name: 'Choose a place…' }).click();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  const written = page.getByRole('dialog', { name: 'Formats dataset.xlsx was written' });
  await expect(written.getByRole('row')).toHaveCount(2);
  await page.keyboard.press('Escape');

  // With the keyboard: a folder for R.
  await page.keyboard.press('Control+e');
  await format.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitemradio', { name: 'R', exact: true }).press('Enter');
  await expect(dialog).toContainText('load.R');
  await dialog.getByRole('radio', { name: 'Folder' }).press('Space');
  await dialog.getByRole('button', { name: 'Choose a place…' }).press('Enter');
  await page.getByRole('button', { name: 'Save', exact: true }).press('Enter');
  const done = page.getByRole('dialog', { name: 'Formats dataset was written' });
  await expect(done.getByRole('row', { name: /^load\.R/ })).toBeVisible();
  const places = readdirSync(app.home, { recursive: true, encoding: 'utf8' });
  expect(places.filter((path) => path.endsWith(join('Formats dataset', 'load.R')))).toHaveLength(1);
  expect(places.filter((path) => path.endsWith('Formats dataset.xlsx'))).toHaveLength(1);
});
