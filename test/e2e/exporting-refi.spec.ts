import { readdirSync } from 'node:fs';
import { expect, test } from './app.ts';

test('what a REFI-QDA project holds otherwise is said before it is written, by keyboard', async ({ app }) => {
  const { page } = app;
  await app.newProject('Elsewhere');
  await app.importPlans();
  const dialog = page.getByRole('dialog', { name: 'Export the coded dataset' });
  await page.keyboard.press('Control+e');
  const format = dialog.getByRole('button', { name: /^Format/ });
  await format.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitemradio', { name: 'REFI-QDA project' }).press('Enter');
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
  const done = page.getByRole('dialog', { name: 'Elsewhere dataset.qdpx was written' });
  await expect(done.getByRole('row', { name: /^project\.qde/ })).toBeVisible();
  const places = readdirSync(app.home, { recursive: true, encoding: 'utf8' });
  expect(places.filter((path) => path.endsWith('Elsewhere dataset.qdpx'))).toHaveLength(1);
});
