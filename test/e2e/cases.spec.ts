import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { codedPlans, status } from './words.ts';

const library = (page: Page) => page.getByRole('treegrid', { name: 'Documents by case' });
const inspector = (page: Page) => page.getByRole('complementary', { name: 'Inspector' });
const row = (page: Page, name: RegExp): Locator => library(page).getByRole('row', { name });

/** Shows a case of the coded plans in the inspector, by a press on its row. */
async function showCase(page: Page, name: string): Promise<Locator> {
  await library(page).getByText(name, { exact: true }).click();
  await expect(inspector(page).getByLabel('Name of the case')).toHaveValue(name);
  return inspector(page);
}

/** Adds an attribute in the inspector. */
async function addAttribute(page: Page, name: string, kind: string, choices?: string): Promise<void> {
  const pane = inspector(page);
  await pane.getByRole('button', { name: 'Add an attribute' }).click();
  await pane.getByLabel('Name of the attribute').fill(name);
  await pane.getByRole('button', { name: /^Kind/ }).click();
  await page.getByRole('menuitemradio', { name: kind, exact: true }).click();
  if (choices !== undefined) await pane.getByLabel('One choice a line').fill(choices);
  await pane.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(pane.getByText(name, { exact: true })).toBeVisible();
}

test('a case is shown, renamed, described, and given documents; undo takes each back', async ({ app }) => {
  const page = await codedPlans(app);
  const pane = await showCase(page, 'Northland');
  await expect(row(page, /^Northland, 1 document/)).toHaveAttribute('aria-selected', 'true');
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect((await new AxeBuilder({ page }).include('[data-pane=inspector]').analyze()).violations).toEqual(
      [],
    );
  }
  await pane.getByLabel('Name of the case').fill('The north');
  await pane.getByLabel('Name of the case').press('Enter');
  await expect(row(page, /^The north, 1 document/)).toBeVisible();
  await pane.getByLabel('Description').fill('A small country with long winters.');
  await pane.getByLabel('Name of the case').focus();
  await expect(status(page)).toContainText('Undo: Describe case “The north”');

  await pane.getByRole('combobox', { name: 'Add a document' }).fill('south');
  await page.getByRole('option', { name: 'Southland: a short plan' }).click();
  await expect(row(page, /^The north, 2 documents/)).toBeVisible();
  await expect(row(page, /^Southland, 1 document/)).toBeVisible();
  await pane.getByRole('button', { name: 'Open Southland: a short plan' }).click();
  await expect(page.getByRole('main')).toContainText('Who pays');
  await expect(pane.getByLabel('Name of the case')).toHaveValue('The north');
  await pane.getByRole('button', { name: 'Take Southland: a short plan out of this case' }).click();
  await expect(row(page, /^The north, 1 document/)).toBeVisible();

  const undo = page.getByRole('button', { name: /Undo/ }).first();
  for (let step = 0; step < 4; step++) await undo.click();
  await expect(row(page, /^Northland, 1 document/)).toBeVisible();
  await expect(pane.getByLabel('Description')).toHaveValue('');
});

test('a case is made, renamed and removed from the keyboard, and its documents stay', async ({ app }) => {
  const page = await codedPlans(app);
  await row(page, /^Northland, 1 document/).focus();
  await page.keyboard.press('n');
  await page.keyboard.type('Eastland');
  await page.keyboard.press('Enter');
  await expect(row(page, /^Eastland, 0 documents/)).toBeFocused();
  await expect(inspector(page).getByLabel('Name of the case')).toHaveValue('Eastland');
  await page.keyboard.press('F2');
  await page.keyboard.type('The east');
  await page.keyboard.press('Enter');
  await expect(row(page, /^The east, 0 documents/)).toBeFocused();

  await row(page, /^Southland, 1 document/).focus();
  await page.keyboard.press('i');
  await expect(inspector(page).getByLabel('Name of the case')).toHaveValue('Southland');
  await page.keyboard.press('Delete');
  const question = page.getByRole('alertdialog');
  await expect(question).toContainText(
    'Its document stays, with all its codings. Undo brings everything back.',
  );
  await page.getByRole('button', { name: 'Remove case' }).click();
  await expect(row(page, /^Southland, 1 document/)).toHaveCount(0);
  await expect(row(page, /^Without a case, 1 document/)).toBeVisible();
  await expect(row(page, /Southland: a short plan.*1 coding/)).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(row(page, /^Southland, 1 document/)).toBeVisible();
});

