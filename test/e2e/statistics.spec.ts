import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';

const picture = (page: Page) =>
  page.getByRole('img', { name: /\./ }).filter({ has: page.locator('svg.ana-plot') });
const table = (page: Page) => page.getByRole('grid');

async function show(page: Page, view: string): Promise<void> {
  await page.getByRole('listbox', { name: 'View' }).getByRole('option', { name: view }).click();
  await expect(picture(page)).toBeVisible();
}

async function analyseSample(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Try the sample/ }).click();
  await page.getByRole('heading', { name: 'Six AI plans, a sample' }).waitFor();
  await page.keyboard.press('Control+Alt+4');
}

test('codes and groups: a picture of places, and a table with the exact test of cases', async ({ app }) => {
  const { page } = app;
  await analyseSample(page);
  await show(page, 'Codes and groups');
  await page.getByRole('button', { name: /^Groups by/ }).click();
  await page.getByRole('menuitemradio', { name: 'Bloc' }).click();
  await expect(picture(page)).toHaveAccessibleName(/^Codes by Bloc, and what would be expected\. Most above/);
  await expect(page.locator('.ana-plot')).toContainText('BRICS');
  await page.keyboard.press('t');
  const row = table(page).getByRole('row', { name: /Sandboxes and test beds G7 and EU/ });
  await table(page).hover();
  await expect(async () => {
    await page.mouse.wheel(0, 400);
    await expect(row).toBeVisible({ timeout: 200 });
  }).toPass();
  await expect(row).toContainText('0.1');
  const places = await row.getByRole('gridcell').nth(2).innerText();
  await row.click();
  await expect(page.getByRole('region', { name: 'Passages' })).toContainText(
    new RegExp(`Sandboxes and test beds, G7 and EU: ${places} in`),
  );
  await page.getByRole('radio', { name: 'Query' }).click();
  await expect(page.locator('.ana-query pre')).toHaveText(
    /^colligo analyse crosstab '.+\.colligo' --attribute Bloc$/,
  );
});

test('similarity and saturation say in words what they show', async ({ app }) => {
  const { page } = app;
  await analyseSample(page);
  await show(page, 'Similarity of documents');
  await expect(picture(page)).toHaveAccessibleName(/Most alike are .+: 0\.49 of 1\./);
  await page.locator('.ana-plot rect[data-row]').first().click();
  await expect(page.getByRole('region', { name: 'Passages' })).toContainText(
    /Shared codes: \d+ in 2 documents/,
  );
  await page.getByRole('button', { name: /^By/ }).click();
  await page.getByRole('menuitemradio', { name: 'Passages (cosine)' }).click();
  await expect(page.locator('.ana-counts')).toContainText('in the same proportions');
  await show(page, 'Code saturation');
  await expect(picture(page)).toHaveAccessibleName(/6 documents have 70 codes\. The last, .+, adds 1\./);
  await page.keyboard.press('t');
  await expect(table(page)).toContainText('35.667');
  await table(page).getByText('APEC AI Initiative, in brief').click();
  await expect(page.getByRole('region', { name: 'Passages' })).toContainText('APEC AI Initiative, in brief:');
});

test('nothing stands in the way of assistive technology', async ({ app }) => {
  const { page } = app;
  await analyseSample(page);
  for (const view of ['Codes and groups', 'Similarity of documents', 'Code saturation']) {
    await show(page, view);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => [view, id, nodes.map(({ html }) => html)])).toEqual([]);
  }
});
