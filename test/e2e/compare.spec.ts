import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { codedPlans, paragraph, status } from './words.ts';

const grid = (page: Page) => page.getByRole('grid');
const passages = (page: Page) => page.getByRole('region', { name: 'Passages' });

/** The name of the cell that the table says is the active one. */
const active = (page: Page) =>
  grid(page).evaluate((table) => {
    const cell = document.getElementById(table.getAttribute('aria-activedescendant') ?? '');
    return cell?.getAttribute('aria-label') ?? cell?.textContent ?? '';
  });

async function openSample(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Try the sample/ }).click();
  await page.getByRole('heading', { name: 'Six AI plans, a sample' }).waitFor();
}

async function compareSample(page: Page): Promise<void> {
  await openSample(page);
  await page.keyboard.press('Control+Alt+3');
  await expect(grid(page)).toBeFocused();
}

test('by keys alone: from the table to the passages of a cell, into the text, and back', async ({ app }) => {
  const { page } = app;
  await compareSample(page);
  await expect(page.getByRole('tab', { selected: true })).toHaveText('Codes by case');
  await page.keyboard.press('Control+Home');
  expect(await active(page)).toMatch(/^Purpose, United States/);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  expect(await active(page)).toBe('Leadership and rivalry, United Kingdom: 2 passages');
  await expect(status(page)).toContainText('United Kingdom, Leadership and rivalry: 2 passages');
  await expect(status(page)).toContainText('420 cells: 214 present, 206 absent, 0 not judged');

  await page.keyboard.press('Enter');
  await expect(passages(page)).toContainText('Leadership and rivalry, United Kingdom: 2 in 1 document');
  await expect(passages(page).locator(':focus')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(grid(page)).toBeFocused();

  await page.keyboard.press('Enter');
  await expect(passages(page).locator(':focus')).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tab', { selected: true })).toHaveText(
    'AI Opportunities Action Plan, in brief',
  );
  const told = page.locator('[data-start]').filter({ hasText: 'Britain has the third largest market' });
  await expect(told.first()).toBeVisible();
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(grid(page)).toBeFocused();
  expect(await active(page)).toBe('Leadership and rivalry, United Kingdom: 2 passages');
});

test('rows are sorted by a column and put back, by mouse and by key', async ({ app }) => {
  const { page } = app;
  await compareSample(page);
  const china = page.getByRole('columnheader', { name: 'China' });
  await china.click();
  await expect(china).toHaveAttribute('aria-sort', 'descending');
  const figures = await page.locator('.cmp-lines [data-column="3"]').allInnerTexts();
  const numbers = figures.flatMap((figure) => (figure === '' ? [] : [Number(figure)]));
  expect(numbers.length).toBeGreaterThan(5);
  expect(numbers).toEqual(numbers.toSorted((a, b) => b - a));
  await page.keyboard.press('Enter');
  await expect(china).toHaveAttribute('aria-sort', 'ascending');
  await page.keyboard.press('Enter');
  await expect(china).toHaveAttribute('aria-sort', 'none');
  await expect(page.getByRole('rowheader').first()).toContainText('Purpose');
});

test('what is counted, for whom and in which columns is chosen, and kept over a restart', async ({ app }) => {
  const { page } = app;
  await compareSample(page);
  await page.getByRole('button', { name: /^Count/ }).click();
  await page.getByRole('menuitemradio', { name: 'Presence' }).click();
  await expect(page.getByRole('gridcell', { name: 'Compute, China: present' })).toBeVisible();
  await page.getByRole('button', { name: /^Columns/ }).click();
  await page.getByRole('menuitemradio', { name: 'Documents' }).click();
  await expect(
    page.getByRole('columnheader', { name: /America’s AI Action Plan|AI Action Plan/ }).first(),
  ).toBeVisible();
  await page.getByText('With codes below').click();
  await expect(page.getByRole('gridcell', { name: /^Purpose, .*: present/ }).first()).toBeVisible();
  // The screen is kept a moment after what changes it.
  await page.waitForTimeout(800);
  await app.restart();
  await page.getByRole('button', { name: /^Open the sample/ }).click();
  await expect(page.getByRole('tab', { selected: true })).toHaveText('Codes by document');
  await expect(page.getByRole('gridcell', { name: /^Purpose, .*: present/ }).first()).toBeVisible();
});

test('a press on a figure lists its passages; the scope narrows both', async ({ app }) => {
  const page = await codedPlans(app);
  await page.getByRole('radio', { name: 'Compare' }).click();
  await expect(page.getByRole('heading', { name: 'Codes by case' })).toBeVisible();
  const halls = page.getByRole('gridcell', { name: /^Halls, .*land.*: 1 passage/ });
  await expect(halls).toHaveCount(2);
  await halls.last().click();
  await expect(passages(page)).toContainText(': 1 in 1 document');
  await page.getByText('With codes below').click();
  await expect(page.getByRole('gridcell', { name: 'Halls, All: 3 passages' })).toBeVisible();
  await page.getByText('Hide codes without passages').click();
  await expect(page.getByRole('rowheader', { name: 'Schools' })).toHaveCount(0);
  await page.getByRole('radio', { name: 'Read' }).click();
  await expect(paragraph(page, 'Who pays')).toBeVisible();
});

test('without documents or codes it says what to do', async ({ app }) => {
  const { page } = app;
  await app.newProject();
  await page.keyboard.press('Control+Alt+3');
  await expect(page.getByRole('heading', { name: 'Nothing to compare yet' })).toBeVisible();
});

for (const scheme of ['light', 'dark'] as const) {
  test(`nothing is found by axe, ${scheme}`, async ({ app }) => {
    const { page } = app;
    await page.emulateMedia({ colorScheme: scheme });
    await compareSample(page);
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(passages(page).locator(':focus')).toBeVisible();
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  });
}
