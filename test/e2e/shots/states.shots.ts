import type { Locator, Page } from '@playwright/test';
import { test } from '../app.ts';
import { openFirst, openSeeded, press, shoot } from './kit.ts';

const codes = (page: Page) => page.getByRole('treegrid', { name: 'Codes' });

test('before a project is open', async ({ app }) => {
  const { page } = app;
  await shoot(page, 'start-empty');
  await page.getByRole('button', { name: 'New project' }).click();
  await shoot(page, 'new-project');
  await page.getByLabel('Name of the project').fill('Two towns');
  await page.getByLabel('Your name').fill('Ada Kern');
  await page.getByRole('button', { name: 'Choose a place' }).click();
  await page.getByRole('row', { name: 'Projects' }).waitFor();
  await shoot(page, 'chooser');
  await press(page, 'Escape', 'Escape');
  await app.newProject();
  await shoot(page, 'workbench-empty', { wide: true });
  await app.importPlans();
  await shoot(page, 'import-report');
  await page.getByRole('button', { name: 'Open the first' }).click();
  await page.getByLabel('One code a line').fill('Governance\n\tOversight\n\t\tAudit\nAccess');
  await shoot(page, 'codes-pasted');
  await press(page, 'Control+Alt+w');
  await page.getByRole('button', { name: /^Two towns/ }).waitFor();
  await shoot(page, 'start-recent', { wide: true });
});

test('reading and coding', async ({ app }) => {
  const page = await openSeeded(app);
  await openFirst(page);
  await shoot(page, 'workbench', { wide: true, forced: true });
  await press(page, ']', ']', ']');
  await shoot(page, 'passage', { wide: true, forced: true });
  // A picker closes as its window changes size.
  const pick = async (typed: string) => {
    await press(page, 'Escape', 'c');
    await page.keyboard.type(typed);
  };
  await shoot(page, 'picker-open', { before: () => pick('') });
  await shoot(page, 'picker', { before: () => pick('co') });
  await shoot(page, 'picker-create', { before: () => pick('Sandboxes') });
  await press(page, 'Escape', 'Escape', 'g');
  await page.keyboard.type('5');
  await press(page, 'Enter');
  // A paragraph of which a part has this code already: what is to become of the two is asked.
  await shoot(page, 'overlap', {
    before: async () => {
      await pick('compute');
      await press(page, 'Enter');
    },
  });
  await press(page, 'Escape', 'Escape', '.', 'j', 'j');
  await shoot(page, 'sentence');
  await press(page, '.', 'h');
  await shoot(page, 'lines-only');
  await press(page, 'h', 'h', 'Control+f');
  await page.keyboard.type('compute');
  await shoot(page, 'find', { forced: true });
  await press(page, 'Escape', 'g');
  await shoot(page, 'go-to');
  await press(page, 'Escape');
  await page.getByRole('button', { name: 'What the margin shows' }).click();
  await shoot(page, 'margin-chooser');
  await press(page, 'Escape');
  await page.getByRole('button', { name: /^\+\d/ }).first().click();
  await shoot(page, 'margin-folded');
  await press(page, 'Escape', 'm');
  await shoot(page, 'memo-new');
});

test('inspecting', async ({ app }) => {
  const page = await openSeeded(app);
  await openFirst(page);
  const code = codes(page).getByRole('row', { name: /^Compute,/ });
  const plan = page
    .getByRole('treegrid', { name: /Documents/ })
    .getByRole('row')
    .filter({ hasText: /America|Northland/ });
  await code.click();
  await shoot(page, 'code', { wide: true });
  // In a window that is narrow for a while the trees are gone, and with them the focus.
  const from = (row: Locator, key: string) => async () => {
    await press(page, 'Escape');
    await row.focus();
    await press(page, key);
  };
  await shoot(page, 'code-menu', { before: from(code, 'Shift+F10') });
  await shoot(page, 'code-remove', { before: from(code, 'Delete') });
  await shoot(page, 'code-rename', { before: from(code, 'F2') });
  await shoot(page, 'library-menu', { before: from(plan.last(), 'Shift+F10') });
  await shoot(page, 'document', { before: from(plan.last(), 'i'), forced: true });
  const united = page.getByRole('row', { name: /^(United States|Northland), \d/ });
  await shoot(page, 'case', { before: from(united, 'i'), forced: true });
});

test('lists at the foot', async ({ app }) => {
  const page = await openSeeded(app);
  await openFirst(page);
  await codes(page)
    .getByRole('row', { name: /^Compute,/ })
    .press('Shift+Enter');
  await shoot(page, 'passages', { wide: true, forced: true });
  await page.getByRole('treegrid', { name: 'Passages' }).focus();
  await press(page, 'ArrowDown', 'Space', 'ArrowDown', 'Space', 'c');
  await shoot(page, 'passages-picker', { before: () => press(page, 'Escape', 'c') });
  await press(page, 'Escape', 'Control+Shift+f');
  await shoot(page, 'search-empty');
  await page.getByRole('searchbox', { name: 'Search the documents' }).fill('research');
  await press(page, 'Enter');
  await page.getByRole('treegrid', { name: 'Places found' }).waitFor();
  await shoot(page, 'search', { forced: true });
  await press(page, 'Control+Shift+m');
  await shoot(page, 'memos', { wide: true });
  await press(page, 'Control+Shift+h');
  await shoot(page, 'history', { forced: true });
});

test('narrowing', async ({ app }) => {
  const page = await openSeeded(app);
  await openFirst(page);
  for (const name of ['codes', 'attributes', 'cases'] as const) {
    await page.getByRole('button', { name: 'Add a condition' }).click();
    await page
      .getByRole('menuitem')
      .filter({ hasText: { codes: 'Code', attributes: 'Attribute', cases: 'Case' }[name] })
      .first()
      .click();
    await shoot(page, `scope-${name}`);
    await press(page, 'Escape', 'Escape');
  }
  await codes(page)
    .getByRole('row', { name: /^Compute,/ })
    .click();
  await press(page, 'a');
  await page.getByRole('treegrid', { name: /Documents/ }).focus();
  await press(page, 'a');
  await shoot(page, 'scoped', { wide: true, forced: true });
});

test('what lies over everything', async ({ app }) => {
  const page = await openSeeded(app);
  await openFirst(page);
  for (const [name, typed] of [
    ['palette', ''],
    ['palette-typed', 'co'],
    ['palette-commands', '>margin'],
    ['palette-codes', '#'],
    ['palette-headings', '@in'],
    ['palette-text', '"research'],
    ['palette-help', '?'],
  ] as const)
    await shoot(page, name, {
      before: async () => {
        await press(page, 'Escape', 'Control+k');
        await page.keyboard.type(typed);
        await page.waitForTimeout(400);
      },
    });
  await press(page, 'Escape', 'Shift+F1');
  await shoot(page, 'keys', { forced: true });
  await press(page, 'Escape', 'Control+,');
  await shoot(page, 'settings', { wide: true, forced: true });
  await press(page, 'Escape', 'Control+e');
  await shoot(page, 'export');
  await press(page, 'Escape');
  await page.getByRole('button', { name: 'Menu', exact: true }).click();
  await shoot(page, 'main-menu');
  await press(page, 'Escape', 'Control+Alt+1');
  await shoot(page, 'layout-read', { wide: true });
});

test('when something fails', async ({ app }) => {
  const page = await openSeeded(app);
  await openFirst(page);
  await app.stop();
  await shoot(page, 'disconnected', { forced: true });
});
