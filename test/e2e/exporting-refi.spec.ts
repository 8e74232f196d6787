import { readdirSync } from 'node:fs';
import { expect, test } from './app.ts';

test('what a REFI-QDA project holds otherwise is said before it is written, by keyboard', async ({ app }) => {
  const { page } = app;
  await app.newProject('Elsewhere');
  await app.importPlans();
  await page.keyboard.press('Control+e');
  const dataset = page.getByRole('dialog', { name: 'Export the coded dataset' });
  await dataset.getByRole('button', { name: /^Format/ }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitemradio', { name: 'REFI-QDA project' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Export the project for other programs' });
  const loss = dialog.getByRole('table', { name: 'What REFI-QDA holds otherwise, or not' });
  await expect(loss.getByRole('row', { name: /^Documents from Markdown or HTML/ })).toContainText(
    'with the original beside it for Colligo',
  );
  // A licence has no place there, and neither has a table of units.
  await expect(dialog.getByRole('button', { name: 'Citation and licence…' })).toHaveCount(0);
  await expect(dialog.getByRole('button', { name: /^Table for analysis/ })).toHaveCount(0);

  const note = dialog.getByRole('checkbox', { name: 'With a note that lets Colligo read everything back' });
  await note.press('Space');
  await expect(loss.getByRole('row', { name: /^Documents from Markdown or HTML/ })).not.toContainText(
    'Colligo',
  );
  await dialog.getByRole('button', { name: /^Written for/ }).click();
  await page.getByRole('menuitemradio', { name: 'NVivo' }).click();
  await expect(dialog).toContainText('as NVivo writes them itself');
  await expect(note).toHaveCount(0);

  await dialog.getByRole('button', { name: 'Choose a place…' }).press('Enter');
  await page.getByRole('button', { name: 'Save', exact: true }).press('Enter');
  const done = page.getByRole('dialog', { name: 'Elsewhere.qdpx was written' });
  await expect(done.getByRole('row', { name: /^project\.qde/ })).toBeVisible();
  const places = readdirSync(app.home, { recursive: true, encoding: 'utf8' });
  expect(places.filter((path) => path.endsWith('Elsewhere.qdpx'))).toHaveLength(1);
});

test('exporting for other programs is a command of its own, and begins with their format', async ({
  app,
}) => {
  const { page } = app;
  await app.newProject('Elsewhere');
  await app.importPlans();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('other programs');
  await expect(page.getByRole('option', { name: /^Export for other programs/ })).toHaveAttribute(
    'aria-selected',
    'true',
  );
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Export the project for other programs' });
  await expect(dialog.getByRole('button', { name: 'Format REFI-QDA project' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
});
