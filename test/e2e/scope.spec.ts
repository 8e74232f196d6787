import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { codedPlans, highlights, paragraph } from './words.ts';

const bar = (page: Page) => page.getByRole('region', { name: 'Scope' });
const codes = (page: Page) => page.getByRole('treegrid', { name: 'Codes' });
const library = (page: Page) => page.getByRole('treegrid', { name: 'Documents by case' });
const drawer = (page: Page) => page.getByRole('region', { name: 'Passages' });

async function addCondition(page: Page, kind: string): Promise<void> {
  await bar(page).getByRole('button', { name: 'Add a condition' }).click();
  await page.getByRole('menuitem', { name: kind, exact: true }).click();
}

test('a condition narrows every view, says so in words, and goes again', async ({ app }) => {
  const page = await codedPlans(app);
  await expect(bar(page)).toContainText('Everything: 2 documents, 3 passages');
  await addCondition(page, 'Case');
  await page.getByRole('option', { name: 'Northland' }).click();
  expect((await new AxeBuilder({ page }).include('.scope-form').analyze()).violations).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(bar(page)).toContainText('1 of 2 documents, 2 passages');
  await expect(bar(page).getByRole('button', { name: 'Change the condition: Case Northland' })).toBeVisible();
  await expect(drawer(page).getByText('In scope: 2 in 1 document')).toBeVisible();
  await expect(codes(page).getByRole('row', { name: 'Halls, 1 passage' })).toBeVisible();
  await expect(
    library(page).getByRole('row', { name: /Southland: a short plan.*not in scope/ }),
  ).toBeVisible();
  const margin = page.getByRole('region', { name: 'Margin' });
  await expect(margin.getByText('Halls')).toHaveCount(0);
  expect(await highlights(paragraph(page, 'Who pays'))).toEqual([]);
  await bar(page).getByRole('button', { name: 'Clear' }).click();
  await expect(bar(page)).toContainText('Everything: 2 documents, 3 passages');
  await expect(drawer(page).getByText('Everything: 3 in 2 documents')).toBeVisible();
  await expect(margin.getByText('Halls')).toBeVisible();
});

test('chips are gone through with arrows, changed with Enter and taken away with Delete', async ({ app }) => {
  const page = await codedPlans(app);
  await addCondition(page, 'Case');
  await page.getByRole('option', { name: 'Northland' }).click();
  await page.keyboard.press('Escape');
  await addCondition(page, 'Text');
  await page.keyboard.type('mill');
  await page.keyboard.press('Enter');
  await expect(bar(page)).toContainText('1 of 2 documents, 1 passage');
  const first = bar(page).getByRole('button', { name: /Change the condition: Case/ });
  const second = bar(page).getByRole('button', { name: /Change the condition: Text/ });
  await first.focus();
  await page.keyboard.press('ArrowRight');
  await expect(second).toBeFocused();
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: 'Words', exact: true }).fill('water');
  await page.keyboard.press('Enter');
  await expect(second).toContainText('“water”');
  await first.focus();
  await page.keyboard.press('Delete');
  await expect(first).toHaveCount(0);
  await expect(second).toBeFocused();
  await page.keyboard.press('Backspace');
  await expect(bar(page)).toContainText('Everything: 2 documents, 3 passages');
});

test('codes are activated in the codebook, cases and documents in the library, by one key', async ({
  app,
}) => {
  const page = await codedPlans(app);
  await codes(page).getByText('Water', { exact: true }).click();
  await page.keyboard.press('a');
  await expect(
    bar(page).getByRole('button', { name: 'Change the condition: Code Water, with codes below' }),
  ).toBeVisible();
  await expect(bar(page)).toContainText('2 of 2 documents, 1 passage');
  await page.keyboard.press('a');
  await expect(bar(page)).toContainText('Everything');
  await library(page)
    .getByRole('row', { name: /Southland: a short plan/ })
    .click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Set as scope' }).click();
  await expect(bar(page)).toContainText('1 of 2 documents, 1 passage');
});

test('the scope is there again after a restart, and the dataset can be written of it', async ({ app }) => {
  const page = await codedPlans(app);
  await addCondition(page, 'Case');
  await page.getByRole('option', { name: 'Northland' }).click();
  await page.keyboard.press('Escape');
  await expect(bar(page)).toContainText('1 of 2 documents');
  await page.waitForTimeout(500);
  await page.reload();
  await expect(bar(page)).toContainText('1 of 2 documents, 2 passages');
  await page.keyboard.press('Control+e');
  await expect(page.getByRole('radio', { name: 'In scope: 1 of 2 documents' })).toBeChecked();
});

test('what the scope leaves out is said where it is missed, with the way back', async ({ app }) => {
  const page = await codedPlans(app);
  await addCondition(page, 'Case');
  await page.getByRole('option', { name: 'Southland' }).click();
  await page.keyboard.press('Escape');
  await codes(page).getByText('Water', { exact: true }).click();
  await page.keyboard.press('Shift+Enter');
  await expect(drawer(page).getByText('No passage has Water in this scope')).toBeVisible();
  await expect(drawer(page).getByText('The scope holds 1 of 2 documents and 1 of 3 passages.')).toBeVisible();
  await drawer(page).getByRole('button', { name: 'Show everything' }).click();
  await expect(drawer(page).getByText('Water: 1 in 1 document')).toBeVisible();
});
