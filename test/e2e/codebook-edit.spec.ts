import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { codedPlans, drag, paragraph, status } from './words.ts';

const tree = (page: Page) => page.getByRole('treegrid', { name: 'Codes' });
const row = (page: Page, name: string) =>
  tree(page).getByRole('row', { name: new RegExp(`^${name.replace(/[()]/g, '\\$&')},`) });
const dialog = (page: Page) => page.locator('.dialog');

/** The tree as it stands: depth, name and number of passages. */
const shape = (page: Page) =>
  tree(page)
    .getByRole('row')
    .evaluateAll((rows) =>
      rows.map((each) => {
        const name = each.querySelector('bdi:not(.notation)')?.textContent;
        const count = each.querySelector('.c')?.textContent;
        return `${each.getAttribute('aria-level')} ${name}${count === '0' ? '' : ` ${count}`}`;
      }),
    );

const chosen = (page: Page) =>
  tree(page)
    .getByRole('row', { selected: true })
    .evaluateAll((rows) => rows.map((each) => each.querySelector('bdi:not(.notation)')?.textContent));

/** Expects axe to find nothing in the dialog that is open, in light and in dark. */
async function look(page: Page): Promise<void> {
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page }).include('.dialog').analyze();
    const faults = violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`),
    );
    expect(faults, colorScheme).toEqual([]);
  }
}

const LIST = 'Governance\n\tOversight\n\tSanctions\n\tAudit\nAccess\n\tPrice';
const WHOLE = ['1 Governance', '2 Oversight', '2 Sanctions', '2 Audit', '1 Access', '2 Price'];

test('several codes are chosen by key and by mouse, and moved, copied and removed together', async ({
  app,
}) => {
  const { page } = app;
  await app.newProject();
  await app.addCodes(LIST);
  await row(page, 'Sanctions').click();
  await page.keyboard.press('Shift+ArrowDown');
  await expect.poll(() => chosen(page)).toEqual(['Sanctions', 'Audit']);
  await page.keyboard.press('Alt+ArrowUp');
  const up = ['1 Governance', '2 Sanctions', '2 Audit', '2 Oversight', '1 Access', '2 Price'];
  await expect.poll(() => shape(page)).toEqual(up);
  await expect.poll(() => chosen(page)).toEqual(['Sanctions', 'Audit']);
  await page.keyboard.press('Control+z');
  await expect.poll(() => shape(page)).toEqual(WHOLE);

  await page.keyboard.press('Shift+M');
  await page.getByRole('searchbox').fill('price');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const under = ['1 Governance', '2 Oversight', '1 Access', '2 Price', '3 Sanctions', '3 Audit'];
  await expect.poll(() => shape(page)).toEqual(under);
  await page.keyboard.press('Control+z');
  await expect.poll(() => shape(page)).toEqual(WHOLE);

  // With the mouse: one, one more, one less, and all up to there; Escape and a press leave one.
  await row(page, 'Oversight').click();
  await row(page, 'Price').click({ modifiers: ['Control'] });
  await row(page, 'Access').click({ modifiers: ['Control'] });
  await expect.poll(() => chosen(page)).toEqual(['Oversight', 'Access', 'Price']);
  await row(page, 'Access').click({ modifiers: ['Control'] });
  await expect.poll(() => chosen(page)).toEqual(['Oversight', 'Price']);
  await row(page, 'Sanctions').click();
  await expect.poll(() => chosen(page)).toEqual(['Sanctions']);
  await row(page, 'Access').click({ modifiers: ['Shift'] });
  await expect.poll(() => chosen(page)).toEqual(['Sanctions', 'Audit', 'Access']);
  await page.keyboard.press('Escape');
  await expect.poll(() => chosen(page)).toEqual(['Sanctions']);
  await page.keyboard.press('Control+a');
  await expect.poll(async () => (await chosen(page)).length).toBe(6);

  await row(page, 'Oversight').click();
  await row(page, 'Audit').click({ modifiers: ['Control'] });
  await row(page, 'Audit').dragTo(row(page, 'Price'));
  const dragged = ['1 Governance', '2 Sanctions', '1 Access', '2 Price', '3 Oversight', '3 Audit'];
  await expect.poll(() => shape(page)).toEqual(dragged);
  await page.keyboard.press('Control+z');
  await row(page, 'Oversight').focus();
  await page.keyboard.press('Delete');
  await expect(page.getByRole('alertdialog', { name: 'Remove 2 codes?' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect.poll(() => shape(page)).toEqual(['1 Governance', '2 Sanctions', '1 Access', '2 Price']);
  await page.keyboard.press('Control+z');
  await expect.poll(() => shape(page)).toEqual(WHOLE);

  await row(page, 'Access').click();
  await page.keyboard.press('Shift+C');
  await look(page);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect.poll(() => shape(page)).toEqual([...WHOLE, '1 Access (copy)', '2 Price']);
  await expect(status(page)).toContainText('2 codes were copied');
  await expect(row(page, 'Access (copy)')).toBeFocused();
});

test('codes become one: the numbers beforehand, the codings, the alias, and one undo', async ({ app }) => {
  const page = await codedPlans(app);
  await expect.poll(() => shape(page)).toEqual(['1 Halls 2', '2 Water 1', '1 Schools']);
  await row(page, 'Halls').click();
  await page.keyboard.press('Shift+J');
  await page.getByRole('searchbox').fill('schools');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toContainText('2 codings follow.');
  await expect(dialog(page)).toContainText('1 code comes to stand under it.');
  await look(page);
  await page.getByLabel('Why (may stay empty)').fill('They were the same.');
  await page.keyboard.press('Enter');
  await expect.poll(() => shape(page)).toEqual(['1 Schools 2', '2 Water 1']);
  await expect(status(page)).toContainText('A code was merged into Schools: 2 codings followed');
  await expect(row(page, 'Schools')).toBeFocused();
  await expect(page.getByRole('row', { name: 'Halls' }).and(page.locator('.token'))).toBeVisible();

  await page.keyboard.press('Control+z');
  await expect.poll(() => shape(page)).toEqual(['1 Halls 2', '2 Water 1', '1 Schools']);
  await page.keyboard.press('Control+Shift+z');
  await expect.poll(() => shape(page)).toEqual(['1 Schools 2', '2 Water 1']);

  // The picker finds it by the name that it had.
  await page
    .getByRole('row', { name: /Northland/ })
    .first()
    .click();
  await drag(page, paragraph(page, 'Northland is'), 'long winters');
  await page.keyboard.press('c');
  await page.getByRole('combobox', { name: 'Find or name a code' }).fill('halls');
  await expect(page.getByRole('option').first()).toContainText('Schools also: Halls');
});

test('several codes are applied together, by key and by mouse, as one step', async ({ app }) => {
  const page = await codedPlans(app);
  await page.getByRole('row', { name: /^Plan for thinking machines in Northland, MD/ }).click();
  await drag(page, paragraph(page, 'Northland is'), 'long winters');
  await row(page, 'Water').click();
  await page.keyboard.press('Shift+ArrowDown');
  await expect.poll(() => chosen(page)).toEqual(['Water', 'Schools']);
  await page.keyboard.press('Enter');
  const both = ['1 Halls 2', '2 Water 2', '1 Schools 1'];
  await expect.poll(() => shape(page)).toEqual(both);
  await page.keyboard.press('Control+z');
  await expect.poll(() => shape(page)).toEqual(['1 Halls 2', '2 Water 1', '1 Schools']);
  await row(page, 'Schools').dragTo(paragraph(page, 'Northland is'));
  await expect.poll(() => shape(page)).toEqual(both);
  await page.keyboard.press('Control+z');
  await expect.poll(() => shape(page)).toEqual(['1 Halls 2', '2 Water 1', '1 Schools']);
});

test('a code is split by number keys, into a new code and one that is there', async ({ app }) => {
  const page = await codedPlans(app);
  await row(page, 'Halls').click();
  await page.keyboard.press('Shift+S');
  const name = page.getByLabel('Name of a new code');
  await expect(name).toBeFocused();
  await page.keyboard.type('Mills');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'A code that is there…' }).press('Enter');
  await page.getByRole('searchbox').fill('schools');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const pieces = page.getByRole('grid', { name: 'Your passages with this code' });
  await expect(pieces.getByRole('row')).toHaveCount(2);
  await pieces.getByRole('row').first().focus();
  await page.keyboard.press('1');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Shift+Digit2');
  await expect(dialog(page)).toContainText('2 of 2 passages of yours go to parts');
  await expect(pieces.getByRole('row').nth(1)).toHaveAccessibleName(/Mills, Schools$/);
  await look(page);
  // The words around a passage are seen here, and it is opened in its text; the split waits meanwhile.
  await expect(dialog(page).getByRole('region', { name: 'The passage where it stands' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toBeHidden();
  await expect(status(page)).toContainText('The split of “Halls” waits');
  await row(page, 'Halls').click();
  await page.keyboard.press('Shift+S');
  await expect(pieces.getByRole('row').nth(1)).toHaveAccessibleName(/Mills, Schools$/);
  await pieces.getByRole('row').nth(1).focus();
  await page.keyboard.press('0');
  await page.keyboard.press('Shift+Digit2');
  await expect(pieces.getByRole('row').nth(1)).toHaveAccessibleName(/Stays, Schools$/);
  await page.getByRole('button', { name: 'Split', exact: true }).press('Enter');
  await expect.poll(() => shape(page)).toEqual(['1 Halls 1', '2 Water 1', '1 Mills 1', '1 Schools 1']);
  await expect(status(page)).toContainText('1 coding was taken out of Halls, 1 was added');
  await page.keyboard.press('Control+z');
  await expect.poll(() => shape(page)).toEqual(['1 Halls 2', '2 Water 1', '1 Schools']);
});

test('words in names are replaced, and branches coloured, with what would change shown first', async ({
  app,
}) => {
  const { page } = app;
  await app.newProject();
  await app.addCodes('Trust in people\n\tDistrust\nPrice');
  await row(page, 'Trust in people').click();
  await page.keyboard.press('Shift+R');
  await page.keyboard.type('trust');
  await expect(dialog(page)).toContainText('2 names change.');
  await page.getByText('Whole words').click();
  await expect(dialog(page)).toContainText('1 name changes.');
  await look(page);
  await page.getByLabel('Replace by').fill('Faith');
  await expect(page.getByRole('list', { name: 'Names that change' })).toContainText('Faith in people');
  await page.keyboard.press('Enter');
  await expect.poll(() => shape(page)).toEqual(['1 Faith in people', '2 Distrust', '1 Price']);
  await expect(dialog(page)).toHaveCount(0);

  await page.getByRole('button', { name: 'Codebook menu' }).click();
  await page.getByRole('menuitem', { name: 'Colours by branch…' }).click();
  await expect(dialog(page)).toContainText('1 code changes its colour.');
  await look(page);
  await page.getByRole('button', { name: 'Colour', exact: true }).click();
  await expect(status(page)).toContainText('1 code has another colour');
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect.poll(() => shape(page)).toEqual(['1 Trust in people', '2 Distrust', '1 Price']);
});

test('aliases, notation and links are said in the inspector, by keyboard, and lead on', async ({ app }) => {
  const { page } = app;
  await app.newProject();
  await app.addCodes('Trust\nFaith\nPrice');
  await row(page, 'Trust').click();
  await page.getByRole('button', { name: 'Other words and links' }).press('Enter');
  await page.getByLabel('Notation').fill('1.2');
  await page.getByLabel('Notation').press('Enter');
  await expect(tree(page).getByRole('row').first().locator('.notation')).toHaveText('1.2');
  const aliases = page.getByRole('textbox', { name: 'Aliases' });
  await aliases.fill('Confidence');
  await aliases.press('Enter');
  await aliases.fill('Reliance');
  await aliases.press('Enter');
  const tokens = page.getByRole('grid', { name: 'Aliases' }).getByRole('row');
  await expect(tokens).toHaveText(['Confidence', 'Reliance']);
  await tokens.first().focus();
  await page.keyboard.press('Delete');
  await expect(tokens).toHaveText(['Reliance']);

  await page.getByRole('button', { name: 'Link to another code…' }).press('Enter');
  await page.getByRole('radio', { name: 'Not to be confused with' }).click();
  await look(page);
  await page.getByRole('searchbox').fill('faith');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const links = page.getByRole('list', { name: 'Not to be confused with' });
  await links.getByRole('button', { name: 'Faith', exact: true }).press('Enter');
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Faith');
  await expect(links).toContainText('Trust');
  const { violations } = await new AxeBuilder({ page }).include('.code-editor').analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await page.getByRole('button', { name: 'Remove the link to Trust' }).press('Enter');
  await expect(links).toHaveCount(0);
});
