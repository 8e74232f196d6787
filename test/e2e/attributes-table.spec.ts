import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { codedPlans, status } from './words.ts';

const grid = (page: Page) => page.getByRole('grid', { name: /and their attributes/ });

/** What the cell says that the table says is the active one. */
const active = (page: Page) =>
  grid(page).evaluate((table) => {
    const cell = document.getElementById(table.getAttribute('aria-activedescendant') ?? '');
    return cell?.getAttribute('aria-label') ?? cell?.textContent ?? '';
  });

const cell = (page: Page, name: string) => page.getByLabel(name, { exact: true });

/** Shows the table with the focus in it, by its command. */
async function openTable(page: Page): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.keyboard.type('Show cases and attributes');
  await page.keyboard.press('Enter');
  await expect(grid(page)).toBeFocused();
}

/** Makes an attribute from the end of the titles, by keys. */
async function addAttribute(page: Page, name: string, kind: string, choices = ''): Promise<void> {
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowRight');
  expect(await active(page)).toBe('New attribute');
  await page.keyboard.press('Enter');
  await page.getByLabel('Name of the attribute').fill(name);
  await page.getByRole('button', { name: /^Kind/ }).click();
  await page.getByRole('menuitemradio', { name: kind, exact: true }).click();
  if (choices !== '') await page.getByLabel('One choice a line').fill(choices);
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(page.getByRole('columnheader', { name })).toBeVisible();
  await expect(grid(page)).toBeFocused();
}

test('by keys alone: attributes are added, cells filled, checked and cleared, and undo takes each back', async ({
  app,
}) => {
  const page = await codedPlans(app);
  await openTable(page);
  await addAttribute(page, 'Size', 'Number');
  await addAttribute(page, 'Region', 'Choice', 'Coast\nLand');
  await page.keyboard.press('Control+Home');
  expect(await active(page)).toContain('Northland');

  // Two to the right: past the documents, into the first attribute.
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.type('many');
  await page.keyboard.press('Enter');
  await expect(
    page.getByText('“many” is not a number. Size takes numbers such as 12 or 3.5.').first(),
  ).toBeVisible();
  await page.keyboard.press('Escape');
  expect(await active(page)).toBe('Northland, Size: not set');
  await page.keyboard.type('12');
  await page.keyboard.press('Tab');
  await expect(cell(page, 'Northland, Size: 12')).toBeVisible();
  await expect(status(page)).toContainText('Undo: Set Size of “Northland”');
  await page.keyboard.type('l');
  await page.keyboard.press('Enter');
  await expect(cell(page, 'Northland, Region: Land')).toBeVisible();
  expect(await active(page)).toContain('Southland, Region');
  await expect(status(page)).toContainText('Region: Land 1');

  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Shift+ArrowLeft');
  await page.keyboard.press('Delete');
  await expect(cell(page, 'Northland, Size: not set')).toBeVisible();
  await expect(status(page)).toContainText('Undo: Fill in 2 cells');
  await page.keyboard.press('Control+z');
  await expect(cell(page, 'Northland, Size: 12')).toBeVisible();
  await expect(cell(page, 'Northland, Region: Land')).toBeVisible();
});

test('a block is copied, pasted as one step, and refused as a whole where a cell does not fit', async ({
  app,
}) => {
  const page = await codedPlans(app);
  await openTable(page);
  await addAttribute(page, 'Size', 'Number');
  await addAttribute(page, 'Note', 'Text');
  const paste = (text: string) =>
    grid(page).evaluate((table, words) => {
      const data = new DataTransfer();
      data.setData('text/plain', words);
      table.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      );
    }, text);
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await paste('1\tone\nlots\ttwo\n');
  await expect(status(page)).toContainText('Nothing was pasted. Southland: “lots” is not a number.');
  await expect(cell(page, 'Northland, Size: not set')).toBeVisible();
  await paste('1\tone\n2\t"two\nlines"\n');
  await expect(cell(page, 'Northland, Size: 1')).toBeVisible();
  await expect(cell(page, 'Southland, Size: 2')).toBeVisible();
  await expect(status(page)).toContainText('Undo: Fill in 4 cells');
  await page.keyboard.press('Control+z');
  await expect(cell(page, 'Southland, Size: not set')).toBeVisible();
});

test('a case is named in the last row, columns are sorted from their menu, and documents have a table too', async ({
  app,
}) => {
  const page = await codedPlans(app);
  await openTable(page);
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Home');
  expect(await active(page)).toBe('Type a name to add a case');
  await page.keyboard.type('Aland');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('rowheader', { name: 'Aland, Case: Aland' })).toBeVisible();
  await expect(status(page)).toContainText('Undo: Create case “Aland”');
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await page.getByRole('menuitemradio', { name: 'Sort ascending' }).click();
  await page.keyboard.press('ArrowDown');
  expect(await active(page)).toBe('Aland, Case: Aland');
  await page.getByRole('radio', { name: 'Documents' }).click();
  await expect(page.getByRole('grid', { name: 'Documents and their attributes' })).toBeVisible();
  await expect(page.getByRole('rowheader').first()).toContainText('land');
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect((await new AxeBuilder({ page }).include('[data-pane=cases]').analyze()).violations).toEqual([]);
  }
});