test('the menus of rows speak of the row: a case is renamed, a document put into another', async ({
  app,
}) => {
  const page = await codedPlans(app);
  await library(page).getByText('Northland', { exact: true }).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Rename case' }).click();
  await page.keyboard.type('The north');
  await page.keyboard.press('Enter');
  await expect(row(page, /^The north, 1 document/)).toBeVisible();
  await row(page, /Southland: a short plan/).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Cases' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'The north' }).click();
  await expect(row(page, /^The north, 2 documents/)).toBeVisible();
  await page.getByRole('button', { name: 'Library menu' }).click();
  await page.getByRole('menuitem', { name: 'New case' }).click();
  await page.keyboard.type('Eastland');
  await page.keyboard.press('Escape');
  await expect(row(page, /Eastland/)).toHaveCount(0);
  await row(page, /Plan for thinking/).click();
  await inspector(page).getByRole('button', { name: 'Show the case The north' }).click();
  await expect(inspector(page).getByLabel('Name of the case')).toHaveValue('The north');
});

test('a case has attributes of every kind, and the scope can be narrowed by them', async ({ app }) => {
  const page = await codedPlans(app);
  const pane = await showCase(page, 'Northland');
  await addAttribute(page, 'Region', 'Choice', 'Coast\nHills\nCoast');
  await addAttribute(page, 'Towns', 'Number');
  await addAttribute(page, 'Founded', 'Date');
  await addAttribute(page, 'Federal', 'Yes or no');
  await pane.getByRole('button', { name: 'Value of Region: not set' }).click();
  await page.getByRole('menuitemradio', { name: 'Coast' }).click();
  await pane.getByRole('button', { name: 'Value of Federal: not set' }).click();
  await page.getByRole('menuitemradio', { name: 'Yes' }).click();
  await pane.getByLabel('Value of Towns').fill('12');
  await pane.getByLabel('Value of Towns').press('Enter');
  await pane.getByLabel('Value of Founded').fill('in May');
  await pane.getByLabel('Value of Founded').press('Enter');
  await expect(pane.getByLabel('Value of Founded')).toHaveAttribute('aria-invalid', 'true');
  await pane.getByLabel('Value of Founded').fill('1905-05');
  await pane.getByLabel('Value of Founded').press('Enter');
  await expect(status(page)).toContainText('Undo: Set Founded of “Northland”');
  await showCase(page, 'Southland');
  await expect(pane.getByRole('button', { name: 'Value of Region: not set' })).toBeVisible();
  await pane.getByLabel('Value of Towns').fill('40');
  await pane.getByLabel('Value of Towns').press('Enter');

  await page.getByRole('button', { name: 'Add a condition' }).click();
  await page.getByRole('menuitem', { name: 'Attribute', exact: true }).click();
  await page.getByLabel('Attribute', { exact: true }).selectOption({ label: 'Region' });
  await expect(page.getByRole('option', { name: 'Hills' })).toBeVisible();
  await page.getByLabel('Attribute', { exact: true }).selectOption({ label: 'Towns' });
  await expect(page.getByRole('listbox').getByRole('option')).toHaveText(['12', '40']);
  await page.getByLabel('Comparison').selectOption({ label: 'is between' });
  await page.getByRole('textbox', { name: 'From' }).fill('50');
  await page.getByRole('textbox', { name: 'To', exact: true }).fill('20');
  await expect(page.getByText('The end comes before the beginning')).toBeVisible();
  await page.getByRole('textbox', { name: 'To', exact: true }).fill('60');
  await page.getByRole('textbox', { name: 'From' }).fill('20');
  await page.keyboard.press('Escape');
  const scope = page.getByRole('region', { name: 'Scope' });
  await expect(scope).toContainText('Townsfrom 20 to 60');
  await expect(scope).toContainText('1 of 2 documents, 1 passage');
});

