import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';

const tree = (page: Page) => page.getByRole('treegrid', { name: 'Codes' });
const row = (page: Page, name: string) => tree(page).getByRole('row', { name: new RegExp(`^${name},`) });

/** The tree as it stands: names with their depth. */
const shape = (page: Page) =>
  tree(page)
    .getByRole('row')
    .evaluateAll((rows) =>
      rows.map((each) => `${each.getAttribute('aria-level')} ${each.querySelector('bdi')?.textContent}`),
    );

const LIST = 'Governance\n\tOversight\n\tSanctions\nAccess\n\tPrice';
const WHOLE = ['1 Governance', '2 Oversight', '2 Sanctions', '1 Access', '2 Price'];

test.beforeEach(({ app }) => app.newProject());

test('a typed list becomes a tree, with a preview, as one step', async ({ app }) => {
  const { page } = app;
  await page.getByLabel('One code a line').fill(LIST);
  await expect(page.getByRole('list', { name: 'What will be added' }).getByRole('listitem')).toHaveCount(5);
  await page.getByRole('button', { name: 'Add 5 codes' }).click();
  await expect.poll(() => shape(page)).toEqual(WHOLE);
  await page.keyboard.press('Control+z');
  await expect(page.getByText('No codes yet')).toBeVisible();
  await page.keyboard.press('Control+Shift+z');
  await expect.poll(() => shape(page)).toEqual(WHOLE);
});

test('codes are made, renamed, moved and removed from the keyboard', async ({ app }) => {
  const { page } = app;
  await app.addCodes(LIST);
  await row(page, 'Oversight').click();
  await page.keyboard.press('n');
  await page.keyboard.type('Audit');
  await page.keyboard.press('Enter');
  await expect(row(page, 'Audit')).toBeFocused();
  await page.keyboard.press('Shift+N');
  await page.keyboard.type('Yearly');
  await page.keyboard.press('Enter');
  await expect(row(page, 'Yearly')).toBeFocused();
  const made = ['1 Governance', '2 Oversight', '2 Audit', '3 Yearly', '2 Sanctions', '1 Access', '2 Price'];
  await expect.poll(() => shape(page)).toEqual(made);

  await page.keyboard.press('F2');
  await page.keyboard.type('Every year');
  await page.keyboard.press('Enter');
  await expect(row(page, 'Every year')).toBeFocused();
  await page.keyboard.press('Alt+ArrowLeft');
  await expect.poll(async () => (await shape(page))[3]).toBe('2 Every year');
  await page.keyboard.press('Alt+ArrowUp');
  await expect.poll(async () => (await shape(page))[2]).toBe('2 Every year');
  await page.keyboard.press('Alt+ArrowDown');
  await expect.poll(async () => (await shape(page))[3]).toBe('2 Every year');
  await page.keyboard.press('Alt+ArrowRight');
  await expect.poll(async () => (await shape(page))[3]).toBe('3 Every year');
  await expect(row(page, 'Every year')).toBeFocused();

  await row(page, 'Audit').click();
  await page.keyboard.press('Delete');
  await expect(page.getByRole('alertdialog')).toContainText('The code under it goes too.');
  await page.keyboard.press('Enter');
  await expect.poll(() => shape(page)).toEqual(WHOLE);
  await page.keyboard.press('Control+z');
  await expect(row(page, 'Every year')).toBeVisible();
});

test('a name that is given up leaves nothing behind', async ({ app }) => {
  const { page } = app;
  await app.addCodes(LIST);
  await row(page, 'Price').click();
  await page.keyboard.press('n');
  await page.keyboard.type('Not this');
  await page.keyboard.press('Escape');
  await page.keyboard.press('F2');
  await page.keyboard.type('Nor this');
  await page.keyboard.press('Escape');
  await expect.poll(() => shape(page)).toEqual(WHOLE);
  await expect(page.getByRole('contentinfo')).toContainText('Undo: Import 5 codes');
});

test('the menu and "Move to…" do what the keys do', async ({ app }) => {
  const { page } = app;
  await app.addCodes(LIST);
  await row(page, 'Price').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Move out' }).click();
  await expect.poll(async () => (await shape(page))[4]).toBe('1 Price');
  await row(page, 'Price').hover();
  await row(page, 'Price').getByRole('button', { name: 'What can be done with Price' }).click();
  await page.getByRole('menuitem', { name: 'Move to…' }).click();
  await page.getByRole('searchbox').fill('sanct');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const moved = ['1 Governance', '2 Oversight', '2 Sanctions', '3 Price', '1 Access'];
  await expect.poll(() => shape(page)).toEqual(moved);
});