test('a dropped table is looked at, a name is confirmed, and all comes in as one step', async ({ app }) => {
  const page = await codedPlans(app);
  await openTable(page);
  const text = 'name,Region,Size\nnorthland,Coast,many\nSouthland,Land,3\nElsewhere,Sea,4\n';
  const drop = async () => {
    const files = await page.evaluateHandle((words) => {
      const data = new DataTransfer();
      data.items.add(new File([words], 'facts.csv', { type: 'text/csv' }));
      return data;
    }, text);
    await grid(page).dispatchEvent('drop', { dataTransfer: files });
  };
  await drop();
  const dialog = page.getByRole('dialog', { name: 'Import attributes from facts.csv' });
  await expect(dialog).toBeVisible();
  await dialog.getByLabel('What Size becomes').selectOption({ label: 'New attribute' });
  await dialog.getByLabel('Kind of Size').selectOption({ label: 'Number' });
  await dialog.getByRole('button', { name: 'Next' }).click();
  await expect(dialog).toContainText('No row is found; no new case; no cell changes; 3 rows are left out.');
  expect((await new AxeBuilder({ page }).include('[role=dialog]').analyze()).violations).toEqual([]);
  await dialog.getByLabel('What becomes of row 3, Southland').selectOption({ label: 'Take for Southland' });
  await expect(dialog).toContainText('1 row is found');
  await dialog.getByText(/^Take all 2 rows|^Take the row/).click();
  await dialog.getByText('Make a case of each row that nothing agrees with').click();
  await expect(dialog).toContainText('2 rows are found; 1 new case; 3 cells change; no row is left out.');
  await expect(dialog).toContainText('Row 2, Size: “many” is not a number.');
  await dialog.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(cell(page, 'Northland, Region: Coast')).toBeVisible();
  await expect(cell(page, 'Elsewhere, Size: 4')).toBeVisible();
  await expect(status(page)).toContainText('Undo: Import attributes from “facts.csv”, with 1 new case');
  await page.keyboard.press('Control+z');
  await expect(page.getByText('Elsewhere')).toBeHidden();
});

test('two thousand cases are a table of which only what is in sight is drawn', async ({ app }) => {
  const page = await codedPlans(app);
  await openTable(page);
  const rows = Array.from({ length: 2000 }, (_, at) => `Case ${at + 1},${at % 7}`);
  const words = `name,Group\n${rows.join('\n')}\n`;
  const files = await page.evaluateHandle((body) => {
    const data = new DataTransfer();
    data.items.add(new File([body], 'many.csv', { type: 'text/csv' }));
    return data;
  }, words);
  await grid(page).dispatchEvent('drop', { dataTransfer: files });
  const dialog = page.getByRole('dialog', { name: 'Import attributes from many.csv' });
  await dialog.getByRole('button', { name: 'Next' }).click();
  await dialog.getByText('Make a case of each row that nothing agrees with').click();
  await expect(dialog).toContainText('2,000 new cases');
  await dialog.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(status(page)).toContainText(/2,?00\d cases/);
  expect(await page.getByRole('rowheader').count()).toBeLessThan(80);
  await grid(page).focus();
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowUp');
  expect(await active(page)).toBe('Case 2000, Case: Case 2000');
});

test('the documents of a case are chosen in its cell, as one step', async ({ app }) => {
  const page = await codedPlans(app);
  await openTable(page);
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('ArrowRight');
  const before = await active(page);
  expect(before).toMatch(/^Northland, Documents: /);
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Northland, Documents' });
  await expect(dialog.getByRole('searchbox')).toBeFocused();
  await expect(dialog.getByRole('row', { selected: true })).toHaveCount(1);
  await dialog.getByRole('row', { selected: false }).first().click();
  await expect(dialog.getByText('2 chosen')).toBeVisible();
  expect((await new AxeBuilder({ page }).include('[role=dialog]').analyze()).violations).toEqual([]);
  await dialog.getByRole('button', { name: 'Set' }).click();
  await expect(grid(page)).toBeFocused();
  await expect(status(page)).toContainText('Undo: Change the documents of case “Northland”');
  expect((await active(page)).length).toBeGreaterThan(before.length);
  await page.keyboard.press('Control+z');
  await expect(async () => expect(await active(page)).toBe(before)).toPass();
  // What is given up is not written.
  await page.keyboard.press('Enter');
  await dialog.getByRole('row').first().click();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  expect(await active(page)).toBe(before);
});
