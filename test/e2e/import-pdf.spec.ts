import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { buildPdf, rectOver } from '../fixtures/pdf/build.ts';
import { truncated } from '../fixtures/pdf/damage.ts';
import { type App, expect, test } from './app.ts';

const FIRST = { text: 'Public bodies will share halls and boats.', x: 72, y: 700 };
const SECOND = { text: 'The quay is open to everybody on weekdays.', x: 72, y: 684 };

const MARKED = buildPdf({
  pages: [
    {
      lines: [FIRST, SECOND],
      annotations: [
        { rects: [rectOver(FIRST, 'halls and boats')], colour: '#ffd100', note: 'Which?', author: 'Ben' },
        { rects: [rectOver(SECOND, 'The quay')], colour: '#7cc867' },
      ],
    },
  ],
});

const main = (page: Page) => page.getByRole('main');
const row = (page: Page, name: string) => main(page).getByRole('listitem').filter({ hasText: name });
const library = (page: Page) => page.getByRole('treegrid', { name: 'Documents by case' });
const codes = (page: Page) => page.getByRole('treegrid', { name: 'Codes' });

/** Imports files by way of the chooser, which shows the person's home first. */
async function importFiles({ page, home }: App, files: Readonly<Record<string, Uint8Array>>): Promise<void> {
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(home, name), bytes);
  await page.getByRole('button', { name: 'Choose files' }).click();
  for (const name of Object.keys(files)) {
    await page.getByRole('row', { name }).click({ modifiers: ['ControlOrMeta'] });
  }
  await page.getByRole('button', { name: /^Import \d+ items?$/ }).click();
  await expect(main(page)).toContainText(/added/);
}

test.beforeEach(({ app }) => app.newProject());

test('highlights that came with a PDF are asked about, become passages in one step, and go by undo', async ({
  app,
}) => {
  const { page } = app;
  await importFiles(app, { 'harbour.pdf': MARKED });
  const file = row(page, 'harbour.pdf');
  await expect(file).toContainText('1 page, 15 words');
  await expect(file).toContainText('2 highlights came with this file.');
  await expect(page.getByRole('contentinfo')).toContainText('Undo: Import “harbour”');
  await file.getByRole('button', { name: 'Make passages of them' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('The note on one of them becomes its comment.');
  await expect(dialog).toContainText('Who made them (Ben)');
  await expect(dialog.getByRole('checkbox', { name: /Yellow, Green/ })).toBeChecked();
  await dialog.getByRole('button', { name: 'Make 2 passages' }).click();
  await expect(dialog).toBeHidden();
  await expect(file).toContainText('2 passages were made');
  await expect(file.getByRole('button', { name: 'Open the document' })).toBeFocused();
  await expect(codes(page).getByRole('row', { name: /Yellow/ })).toBeVisible();
  await expect(library(page).getByRole('row', { name: /harbour, PDF, 15 words, 2 codings/ })).toBeVisible();
  await expect(page.getByRole('contentinfo')).toContainText(
    'Undo: Make 2 passages of the highlights in “harbour”',
  );
  await page.getByRole('button', { name: 'Open the first' }).click();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(codes(page)).toBeHidden();
  await expect(page.getByRole('contentinfo')).toContainText('Undo: Import “harbour”');
});

test('highlights can be taken later, from the menu of the document, under a code of the codebook', async ({
  app,
}) => {
  const { page } = app;
  await importFiles(app, { 'harbour.pdf': MARKED });
  await page.getByRole('button', { name: 'Open the first' }).click();
  await app.addCodes('Harbours\nMarked by others');
  // Opened anew, the project does not know any more what the import found: the file is read again.
  await app.restart();
  await page.getByRole('button', { name: /^Two towns/ }).click();
  await library(page)
    .getByRole('row', { name: /harbour/ })
    .click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Make passages of its highlights…' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('2 highlights came with this file.');
  await page.keyboard.type('others');
  await dialog.getByRole('option', { name: 'Marked by others' }).click();
  await dialog.getByText(/for each colour/).click();
  await dialog.getByRole('button', { name: 'Make 2 passages' }).click();
  await expect(codes(page).getByRole('row', { name: /Marked by others.*2/ })).toBeVisible();
});

test('a file that cannot be read says why in a sentence, and a PDF without text what can be done with it', async ({
  app,
}) => {
  const { page } = app;
  await importFiles(app, {
    'broken.pdf': truncated(MARKED, 0.4),
    'locked.pdf': buildPdf({ pages: [{ lines: [FIRST] }], encrypt: { method: 'aes-256', user: 'secret' } }),
    'nothing.pdf': new Uint8Array(),
    'scan.pdf': buildPdf({ pages: [{ image: { x: 72, y: 72, width: 400, height: 600 } }] }),
  });
  await expect(main(page)).toContainText('1 document was added, 3 could not be read.');
  await expect(row(page, 'broken.pdf')).toContainText(/get it again/);
  await expect(row(page, 'locked.pdf')).toContainText(/needs a password/);
  await expect(row(page, 'nothing.pdf')).toContainText('The file is empty');
  await expect(row(page, 'scan.pdf')).toContainText(/no text/);
  await expect(row(page, 'scan.pdf')).toContainText('1 page, 0 words');
});
