import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { type App, expect, test } from './app.ts';
import { applyCode, drag, paragraph } from './words.ts';

const codeRow = (page: Page, name: string) =>
  page.locator('[data-pane=codebook]').getByRole('row', { name: new RegExp(`^${name}`) });

const codebook = async ({ page, newProject, importPlans, addCodes }: App): Promise<void> => {
  await newProject();
  await importPlans();
  await page.getByRole('button', { name: 'Open the first' }).click();
  await addCodes('Governance\n\tOversight\nAccess');
};

/** Names the codebook by keys, from its row. */
async function nameIt(page: Page, name: string, lock = false): Promise<void> {
  await codeRow(page, 'Access').click();
  await page.keyboard.press('Shift+V');
  await expect(page.locator('[data-pane=versions] :focus')).toBeVisible();
  await page.keyboard.press('n');
  await page.keyboard.type(name);
  if (lock) await page.getByText('Lock the codebook for a round').click();
  await page.getByRole('button', { name: 'Name it' }).click();
  await expect(page.getByRole('option', { name: new RegExp(`^${name}`) })).toBeVisible();
}

async function faults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
}

test('a locked codebook says so, refuses changes, and is unlocked where it says so', async ({ app }) => {
  const { page } = app;
  await codebook(app);
  await nameIt(page, 'Round 1', true);
  const pane = page.locator('[data-pane=codebook]');
  await expect(pane.getByText('Locked as “Round 1”')).toBeVisible();
  await codeRow(page, 'Access').click();
  await expect(page.locator('[data-pane=inspector] [data-field=name] input')).toHaveAttribute('readonly', '');
  // Commands that change codes rest, and say why; coding goes on.
  await pane.getByRole('row', { name: /^Access/ }).click({ button: 'right' });
  const reason = 'The codebook is locked for a round; unlock it in its versions';
  await expect(page.getByRole('menuitem', { name: /^Rename/ })).toContainText(reason);
  await expect(page.getByRole('menuitem', { name: /passages/i }).first()).not.toContainText(reason);
  await page.keyboard.press('Escape');
  await codeRow(page, 'Access').click();
  await page.keyboard.press('n');
  await expect(codeRow(page, 'New code')).toHaveCount(0);
  await codeRow(page, 'Access').dragTo(codeRow(page, 'Governance'));
  await expect(page.getByRole('contentinfo')).toContainText(reason);
  await expect(codeRow(page, 'Access')).toHaveAttribute('aria-level', '1');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('Merge a codebook');
  await expect(page.getByRole('option', { name: /Merge a codebook/ })).toContainText(reason);
  await page.keyboard.press('Escape');
  await pane.getByRole('button', { name: 'Unlock', exact: true }).click();
  await expect(pane.getByText('Locked as')).toBeHidden();
  await expect(page.locator('[data-pane=inspector] [data-field=name] input')).not.toHaveAttribute('readonly');
});

test('what changed since a version is shown beside what was, filtered, and gone back from as one step', async ({
  app,
}) => {
  const { page } = app;
  await codebook(app);
  await nameIt(page, 'Round 1');
  await codeRow(page, 'Access').click();
  const name = page.locator('[data-pane=inspector] [data-field=name] input');
  await name.fill('Access for all');
  await name.press('Enter');
  const definition = page.locator('[data-pane=inspector] [data-field=definition] textarea');
  await definition.fill('Who may use it');
  await definition.press('Control+Enter');
  await codeRow(page, 'Access for all').click();
  await page.keyboard.press('Shift+V');
  const view = page.locator('[data-pane=versions]');
  await expect(view.getByRole('heading', { name: /^Renamed/ })).toBeVisible();
  await expect(view.locator('ins')).toHaveText(' for all');
  await expect(view.getByText('2 changes')).toBeVisible();
  await page.keyboard.press('/');
  await page.keyboard.type('over');
  await expect(view.getByText('0 of 2 changes')).toBeVisible();
  await page.keyboard.press('Escape');
  await view.getByRole('option', { name: /^Round 1/ }).click();
  await page.keyboard.press('g');
  const dialog = page.getByRole('dialog', { name: 'Go back to “Round 1”?' });
  await expect(dialog).toContainText('2 other changes are taken back');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(view.getByText('Nothing changed.')).toBeVisible();
  await expect(codeRow(page, 'Access for all')).toBeHidden();
  await page.keyboard.press('Control+z');
  await expect(codeRow(page, 'Access for all')).toBeVisible();
});

