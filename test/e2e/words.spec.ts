import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';

const concordance = (page: Page) => page.getByRole('listbox', { name: /^Places of/ });

async function openWords(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Try the sample/ }).click();
  await page.getByRole('heading', { name: 'Six AI plans, a sample' }).waitFor();
  await page.keyboard.press('Control+Alt+4');
  await page.getByRole('option', { name: 'Word frequencies' }).click();
  await expect(page.getByRole('heading', { name: 'Word frequencies' })).toBeVisible();
}

test('by keys: from the list of words to a word in its context, into the text, and back', async ({ app }) => {
  const { page } = app;
  await openWords(page);
  await expect(page.getByText(/^“ai” is the commonest of \d+ different words: 43 times/)).toBeVisible();
  await page.getByRole('radio', { name: 'Table' }).check({ force: true });
  await page.getByRole('grid').focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('row', { selected: true })).toContainText('data');
  await page.keyboard.press('Enter');

  await expect(page.getByRole('heading', { name: '“data” in its context' })).toBeVisible();
  await expect(page.getByText('It stands in 27 places in 6 documents.')).toBeVisible();
  await expect(concordance(page).locator(':focus')).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tab', { selected: true })).toHaveText('America’s AI Action Plan, in brief');
  await expect(
    page.locator('[data-start]').filter({ hasText: 'must disclose the data sets' }).first(),
  ).toBeVisible();
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(concordance(page)).toBeVisible();
});

test('stop lists are switched off, and words of one’s own are left out', async ({ app }) => {
  const { page } = app;
  await openWords(page);
  await page.getByRole('button', { name: /^Stop list/ }).click();
  await page.getByRole('menuitemcheckbox', { name: /^English/ }).click();
  await expect(page.getByText(/^“and” is the commonest/)).toBeVisible();
  await page.getByRole('button', { name: /^Stop list/ }).click();
  await page.getByRole('menuitemcheckbox', { name: /^English/ }).click();
  await page.getByRole('button', { name: /^Stop list/ }).click();
  await page.getByRole('menuitem', { name: /^Words of your own/ }).click();
  await page.getByLabel('Leave out, too').fill('AI, data');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText(/^“public” is the commonest/)).toBeVisible();
  await page.reload();
  await expect(page.getByText(/^“public” is the commonest/)).toBeVisible();
});

test('a case is compared with the others', async ({ app }) => {
  const { page } = app;
  await openWords(page);
  await page.getByRole('button', { name: /^Compare Nothing/ }).click();
  await page.getByRole('menuitemradio', { name: 'China' }).click();
  await expect(page.getByRole('heading', { name: 'Words that tell China from the others' })).toBeVisible();
  await expect(page.getByText(/is most typical of China: /)).toBeVisible();
});

test('a phrase is looked for, sorted, and every place is read out', async ({ app }) => {
  const { page } = app;
  await openWords(page);
  await page.getByRole('option', { name: 'Keyword in context' }).click();
  await expect(page.getByRole('heading', { name: 'Which word?' })).toBeVisible();
  await page.getByRole('searchbox', { name: 'Word or phrase' }).fill('"data centres"');
  await page.keyboard.press('Enter');
  const rows = concordance(page).getByRole('option');
  await expect(rows.first()).toBeVisible();
  for (const name of await rows.allTextContents()) expect(name).toMatch(/data centres/i);
  await page.getByRole('button', { name: /^Sort/ }).click();
  await page.getByRole('menuitemradio', { name: '1st word after' }).click();
  const after = async () => {
    const texts = await rows.locator('.af').allTextContents();
    return texts.map((text) => /^data centres\W*(\w*)/i.exec(text)?.[1]?.toLowerCase() ?? '');
  };
  await expect(async () => {
    const words = await after();
    expect(words.length).toBeGreaterThan(2);
    expect(words).toEqual(words.toSorted());
  }).toPass();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations).toEqual([]);
});
