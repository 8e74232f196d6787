import { test } from '../app.ts';
import { openSeeded, shoot } from './kit.ts';

test('before a project is open', async ({ app }) => {
  const { page } = app;
  await shoot(page, 'start-empty');
  await page.getByRole('button', { name: 'New project' }).click();
  await shoot(page, 'new-project');
  await page.keyboard.press('Escape');
  await app.newProject();
  await shoot(page, 'workbench-empty');
  await app.importPlans();
  await shoot(page, 'import-report');
  await page.keyboard.press('Control+Alt+w');
  await page.getByRole('button', { name: /^Two towns/ }).waitFor();
  await shoot(page, 'start-recent');
});

test('the workbench', async ({ app }) => {
  const page = await openSeeded(app);
  const library = page.getByRole('treegrid', { name: /Documents/ });
  await library
    .getByRole('row', { name: /America|Northland is|Northland/ })
    .last()
    .click();
  await page.locator('.hl-tint').first().waitFor();
  await shoot(page, 'workbench', true);
  await page.keyboard.press(']');
  await shoot(page, 'passage');
  await page.keyboard.press('c');
  await page.getByRole('combobox', { name: 'Find or name a code' }).fill('co');
  await shoot(page, 'picker');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page
    .getByRole('treegrid', { name: 'Codes' })
    .getByRole('row', { name: /^Compute,/ })
    .click();
  await shoot(page, 'code');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('co');
  await shoot(page, 'palette');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Shift+f');
  await page.keyboard.type('research');
  await page.keyboard.press('Enter');
  await shoot(page, 'search');
  await page.keyboard.press('Control+Shift+m');
  await shoot(page, 'memos');
  await page.keyboard.press('Control+Shift+h');
  await shoot(page, 'history');
  await page.keyboard.press('F1');
  await shoot(page, 'keys');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+,');
  await shoot(page, 'settings');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+e');
  await shoot(page, 'export');
});
