import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';

const library = (page: Page) => page.getByRole('treegrid', { name: 'Documents by case' });

/** Drops a file on the window, as a person does who drags it there from a folder. */
async function drop(page: Page, name: string, text: string): Promise<void> {
  const files = await page.evaluateHandle(
    ([fileName, content]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([content ?? ''], fileName ?? ''));
      return transfer;
    },
    [name, text],
  );
  await page.dispatchEvent('body', 'dragover', { dataTransfer: files });
  await expect(page.getByText('Drop to import into this project')).toBeVisible();
  await page.dispatchEvent('body', 'drop', { dataTransfer: files });
}

test.beforeEach(({ app }) => app.newProject());

test('a manifest is imported with a row for each file, and the report stays until it is dismissed', async ({
  app,
}) => {
  const { page } = app;
  await app.importPlans();
  const main = page.getByRole('main');
  await expect(main.getByRole('listitem').filter({ hasText: 'north.md' })).toContainText(/\d+ words/);
  await expect(main).toContainText('2 documents were added.');
  await page.getByRole('button', { name: 'Open the first' }).click();
  await expect(library(page).getByRole('row', { name: /Northland, 1 document/ })).toBeVisible();
  await expect(main).toContainText('Northland is a small country');
  await expect(page.getByRole('contentinfo')).toContainText('Undo: Import 2 documents');
});

test('a folder is imported, and importing it again adds nothing and says so', async ({ app }) => {
  const { page } = app;
  for (const report of ['1 document was added.', 'Nothing was added, 1 skipped.']) {
    await page.getByRole('button', { name: 'Library menu' }).click();
    await page.getByRole('menuitem', { name: 'Import a folder…' }).click();
    await page.getByRole('navigation', { name: 'Places' }).getByRole('button', { name: 'plans' }).click();
    await page.getByRole('row', { name: 'loose' }).dblclick();
    await page.getByRole('button', { name: 'Import this folder' }).click();
    await expect(page.getByRole('main')).toContainText(report);
    await page.getByRole('button', { name: 'Dismiss' }).click();
  }
});

test('a running import can be put aside, and cancelling it adds nothing', async ({ app }) => {
  const { page } = app;
  const many = join(app.home, 'Many');
  mkdirSync(many);
  for (let index = 0; index < 100; index++) {
    writeFileSync(
      join(many, `plan-${index}.md`),
      `# Plan ${index}\n\n${'Some words about halls. '.repeat(4000)}`,
    );
  }
  await page.getByRole('button', { name: 'A folder' }).click();
  await page.getByRole('row', { name: 'Many' }).dblclick();
  await page.getByRole('row', { name: 'plan-0.md' }).waitFor();
  await page.getByRole('button', { name: 'Import this folder' }).click();
  await page.getByRole('button', { name: 'Put aside' }).click();
  await page
    .getByRole('contentinfo')
    .getByRole('button', { name: /of 100 read/ })
    .click();
  await page.getByRole('button', { name: 'Cancel' }).click();
  const main = page.getByRole('main');
  await expect(main).toContainText('The import was cancelled. Nothing was added to the project.');
  await expect(main.getByRole('listitem').filter({ hasText: 'plan-0.md' })).toContainText('not added');
  await expect(page.getByRole('contentinfo')).toContainText('0 documents');
});

test('files can be dropped anywhere; one that cannot be read says why', async ({ app }) => {
  const { page } = app;
  await drop(page, 'dropped.txt', 'A plan that fell out of the sky.');
  await page.getByRole('button', { name: 'Open the first' }).click();
  await expect(page.getByRole('main')).toContainText('fell out of the sky');
  await drop(page, 'film.mp4', 'not a text at all');
  await expect(page.getByRole('main')).toContainText('could not be read');
  await expect(page.getByRole('main')).toContainText('convert it first');
  await page.getByRole('button', { name: 'Dismiss' }).click();
});

test('a document is renamed in its row, from the keyboard and by menu', async ({ app }) => {
  const { page } = app;
  await app.importPlans();
  await page.getByRole('button', { name: 'Open the first' }).click();
  const row = library(page).getByRole('row', { name: /Southland: a short plan/ });
  await row.focus();
  await page.keyboard.press('F2');
  await page.keyboard.type('The southern plan');
  await page.keyboard.press('Enter');
  const renamed = library(page).getByRole('row', { name: /The southern plan/ });
  await expect(renamed).toBeFocused();
  await renamed.click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Rename document' }).click();
  await page.keyboard.type('Not this');
  await page.keyboard.press('Escape');
  await expect(renamed).toBeVisible();
});

test('a document is removed after a confirmation, and comes back by undo', async ({ app }) => {
  const { page } = app;
  await app.importPlans();
  await page.getByRole('button', { name: 'Open the first' }).click();
  const row = library(page).getByRole('row', { name: /Southland: a short plan/ });
  await row.focus();
  await page.keyboard.press('Delete');
  await expect(page.getByRole('alertdialog')).toContainText('Undo brings everything back.');
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(row).toBeVisible();
  await row.focus();
  await page.keyboard.press('Delete');
  await page.getByRole('button', { name: 'Remove document' }).click();
  await expect(row).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(row).toBeVisible();
});

test('what is open is open again after a restart', async ({ app }) => {
  const { page } = app;
  await app.importPlans();
  await page.getByRole('button', { name: 'Open the first' }).click();
  await library(page)
    .getByRole('row', { name: /Southland: a short plan/ })
    .click();
  await expect(page.getByRole('main')).toContainText('Southland');
  await page.reload();
  await expect(library(page).getByRole('row', { name: /Southland: a short plan/ })).toHaveAttribute(
    'aria-selected',
    'true',
  );
});

test('the dataset is written as a zip or as a folder, with the texts or without', async ({ app }) => {
  const { page } = app;
  await app.importPlans();
  await page.getByRole('button', { name: 'Open the first' }).click();
  await page.keyboard.press('Control+e');
  await page.getByRole('button', { name: 'Choose a place…' }).click();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  const written = page.getByRole('dialog', { name: 'Two towns dataset.zip was written' });
  await expect(written.getByRole('row', { name: /^codings\.csv/ })).toBeVisible();
  await expect(written.getByRole('row', { name: /^texts\// })).not.toHaveCount(0);
  await written.getByRole('button', { name: 'Close' }).click();
  expect(existsSync(join(app.project, 'Two towns dataset.zip'))).toBe(true);

  await page.keyboard.press('Control+e');
  await page.getByRole('radio', { name: 'Folder' }).click();
  await page.getByText('With the texts of the documents').click();
  await page.getByRole('button', { name: 'Choose a place…' }).click();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('dialog', { name: 'Two towns dataset was written' }).waitFor();
  const files = readdirSync(join(app.project, 'Two towns dataset'));
  expect(files).toContain('codings.csv');
  expect(files).not.toContain('texts');
});