test('an attribute is renamed, its choices are edited, and it is removed with its values', async ({
  app,
}) => {
  const page = await codedPlans(app);
  const pane = await showCase(page, 'Northland');
  await addAttribute(page, 'Region', 'Choice', 'Coast\nHills');
  await pane.getByRole('button', { name: 'Value of Region: not set' }).click();
  await page.getByRole('menuitemradio', { name: 'Coast' }).click();
  const doing = async (what: string) => {
    await pane.getByRole('button', { name: /^What can be done with (Region|Landscape)/ }).click();
    await page.getByRole('menuitem', { name: what }).click();
  };
  await doing('Rename');
  await page.keyboard.type('Landscape');
  await page.keyboard.press('Enter');
  await expect(pane.getByRole('button', { name: 'Value of Landscape: Coast' })).toBeVisible();
  await expect(pane.getByRole('button', { name: 'What can be done with Landscape' })).toBeFocused();

  await doing('Edit choices');
  await expect(pane.getByLabel('Add a choice')).toBeFocused();
  expect((await new AxeBuilder({ page }).include('[data-pane=inspector]').analyze()).violations).toEqual([]);
  await page.keyboard.type('Plain');
  await page.keyboard.press('Enter');
  await pane.getByLabel('Label of Coast').fill('Seaside');
  await pane.getByLabel('Label of Coast').press('Enter');
  await expect(pane.getByRole('button', { name: 'Value of Landscape: Seaside' })).toBeVisible();
  await pane.getByRole('button', { name: 'Move Plain up' }).click();
  await expect(pane.getByLabel('Label of Plain')).toBeFocused();
  await expect(pane.getByRole('group', { name: 'Choices of Landscape' }).locator('li input')).toHaveCount(3);
  await pane.getByRole('button', { name: 'Remove Seaside' }).click();
  await expect(page.getByRole('alertdialog')).toContainText('1 value goes with it');
  await page.getByRole('button', { name: 'Remove choice' }).click();
  await expect(pane.getByRole('button', { name: 'Value of Landscape: not set' })).toBeVisible();
  await page.getByRole('button', { name: /Undo/ }).first().click();
  await expect(pane.getByRole('button', { name: 'Value of Landscape: Seaside' })).toBeVisible();
  await pane.getByLabel('Label of Plain').press('Escape');
  await expect(pane.getByLabel('Label of Plain')).toHaveCount(0);

  await doing('Remove attribute…');
  await expect(page.getByRole('alertdialog')).toContainText('The value that 1 case has goes with it.');
  await page.getByRole('button', { name: 'Remove attribute' }).click();
  await expect(pane.getByText('Landscape')).toHaveCount(0);
  await page.getByRole('button', { name: /Undo/ }).first().click();
  await expect(pane.getByRole('button', { name: 'Value of Landscape: Seaside' })).toBeVisible();
});

test('where a code meets a document or case has a judgement and memos, and the list leads there', async ({
  app,
}) => {
  const page = await codedPlans(app);
  const pane = inspector(page);
  await page.getByRole('treegrid', { name: 'Codes' }).getByText('Schools', { exact: true }).click();
  const line = pane.locator('.in-judge').filter({ hasText: 'Southland: a short plan' });
  await expect(line).toContainText('not judged');
  await line.getByRole('button', { name: 'Reviewed: Schools' }).focus();
  await page.keyboard.press('a');
  await expect(line).toContainText('absent');
  const write = async (section: string, words: string) => {
    const part = pane
      .locator('.in-sec')
      .filter({ has: page.getByRole('heading', { name: section, exact: true }) });
    await part.getByRole('button', { name: 'Write a memo' }).click();
    await part.getByRole('textbox', { name: 'Memo', exact: true }).fill(words);
    await page.keyboard.press('Escape');
    await expect(part.getByText(words)).toBeVisible();
  };
  await write('Memos on Schools in this document', 'Schools are left to the towns.');
  await showCase(page, 'Northland');
  await expect(pane.getByRole('heading', { name: 'Schools in this case', exact: true })).toBeVisible();
  await write('Memos on Schools in this case', 'Winter closes them.');
  await row(page, /^Northland, 1 document/).focus();
  await page.keyboard.press('m');
  await pane.getByRole('textbox', { name: 'Memo', exact: true }).fill('About the case itself.');
  await page.keyboard.press('Escape');
  await expect(pane.getByText('About the case itself.')).toBeVisible();

  await page.getByRole('treegrid', { name: 'Codes' }).getByText('Halls', { exact: true }).click();
  await row(page, /Plan for thinking/).click();
  await page.getByRole('radio', { name: 'Memos' }).click();
  const memos = page.getByRole('grid', { name: 'Memos' });
  await memos.getByRole('row', { name: /Schools are left to the towns/ }).click();
  await expect(page.getByRole('main')).toContainText('Who pays');
  await expect(pane.getByRole('heading', { name: 'Memos on Schools in this document' })).toBeVisible();
  await memos.getByRole('row', { name: /Winter closes them/ }).click();
  await expect(pane.getByLabel('Name of the case')).toHaveValue('Northland');
  await expect(pane.getByRole('heading', { name: 'Memos on Schools in this case' })).toBeVisible();
  await expect(memos.getByRole('row', { name: /About the case itself/ })).toContainText('Northland');

  await row(page, /^Northland, 1 document/).focus();
  await page.keyboard.press('Delete');
  await expect(page.getByRole('alertdialog')).toContainText('2 memos about it go with it.');
  await page.getByRole('button', { name: 'Cancel' }).click();
});