test('dragging moves a code, with the same result', async ({ app }) => {
  const { page } = app;
  await app.addCodes(LIST);
  await row(page, 'Price').dragTo(row(page, 'Oversight'));
  const moved = ['1 Governance', '2 Oversight', '3 Price', '2 Sanctions', '1 Access'];
  await expect.poll(() => shape(page)).toEqual(moved);
  await page.keyboard.press('Control+z');
  await expect.poll(() => shape(page)).toEqual(WHOLE);
});

test('a code is described in the inspector; the status line does not say "Saved" before it is', async ({
  app,
}) => {
  const { page } = app;
  await app.addCodes(LIST);
  await row(page, 'Sanctions').click();
  await page.keyboard.press('d');
  const definition = page.getByLabel('Definition');
  await expect(definition).toBeFocused();
  await page.keyboard.type('What happens to those who do not comply.');
  const status = page.getByRole('contentinfo');
  await expect(status).toContainText('Not saved yet');
  await page.keyboard.press('Tab');
  await expect(status).toContainText(/Saved \d/);
  await page.getByRole('button', { name: /^Colour:/ }).click();
  await page.getByText('Madder').click();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Colour: Madder' })).toBeVisible();
  await page.getByText('Can be applied to passages').click();
  await expect(tree(page).getByRole('row', { name: 'Sanctions, groups other codes' })).toBeVisible();

  await page.reload();
  await tree(page)
    .getByRole('row', { name: /^Sanctions/ })
    .click();
  await expect(definition).toHaveValue('What happens to those who do not comply.');
});

test('a taxonomy file is imported, and importing it again adds nothing', async ({ app }) => {
  const { page } = app;
  const codes = [{ name: 'Rights', children: [{ name: 'Appeal', definition: 'A way to object.' }] }];
  const taxonomy = { format: 'colligo-taxonomy', version: 1, title: 'Small', codes };
  writeFileSync(join(app.project, 'small.json'), JSON.stringify(taxonomy));
  const take = async () => {
    await page.getByRole('row', { name: 'small.json' }).dblclick();
    await page.getByRole('row', { name: 'small.json' }).waitFor({ state: 'detached' });
  };
  await page.getByRole('button', { name: 'Import a taxonomy' }).click();
  await page.getByRole('row', { name: 'Projects' }).dblclick();
  await take();
  await expect.poll(() => shape(page)).toEqual(['1 Rights', '2 Appeal']);
  await page.getByRole('button', { name: 'Codebook menu' }).click();
  await page.getByRole('menuitem', { name: 'Import a taxonomy…' }).click();
  await take();
  await expect(page.getByRole('contentinfo')).toContainText('No codes were added, 2 were there already');
});

test('a ready-made taxonomy is offered to an empty codebook, and beside other codes', async ({ app }) => {
  const { page } = app;
  const offers = page.getByRole('list', { name: 'Use a ready-made taxonomy' });
  await expect(offers.getByRole('button')).toHaveText([
    /^AI action plans70 codes/,
    /^Climate adaptation27 codes/,
  ]);
  await offers.getByRole('button').first().press('Enter');
  await expect(row(page, 'Purpose')).toBeFocused();
  await expect(page.getByRole('contentinfo')).toContainText('81 codes were added');
  await expect
    .poll(async () => (await shape(page)).slice(0, 2))
    .toEqual(['1 Purpose', '2 Growth and productivity']);
  await page.keyboard.press('Control+z');
  await expect(page.getByText('No codes yet')).toBeVisible();

  await app.addCodes('Rights\n\tAppeal');
  await page.getByRole('button', { name: 'Codebook menu' }).click();
  await page.getByRole('menuitem', { name: 'Use a ready-made taxonomy…' }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Climate adaptation/ })
    .click();
  await expect(page.getByRole('contentinfo')).toContainText('33 codes were added');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect
    .poll(async () => (await shape(page)).slice(0, 4))
    .toEqual(['1 Rights', '2 Appeal', '1 Hazards', '2 Heat']);
});

test('branches fold and stay folded', async ({ app }) => {
  const { page } = app;
  await app.addCodes(LIST);
  await row(page, 'Governance').click();
  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => shape(page)).toEqual(['1 Governance', '1 Access', '2 Price']);
  await page.reload();
  await expect.poll(() => shape(page)).toEqual(['1 Governance', '1 Access', '2 Price']);
});