test('a code has a page: edited in place, with its passages, counts, changes and why', async ({ app }) => {
  const { page } = app;
  await page.getByRole('button', { name: /^Try the sample/ }).click();
  await page.getByRole('heading', { name: 'Six AI plans, a sample' }).waitFor();
  await page.getByRole('button', { name: 'Nobody has said who they are' }).click();
  await page.getByRole('button', { name: 'I am Coder A' }).or(page.getByLabel('Your name')).first().waitFor();
  if (await page.getByLabel('Your name').isVisible()) {
    await page.getByLabel('Your name').fill('Coder A');
    await page.keyboard.press('Enter');
  } else await page.getByRole('button', { name: 'I am Coder A' }).click();
  await codeRow(page, 'Sovereignty').click();
  await page.keyboard.press('Control+Enter');
  const view = page.locator('[data-pane=code]');
  await expect(view.getByRole('heading', { name: 'Sovereignty' })).toBeVisible();
  await expect(view).toContainText('On 7 passages in 5 documents');
  await expect(view.getByRole('listbox').getByRole('option')).toHaveCount(7);
  await view.getByRole('radio', { name: 'Counts' }).click();
  await expect(view.getByRole('table').getByRole('row', { name: /^All documents/ })).toContainText('7');
  await expect(view.getByRole('columnheader', { name: 'Coder B' })).toBeVisible();
  const definition = view.locator('[data-field=definition] textarea');
  await definition.fill('Control over what matters.');
  await definition.press('Control+Enter');
  await view.getByRole('radio', { name: 'Changes' }).click();
  await expect(view.locator('ins')).toContainText(['what']);
  await page.keyboard.press('w');
  await page.keyboard.type('Shorter.');
  await page.keyboard.press('Control+Enter');
  await expect(view.locator('.cp-why')).toContainText('Why: Shorter.');
  const oldest = view
    .getByRole('list', { name: /^Where “Sovereignty” changed/ })
    .locator('> li')
    .last();
  await oldest.getByRole('button', { name: /^Say why/ }).press('Enter');
  await page.keyboard.type('Asked for by the team.');
  await page.keyboard.press('Control+Enter');
  await expect(oldest.locator('.cp-why')).toContainText('Why: Asked for by the team.');

  await page.keyboard.press('l');
  await page.keyboard.type('de');
  await page.keyboard.press('Enter');
  await expect(view.getByLabel('Name (de)')).toBeFocused();
  await page.keyboard.type('Souveränität');
  await page.keyboard.press('Tab');
  await expect(view.getByLabel('Definition (de)')).toBeFocused();
  await page.keyboard.type('Wer bestimmt');
  await page.keyboard.press('Tab');
  const changed = (words: string) => view.getByRole('listitem').filter({ hasText: words });
  await expect(changed('Change names in other languages')).toContainText('Souveränität');
  await expect(changed('Change definitions in other languages')).toContainText('Wer bestimmt');
  // In a field Ctrl+Z is the field's own.
  await view.getByRole('radio', { name: 'Changes' }).focus();
  await page.keyboard.press('Control+z');
  await expect(view.getByLabel('Definition (de)')).toHaveValue('');
  await expect(view.getByLabel('Name (de)')).toHaveValue('Souveränität');
  await view.getByRole('radio', { name: 'Passages' }).click();
  await view.getByRole('option').first().click();
  await expect(page.locator('[data-pane=reader]')).toBeVisible();
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(view.getByRole('heading', { name: 'Sovereignty' })).toBeVisible();
});

test('the inspector says under which version each coding was made', async ({ app }) => {
  const { page } = app;
  await codebook(app);
  await nameIt(page, 'Round 1');
  await page.keyboard.press('Alt+ArrowLeft');
  await drag(page, paragraph(page, 'Northland is'), 'long winters');
  await applyCode(page, 'access');
  const line = page.locator('[data-pane=inspector]').getByText('under Round 1');
  await expect(line).toBeVisible();
  const name = page.locator('[data-pane=inspector] [data-field=name] input');
  await codeRow(page, 'Oversight').click();
  await name.fill('Boards');
  await name.press('Enter');
  await drag(page, paragraph(page, 'Northland is'), 'Northland');
  await applyCode(page, 'boards');
  await expect(
    page.locator('[data-pane=inspector]').getByText('after Round 1, codebook changed since'),
  ).toBeVisible();
});

test('nothing of it stands in the way of assistive technology', async ({ app }) => {
  test.setTimeout(180_000);
  const { page } = app;
  await codebook(app);
  await nameIt(page, 'Round 1', true);
  await page.locator('[data-pane=codebook]').getByRole('button', { name: 'Unlock', exact: true }).click();
  await codeRow(page, 'Oversight').click();
  const name = page.locator('[data-pane=inspector] [data-field=name] input');
  await name.fill('Boards');
  await name.press('Enter');
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await codeRow(page, 'Boards').click();
    await page.keyboard.press('Shift+V');
    await expect(page.locator('[data-pane=versions] ins')).toBeVisible();
    expect(await faults(page), `versions, ${colorScheme}`).toEqual([]);
    await codeRow(page, 'Boards').click();
    await page.keyboard.press('Control+Enter');
    for (const face of ['Passages', 'Counts', 'Changes']) {
      await page.locator('[data-pane=code]').getByRole('radio', { name: face }).click();
      expect(await faults(page), `${face}, ${colorScheme}`).toEqual([]);
    }
  }
});
