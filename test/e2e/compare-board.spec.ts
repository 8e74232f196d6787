import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { paragraph, status } from './words.ts';

const grid = (page: Page) => page.getByRole('grid');
const passages = (page: Page) => page.getByRole('region', { name: 'Passages' });

/** What can be read in the cell that the board says is the active one. */
const active = (page: Page) =>
  grid(page).evaluate((board) => {
    const cell = document.getElementById(board.getAttribute('aria-activedescendant') ?? '');
    return (cell?.innerText ?? '').replaceAll(/\s+/g, ' ').trim();
  });

const BRITAIN = 'Leadership and rivalry, United Kingdom: Britain has the third largest market';

/** Opens the quote board of the sample, in the cell of Britain's rivalry. */
async function openBoard(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Try the sample/ }).click();
  await page.getByRole('heading', { name: 'Six AI plans, a sample' }).waitFor();
  await page.keyboard.press('Control+Alt+3');
  await expect(grid(page)).toBeFocused();
  await page.keyboard.press('q');
  await expect(page.getByRole('tab', { selected: true })).toHaveText('Quotes by case');
  await expect(grid(page)).toBeFocused();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => active(page)).toMatch(new RegExp(`^${BRITAIN}`));
}

test('by keys alone: from quote to quote, to the list, into the text, and back', async ({ app }) => {
  const { page } = app;
  await openBoard(page);
  await expect(status(page)).toContainText('United Kingdom, Leadership and rivalry: 1 of 2');
  await expect(status(page)).toContainText('420 cells: 214 present, 206 absent, 0 not judged');
  await page.keyboard.press('n');
  await expect.poll(() => active(page)).toMatch(/¶ \d+ 2 of 2$/);
  const second = await active(page);
  expect(second).not.toContain('third largest market');
  await page.keyboard.press('n');
  await expect.poll(() => active(page)).toMatch(/third largest market.*1 of 2$/);
  await page.keyboard.press('Shift+N');
  await expect.poll(() => active(page)).toBe(second);
  await page.keyboard.press('o');
  await page.keyboard.press('o');
  await page.keyboard.press('o');
  await expect.poll(() => active(page)).toMatch(/third largest market.*1 of 2$/);

  await page.keyboard.press('Space');
  await expect(passages(page)).toContainText('Leadership and rivalry, United Kingdom: 2 in 1 document');
  await expect(passages(page).locator(':focus')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(grid(page)).toBeFocused();

  await page.keyboard.press('Enter');
  await expect(page.getByRole('tab', { selected: true })).toHaveText(
    'AI Opportunities Action Plan, in brief',
  );
  await expect(paragraph(page, 'Britain has the third largest market').first()).toBeVisible();
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(grid(page)).toBeFocused();
  await expect.poll(() => active(page)).toMatch(new RegExp(`^${BRITAIN}`));

  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => active(page)).toBe('Leadership and rivalry, China: absent reviewed by Coder A');
});

test('a summary is written in its cell as one step, says from what, and is undone', async ({ app }) => {
  const { page } = app;
  await openBoard(page);
  await page.keyboard.press('s');
  const field = page.getByRole('textbox', { name: 'Summary: Leadership and rivalry, United Kingdom' });
  await expect(field).toBeFocused();
  await page.keyboard.type('Third, and afraid of falling behind.');
  await page.keyboard.press('Control+Enter');
  await page.getByLabel('Your name').fill('Ada Kern');
  await page.keyboard.press('Enter');
  const cell = page.getByRole('gridcell', { name: new RegExp(`^${BRITAIN}`) });
  await expect(cell).toContainText('Third, and afraid of falling behind.');
  await expect(cell).toContainText(/Ada Kern, .* · from 2 passages/);
  await expect(field).toHaveCount(0);

  // Only what was given up by Escape is not saved.
  await cell.getByRole('button', { name: 'Change the summary' }).click();
  await field.fill('Something else.');
  await page.keyboard.press('Escape');
  await expect(cell).toContainText('Third, and afraid of falling behind.');
  await expect(grid(page)).toBeFocused();
  await cell.getByRole('button', { name: 'Change the summary' }).click();
  await field.fill('Third of three.');
  await page.getByText('Everything: 6 documents').click();
  await expect(cell).toContainText('Third of three.');
  await page.keyboard.press('Control+z');
  await expect(cell).toContainText('Third, and afraid of falling behind.');
  await page.keyboard.press('Control+z');
  await expect(cell).not.toContainText('Third, and afraid of falling behind.');
});

test('with the mouse: to the next quote, into the text, and the face is kept over a restart', async ({
  app,
}) => {
  const { page } = app;
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await openBoard(page);
  const britain = page.getByRole('gridcell', { name: /^Leadership and rivalry, United Kingdom/ });
  await britain.getByRole('button', { name: 'Next quote of the cell' }).click();
  await expect(britain).toContainText('2 of 2');
  await britain.getByRole('button', { name: 'Previous quote of the cell' }).click();
  await page.getByRole('button', { name: /^Copy the comparison/ }).click();
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toMatch(
      /^Code,United States,United Kingdom,[\s\S]*“Britain has the third largest market[^”]*” \([^)]*, ¶ 3\)/,
    );
  await britain.getByRole('button', { name: '1 of 2: list all 2 passages of the cell' }).click();
  await expect(passages(page)).toContainText('Leadership and rivalry, United Kingdom: 2 in 1 document');
  // The screen is kept a moment after what changes it.
  await page.waitForTimeout(800);
  await app.restart();
  await page.getByRole('button', { name: /^Open the sample/ }).click();
  await expect(page.getByRole('tab', { selected: true })).toHaveText('Quotes by case');
  await britain.getByRole('button', { name: /^Open the passage, ¶ 3/ }).click();
  await expect(paragraph(page, 'Britain has the third largest market').first()).toBeVisible();
});

for (const scheme of ['light', 'dark'] as const) {
  test(`nothing is found by axe, ${scheme}`, async ({ app }) => {
    const { page } = app;
    await page.emulateMedia({ colorScheme: scheme });
    await openBoard(page);
    await page.keyboard.press('m');
    await expect(page.getByRole('button', { name: 'Write a summary' }).first()).toBeVisible();
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  });
}
