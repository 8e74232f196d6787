import { readdirSync, readFileSync } from 'node:fs';
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

test('coders without names, a table for analysis, and how it is cited are asked for and remembered', async ({
  app,
}) => {
  const { page } = app;
  await app.newProject('Public');
  await app.importPlans();
  const dialog = page.getByRole('dialog', { name: 'Export the coded dataset' });
  await page.keyboard.press('Control+e');
  await dialog.getByRole('checkbox', { name: 'Call coders “Coder 1”, “Coder 2” …' }).press('Space');
  await expect(dialog).toContainText('Their names and ids stay out.');
  await dialog.getByRole('button', { name: /^Table for analysis/ }).click();
  await page.getByRole('menuitemradio', { name: 'Codes by paragraph' }).click();
  await dialog.getByRole('radio', { name: 'A column a code' }).click();
  await dialog.getByRole('radio', { name: 'Places' }).press('Space');

  await expect(dialog).toContainText('Nothing is said yet.');
  await dialog.getByRole('button', { name: 'Citation and licence…' }).press('Enter');
  const citation = page.getByRole('dialog', { name: 'Citation and licence' });
  await expect(citation.getByLabel('Creators, one a line')).toBeFocused();
  await page.keyboard.type('Family, Given\nAn Office');
  await citation.getByLabel('Licence', { exact: true }).fill('CC-BY-4.0');
  await citation.getByLabel('DOI').fill('ten');
  await expect(citation).toContainText('A DOI looks like');
  await expect(citation.getByRole('button', { name: 'Done' })).toBeDisabled();
  await citation.getByLabel('DOI').fill('https://doi.org/10.5281/zenodo.1');
  await citation.getByRole('button', { name: 'Done' }).click();
  await expect(dialog).toContainText('2 creators; licence: CC-BY-4.0.');
  // What was chosen before is still there.
  await expect(dialog.getByRole('radio', { name: 'Places' })).toBeChecked();

  await dialog.getByRole('radio', { name: 'Folder' }).press('Space');
  await dialog.getByRole('button', { name: 'Choose a place…' }).click();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  const done = page.getByRole('dialog', { name: 'Public dataset was written' });
  for (const file of ['units.csv', 'CITATION.cff', 'datacite.json']) {
    await expect(done.getByRole('row', { name: new RegExp(`^${file}`) })).toBeVisible();
  }
  await page.keyboard.press('Escape');
  const places = readdirSync(app.home, { recursive: true, encoding: 'utf8' });
  const folder = places.find((path) => path.endsWith('Public dataset')) ?? '';
  const raw = (name: string) => readFileSync(join(app.home, folder, name), 'utf8');
  expect(raw('CITATION.cff')).toContain('doi: "10.5281/zenodo.1"');
  expect(JSON.parse(raw('datapackage.json')).colligo).toMatchObject({
    pseudonyms: true,
    units: { unit: 'paragraph', shape: 'wide', measure: 'count' },
  });
  expect(raw('coders.csv')).toContain('Coder 1');

  await page.keyboard.press('Control+e');
  await expect(dialog).toContainText('2 creators; licence: CC-BY-4.0.');
});
