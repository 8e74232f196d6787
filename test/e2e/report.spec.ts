import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './app.ts';

test('a report is written as it was asked for, by keyboard, and opens as a page that can be read', async ({
  app,
}) => {
  const { page } = app;
  await page.getByRole('button', { name: /^Try the sample/ }).click();
  await page.getByRole('heading', { name: 'Six AI plans, a sample' }).waitFor();
  const dialog = page.getByRole('dialog', { name: 'Write a report' });

  await page.keyboard.press('Control+Alt+4');
  await page.getByRole('button', { name: 'Export', exact: true }).press('Enter');
  await page.getByRole('menuitem', { name: 'Add this picture to the report' }).press('Enter');
  await expect(page.getByText(/goes into the next report/).first()).toBeAttached();

  await page.keyboard.press('Control+k');
  await page.keyboard.type('write a report');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('checkbox', { name: 'Method notes from the history' })).toBeChecked();
  await expect(dialog.getByRole('checkbox', { name: 'Memos' })).not.toBeChecked();
  await expect(
    dialog.getByRole('list', { name: 'Pictures in this report' }).getByRole('listitem'),
  ).toHaveCount(1);
  const { violations } = await new AxeBuilder({ page }).include('[role=dialog]').analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);

  await dialog.getByRole('radio', { name: 'Web page' }).press('Space');
  await dialog.getByRole('checkbox', { name: 'Codebook with definitions' }).press('Space');
  await dialog.getByRole('button', { name: /^Codes by/ }).press('Enter');
  await page.getByRole('menuitemcheckbox', { name: 'case', exact: true }).press('Enter');
  await dialog.getByRole('button', { name: /^A code and document/ }).press('Enter');
  await page.getByRole('menuitemradio', { name: '1 quote', exact: true }).press('Enter');
  await dialog.getByRole('checkbox', { name: /^Coders as/ }).press('Space');
  await dialog.getByRole('button', { name: 'Choose a place…' }).press('Enter');
  await page.getByRole('button', { name: 'Save', exact: true }).press('Enter');
  const done = page.getByRole('dialog', { name: /report\.html was written/ });
  await expect(done).toContainText(/8 tables, 1 picture, \d+ quotes/);
  await page.keyboard.press('Escape');

  const places = readdirSync(app.home, { recursive: true, encoding: 'utf8' });
  const written = places.filter((path) => path.endsWith('report.html'));
  expect(written).toHaveLength(1);
  const source = readFileSync(join(app.home, written[0] ?? ''), 'utf8');
  await page
    .context()
    .route('**/report.html', (route) => route.fulfill({ body: source, contentType: 'text/html' }));
  const reader = await page.context().newPage();
  await reader.goto('http://127.0.0.1:9/report.html');
  await expect(reader.getByRole('table', { name: /Codes by case/ })).toBeVisible();
  await expect(reader.getByRole('heading', { name: 'Codebook', level: 2 })).toHaveCount(0);
  const picture = reader.getByRole('img');
  await expect(picture).toHaveAccessibleName(/\w+ .*\./);
  expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(100);
  await reader.getByRole('link', { name: 'Quotes', exact: true }).click();
  await expect(reader.getByRole('heading', { name: 'Quotes', level: 2 })).toBeInViewport();
  const found = await new AxeBuilder({ page: reader })
    .include(['header'])
    .include(['nav'])
    .include(['section:has(#method)'])
    .include(['section:has(#pictures) > figure'])
    .analyze();
  expect(found.violations.map(({ id }) => id)).toEqual([]);
});
