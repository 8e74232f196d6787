import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './app.ts';

test('a new project asks for a name, once for the person, and for a place', async ({ app }) => {
  const { page } = app;
  await expect(page.getByText('Nothing is sent anywhere.')).toBeVisible();
  await expect(page.getByText('Projects that you open are listed here.')).toBeVisible();
  await app.newProject('Two towns');
  expect(existsSync(join(app.project, 'Two towns.colligo'))).toBe(true);
  await expect(page).toHaveTitle('Two towns — Colligo');
  await expect(page.getByRole('contentinfo')).toContainText('Coding as Ada Kern');
  await expect(page.getByRole('contentinfo')).toContainText(/Saved \d/);

  await page.keyboard.press('Control+Alt+n');
  await expect(page.getByLabel('Name of the project')).toBeFocused();
  await expect(page.getByLabel('Your name')).toHaveCount(0);
});

test('the recent list opens a project, says what is missing, and forgets', async ({ app }) => {
  const { page } = app;
  await app.newProject('Two towns');
  await page.keyboard.press('Control+Alt+w');
  await page.getByRole('button', { name: /^Two towns/ }).click();
  await expect(page.getByRole('heading', { name: 'Two towns' })).toBeVisible();
  await page.keyboard.press('Control+Alt+w');
  await expect(page.getByText('Two towns')).toBeVisible();

  rmSync(join(app.project, 'Two towns.colligo'));
  await app.restart();
  await expect(page.getByText('not found')).toBeVisible();
  await page.getByRole('button', { name: /^Two towns/ }).click();
  await expect(page.getByRole('alertdialog')).toContainText('is not in');
  await page.getByRole('button', { name: 'Remove from list' }).click();
  await expect(page.getByText('Projects that you open are listed here.')).toBeVisible();
});

test('the chooser is used from the keyboard alone', async ({ app }) => {
  const { page } = app;
  await app.newProject('Two towns');
  await page.keyboard.press('Control+Alt+w');
  mkdirSync(join(app.home, 'Zebra'));
  await page.keyboard.press('Control+o');
  const list = page.getByRole('grid', { name: /Files and folders/ });
  await expect(list.getByRole('row', { name: 'Zebra' })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.type('zeb');
  await expect(list.getByRole('row', { name: 'Zebra' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText('This folder is empty.')).toBeVisible();
  await page.keyboard.press('Backspace');
  await page.getByRole('row', { name: 'Projects' }).waitFor();
  await page.keyboard.type('proj');
  await page.keyboard.press('Enter');
  await page.getByRole('row', { name: 'Two towns.colligo' }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Two towns' })).toBeVisible();
});

test('Escape leaves the chooser and gives the focus back', async ({ app }) => {
  const { page } = app;
  const open = page.getByRole('button', { name: /^Open/ });
  await open.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Open a project' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(open).toBeFocused();
});

test('a new folder can be made, and a name that is taken is asked about', async ({ app }) => {
  const { page } = app;
  await page.getByRole('button', { name: 'New project' }).click();
  await page.getByLabel('Name of the project').fill('Two towns');
  await page.getByLabel('Your name').fill('Ada Kern');
  await page.getByRole('button', { name: 'Choose a place' }).click();
  await page.getByRole('button', { name: 'New folder' }).click();
  await page.getByLabel('Name of the new folder').fill('Study');
  await page.keyboard.press('Enter');
  await expect(page.getByText('This folder is empty.')).toBeVisible();
  expect(existsSync(join(app.home, 'Study'))).toBe(true);

  writeFileSync(join(app.home, 'Study', 'Two towns.colligo'), 'something else');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('alertdialog', { name: 'Replace “Two towns.colligo”?' })).toBeVisible();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Cancel' }).click();
  await page.getByLabel('File name').fill('Two towns 2.colligo');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Two towns' })).toBeVisible();
  expect(existsSync(join(app.home, 'Study', 'Two towns 2.colligo'))).toBe(true);
});

test('a copy is written, and what went wrong is said with what is safe', async ({ app }) => {
  const { page } = app;
  await app.newProject('Two towns');
  await page.keyboard.press('Control+Shift+s');
  await page.getByLabel('File name').fill('Copy.colligo');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('contentinfo')).toContainText('A copy was written to Copy.colligo');
  expect(existsSync(join(app.project, 'Copy.colligo'))).toBe(true);

  writeFileSync(join(app.project, 'broken.colligo'), 'This is no project.');
  await page.keyboard.press('Control+o');
  await page.getByRole('row', { name: 'Projects' }).dblclick();
  await page.getByRole('row', { name: 'broken.colligo' }).dblclick();
  const notice = page.getByRole('alert');
  await expect(notice).toBeVisible();
  await notice.getByRole('button', { name: 'Dismiss' }).click();
  await expect(page.getByRole('heading', { name: 'Two towns' })).toBeVisible();
});

test('the status line says when the connection is lost', async ({ app }) => {
  const { page } = app;
  await app.newProject('Two towns');
  await app.stop('SIGKILL');
  await expect(page.getByRole('contentinfo')).toContainText('Not connected.');
});

test('a project that is open elsewhere is offered for reading, and then nothing can be changed', async ({
  app,
  browser,
}) => {
  const { page } = app;
  await app.newProject('Two towns');
  const elsewhere = await app.again();
  const other = await browser.newPage();
  await other.goto(elsewhere);
  await other.getByRole('button', { name: /^Two towns/ }).click();
  await expect(other.getByRole('alertdialog')).toContainText('open for writing in');
  await other.getByRole('button', { name: 'Open for reading only' }).click();
  await expect(other.getByRole('contentinfo')).toContainText('Read only');
  await expect(other.getByRole('button', { name: 'Choose files' })).toBeDisabled();
  await expect(page.getByRole('button', { name: 'Choose files' })).toBeEnabled();
  await other.close();
});

test('who has never said who they are is asked once, when they open a project', async ({ app }) => {
  const { page } = app;
  await app.newProject('Two towns');
  await app.stop();
  rmSync(join(app.home, '.colligo', 'profile.json'));
  await app.restart();
  await page.getByRole('button', { name: /^Two towns/ }).click();
  await page.getByRole('dialog', { name: 'Who is coding?' }).getByLabel('Your name').fill('Ben Mora');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('contentinfo')).toContainText('Coding as Ben Mora');
});

test('who has coded in the project on another computer is asked whether they are that person', async ({
  app,
}) => {
  const { page } = app;
  await app.newProject('Two towns');
  await app.stop();
  rmSync(join(app.home, '.colligo', 'profile.json'));
  await app.restart();
  await page.getByRole('button', { name: /^Two towns/ }).click();
  const asked = page.getByRole('dialog', { name: 'Who is coding?' });
  await asked
    .getByRole('group', { name: 'In this project already' })
    .getByRole('button', { name: 'I am Ada Kern' })
    .click();
  await expect(asked).toBeHidden();
  await expect(page.getByRole('contentinfo')).toContainText('Coding as Ada Kern');
});
