import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { type App, expect, test } from './app.ts';
import { drag, paragraph, status } from './words.ts';

const TITLE = 'Six AI plans, a sample';
const WORDS = 'The first instinct is to remove.';

const files = (app: App) =>
  readdirSync(join(app.home, '.colligo', 'samples')).filter((name) => name.endsWith('.colligo'));

/** Tries the sample from the start page by keyboard alone. */
async function tryByKeyboard(page: Page): Promise<void> {
  await expect(page.getByRole('button', { name: /^New project/ })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: /^Try the sample/ })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: TITLE }).waitFor();
}

/** How many codings the status line says there are. */
async function codingCount(page: Page): Promise<number> {
  await expect(status(page)).toContainText(/\d+ codings/);
  return Number(/(\d+) codings/.exec(await status(page).innerText())?.[1]);
}

/** Codes some words, as somebody whom this computer does not know yet. @returns how many codings there were before */
async function codeAsNewcomer(page: Page): Promise<number> {
  const before = await codingCount(page);
  await drag(page, paragraph(page, WORDS), WORDS);
  await page.keyboard.press('c');
  await page.getByRole('combobox', { name: 'Find or name a code' }).fill('sandboxes');
  await page.keyboard.press('Enter');
  const asked = page.getByRole('dialog', { name: 'Who is coding?' });
  // The coders of the sample are no persons at this machine.
  await expect(asked.getByRole('button', { name: /^I am/ })).toHaveCount(0);
  await asked.getByLabel('Your name').fill('Ada Kern');
  await page.keyboard.press('Enter');
  await expect(status(page)).toContainText('Coding as Ada Kern');
  // What was asked for is done then, without being asked for once more.
  await expect(status(page)).toContainText(`${before + 1} codings`);
  return before;
}

test('the sample is tried by keyboard: a brief with its highlights and the question are in sight', async ({
  app,
}) => {
  const { page } = app;
  await tryByKeyboard(page);
  await expect(paragraph(page, WORDS)).toBeVisible();
  await expect(page.getByRole('region', { name: 'Passages' })).toContainText('The question');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(status(page)).toContainText('6 documents');
  expect(await codingCount(page)).toBeGreaterThan(150);
  expect(files(app)).toEqual(['Six AI plans.colligo']);
});

test('what is coded in it is taken back, and stays otherwise; the first coding asks who one is', async ({
  app,
}) => {
  const { page } = app;
  await tryByKeyboard(page);
  const before = await codeAsNewcomer(page);
  await page.keyboard.press('Control+z');
  await expect(status(page)).toContainText(`${before} codings`);
  await page.keyboard.press('Control+Shift+z');
  await expect(status(page)).toContainText(`${before + 1} codings`);
  await page.keyboard.press('Control+Alt+w');
  await page.getByRole('button', { name: /^Open the sample/ }).click();
  await expect(status(page)).toContainText(`${before + 1} codings`);
});

test('begun afresh it is as it came, and the copy that was worked in is kept', async ({ app }) => {
  const { page } = app;
  await tryByKeyboard(page);
  const before = await codeAsNewcomer(page);
  await page.keyboard.press('Control+Alt+w');
  const afresh = page.getByRole('button', { name: 'Begin the sample afresh' });
  await afresh.focus();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.keyboard.press('Enter');
  const question = page.getByRole('alertdialog', { name: 'Begin the sample afresh?' });
  await question.getByRole('button', { name: 'Cancel' }).click();
  expect(files(app)).toHaveLength(1);
  await afresh.click();
  await question.getByRole('button', { name: 'Begin afresh' }).click();
  await page.getByRole('heading', { name: TITLE }).waitFor();
  await expect(status(page)).toContainText('Your former copy is kept as Six AI plans, until');
  await expect(status(page)).toContainText(`${before} codings`);
  expect(files(app)).toHaveLength(2);

  // The other one is on the list of recent projects, with what was done in it.
  await page.keyboard.press('Control+Alt+w');
  await page.getByRole('button', { name: /^Six AI plans, until/ }).click();
  await expect(status(page)).toContainText(`${before + 1} codings`);
});

test('while it is open it is begun afresh from the menu, and its tabs are those of the new copy', async ({
  app,
}) => {
  const { page } = app;
  await tryByKeyboard(page);
  await paragraph(page, WORDS).waitFor();
  // Among the rows of memos there is one about this document, too.
  await page.keyboard.press('Control+p');
  await page.keyboard.type('APEC');
  await expect(page.getByRole('option', { name: /APEC AI Initiative/ }).first()).toHaveAttribute(
    'aria-selected',
    'true',
  );
  await page.keyboard.press('Enter');
  await paragraph(page, 'This is the shortest').waitFor();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('afresh');
  await page.getByRole('option', { name: /Begin the sample afresh/ }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Begin afresh' }).click();
  await expect(paragraph(page, WORDS)).toBeVisible();
  await expect(page.getByRole('tab')).toHaveCount(1);
  expect(files(app)).toHaveLength(2);
});
