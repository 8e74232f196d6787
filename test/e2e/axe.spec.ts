import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { type App, expect, test } from './app.ts';
import { codedPlans, drag, paragraph, status } from './words.ts';

// Each screen is looked at three times, and axe takes seconds where two cores are shared.
test.describe.configure({ timeout: 180_000 });

const LOOKS = [
  { name: 'light', media: { colorScheme: 'light', forcedColors: 'none' } },
  { name: 'dark', media: { colorScheme: 'dark', forcedColors: 'none' } },
  { name: 'forced colours', media: { colorScheme: 'light', forcedColors: 'active' } },
] as const;

/** What axe finds, short enough to read in a failure. */
async function faults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
}

async function look(page: Page, screen: string): Promise<void> {
  for (const { name, media } of LOOKS) {
    await page.emulateMedia(media);
    expect(await faults(page), `${screen}, ${name}`).toEqual([]);
  }
}

const workbench = async (app: App): Promise<void> => {
  await app.newProject();
  await app.importPlans();
  await app.page.getByRole('button', { name: 'Open the first' }).click();
  await app.addCodes('Governance\n\tOversight\nAccess');
};

test('the start page, empty and with recent projects', async ({ app }) => {
  const { page } = app;
  await look(page, 'start page');
  await app.newProject();
  await page.keyboard.press('Control+Alt+w');
  await page.getByRole('button', { name: /^Two towns/ }).waitFor();
  await look(page, 'start page with a recent project');
});

test('the boxes of a new project and the chooser', async ({ app }) => {
  const { page } = app;
  await page.getByRole('button', { name: 'New project' }).click();
  await look(page, 'new project');
  await page.getByLabel('Name of the project').fill('Two towns');
  await page.getByLabel('Your name').fill('Ada Kern');
  await page.getByRole('button', { name: 'Choose a place' }).click();
  await page.getByRole('row', { name: 'Projects' }).waitFor();
  await look(page, 'chooser');
});

test('the empty workbench and the import', async ({ app }) => {
  const { page } = app;
  await app.newProject();
  await look(page, 'empty workbench');
  await app.importPlans();
  await look(page, 'import report');
});

test('the workbench with a code in the inspector, its menu and its colours', async ({ app }) => {
  const { page } = app;
  await workbench(app);
  await look(page, 'workbench');
  const row = page.getByRole('treegrid', { name: 'Codes' }).getByRole('row', { name: /^Oversight,/ });
  await row.click();
  await page.getByLabel('Definition').waitFor();
  await look(page, 'code in the inspector');
  await page.getByRole('button', { name: /^Colour:/ }).click();
  await look(page, 'colours');
  await page.keyboard.press('Escape');
  await row.click({ button: 'right' });
  await page.getByRole('menu').waitFor();
  await look(page, 'menu of a code');
});

test('the confirmation, the export and the keys', async ({ app }) => {
  const { page } = app;
  await workbench(app);
  await page
    .getByRole('treegrid', { name: 'Codes' })
    .getByRole('row', { name: /^Access,/ })
    .click();
  await page.keyboard.press('Delete');
  await look(page, 'confirmation');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+e');
  await look(page, 'export');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Shift+F1');
  await look(page, 'keys');
});

test('the palette, the settings and the scope', async ({ app }) => {
  const { page } = app;
  await workbench(app);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('co');
  await page.getByRole('option').first().waitFor();
  await look(page, 'palette');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+,');
  await page.getByRole('dialog', { name: 'Settings' }).waitFor();
  await look(page, 'settings');
  for (const theme of ['Sepia', 'High contrast']) {
    await page.getByRole('radio', { name: theme }).click();
    expect(await faults(page), theme).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await faults(page), `workbench, ${theme}`).toEqual([]);
    await page.keyboard.press('Control+,');
  }
  await page.getByRole('radio', { name: 'As the system' }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Add a condition' }).click();
  await page.getByRole('menuitem', { name: 'Code', exact: true }).click();
  await look(page, 'condition of the scope');
});

test('a coded text with the lists at its foot', async ({ app }) => {
  const { page } = app;
  await workbench(app);
  await page.locator('[data-start]').nth(2).click();
  await page.keyboard.press('c');
  await page.getByRole('combobox', { name: 'Find or name a code' }).fill('over');
  await page.keyboard.press('Enter');
  await page.locator('.hl-tint').first().waitFor();
  await look(page, 'coded passage');
  await page.keyboard.press('Control+f');
  await page.keyboard.type('the');
  await look(page, 'find');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Shift+f');
  await page.keyboard.type('hall*');
  await page.keyboard.press('Enter');
  await page.getByRole('treegrid', { name: 'Places found' }).waitFor();
  await look(page, 'search');
  await page.keyboard.press('Control+Shift+m');
  await look(page, 'memos');
  await page.keyboard.press('Control+Shift+h');
  await look(page, 'history');
});

test('a case and a document in the inspector', async ({ app }) => {
  const { page } = app;
  await workbench(app);
  const library = page.getByRole('treegrid', { name: 'Documents by case' });
  await library.getByRole('row', { name: /^Northland, 1 document/ }).click();
  await page.getByRole('heading', { name: 'Case', exact: true }).waitFor();
  await look(page, 'case');
  await page.getByRole('button', { name: 'Add an attribute' }).click();
  await look(page, 'new attribute');
  await page.keyboard.press('Escape');
  await library.getByRole('row', { name: /^Plan for thinking/ }).focus();
  await page.keyboard.press('i');
  await page.getByRole('heading', { name: 'Document', exact: true }).waitFor();
  await look(page, 'document');
});

test('what floats over a coded text, and what is said when the program is gone', async ({ app }) => {
  const page = await codedPlans(app);
  const margin = page.getByRole('region', { name: 'Margin' });
  await margin.getByRole('button', { name: 'What the margin shows' }).click();
  await look(page, 'what the margin shows');
  await page.keyboard.press('Escape');
  await margin.getByRole('button', { name: /^Halls/ }).focus();
  await page.keyboard.press('Shift+F10');
  await look(page, 'menu in the margin');
  await page.keyboard.press('Escape');
  await drag(page, paragraph(page, 'Who pays'), 'hall');
  await page.keyboard.press('c');
  await page.getByRole('combobox', { name: 'Find or name a code' }).fill('hal');
  await look(page, 'picker');
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: 'Keep both passages' }).waitFor();
  await look(page, 'question of an overlap');
  await page.keyboard.press('Escape');
  await page.getByRole('region', { name: 'Passages' }).locator('.ps-row').first().click();
  await page.keyboard.press('c');
  await page.getByRole('combobox', { name: 'Find or name a code' }).fill('hal');
  await look(page, 'picker of the list');
  await page.keyboard.press('Escape');
  await app.stop();
  await expect(status(page)).toContainText('Not connected');
  await look(page, 'not connected');
});
