import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { type App, expect, test } from './app.ts';

const tabs = (page: Page) => page.getByRole('tablist', { name: 'Open documents' }).getByRole('tab');
const front = (page: Page) => page.getByRole('tab', { selected: true });
const field = (page: Page) => page.getByRole('combobox', { name: 'Search or run a command' });
const option = (page: Page, name: RegExp) => page.getByRole('option', { name });
const library = (page: Page) => page.getByRole('navigation', { name: 'Library' });
const south = (page: Page) => library(page).getByRole('row', { name: /^Southland: a short plan/ });
const pane = (page: Page) =>
  page.evaluate(() => document.activeElement?.closest<HTMLElement>('[data-pane]')?.dataset['pane'] ?? null);

/** A project with its plans imported and the first two of them open. */
async function twoTabs({ page, importPlans }: App): Promise<void> {
  await importPlans();
  await page.getByRole('button', { name: 'Open the first' }).click();
  await expect(tabs(page)).toHaveCount(1);
  await south(page).click();
  await expect(tabs(page)).toHaveCount(2);
}

test.beforeEach(({ app }) => app.newProject());

test('tabs are gone through, moved and closed by keys and by mouse', async ({ app }) => {
  const { page } = app;
  await twoTabs(app);
  const [first, second] = await tabs(page).allTextContents();
  await expect(front(page)).toHaveText(second ?? '');
  await front(page).focus();
  await page.keyboard.press('ArrowLeft');
  await expect(front(page)).toHaveText(first ?? '');
  await expect(front(page)).toBeFocused();
  await page.keyboard.press('Alt+PageDown');
  await expect(front(page)).toHaveText(second ?? '');
  await page.keyboard.press('Alt+Shift+PageUp');
  await expect(tabs(page)).toHaveText([second ?? '', first ?? '']);
  await tabs(page)
    .nth(1)
    .dragTo(tabs(page).nth(0), { targetPosition: { x: 4, y: 12 } });
  await expect(tabs(page)).toHaveText([first ?? '', second ?? '']);
  await tabs(page).nth(0).click({ button: 'middle' });
  await expect(tabs(page)).toHaveText([second ?? '']);
  await page.keyboard.press('Alt+W');
  await expect(tabs(page)).toHaveCount(0);
});

test('the tab of a removed document goes, and tabs come back after a restart', async ({ app }) => {
  const { page } = app;
  await twoTabs(app);
  const [first, second] = await tabs(page).allTextContents();
  // How the screen stands is written a moment after it has come to rest.
  await page.waitForTimeout(800);
  await app.restart();
  await page.getByRole('button', { name: /^Two towns/ }).click();
  await expect(tabs(page)).toHaveText([first ?? '', second ?? '']);
  await south(page).click();
  await south(page).focus();
  await page.keyboard.press('Delete');
  await page.getByRole('button', { name: 'Remove document' }).click();
  await expect(tabs(page)).toHaveText([first ?? '']);
});

test('back and forward go to where one was', async ({ app }) => {
  const { page } = app;
  await twoTabs(app);
  const [first, second] = await tabs(page).allTextContents();
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(front(page)).toHaveText(first ?? '');
  await page.getByRole('button', { name: 'Forward' }).click();
  await expect(front(page)).toHaveText(second ?? '');
});

test('arrows in the library keep the focus there; Enter goes on into the text', async ({ app }) => {
  const { page } = app;
  await twoTabs(app);
  await south(page).focus();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  expect(await pane(page)).toBe('library');
});

test('the palette runs commands, selects codes and opens documents from the keyboard', async ({ app }) => {
  const { page } = app;
  await twoTabs(app);
  await app.addCodes('Access\n  Fees\nEnergy');
  const [first] = await tabs(page).allTextContents();
  await page.keyboard.press('Control+k');
  await expect(field(page)).toBeFocused();
  await page.keyboard.type('analyse');
  await expect(option(page, /Analyse codes/)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(field(page)).toHaveCount(0);
  await expect(page.getByRole('radio', { name: 'Analyse' })).toBeChecked();
  await page.keyboard.press('Control+Alt+2');

  await page.keyboard.press('Control+k');
  await page.keyboard.type('#fee');
  await page.keyboard.press('Enter');
  await expect(
    page.getByRole('treegrid', { name: 'Codes' }).getByRole('row', { name: /^Fees,/ }),
  ).toBeFocused();

  await page.keyboard.press('Control+p');
  await expect(field(page)).toHaveValue('@');
  await page.keyboard.type((first ?? '').slice(0, 6));
  await page.keyboard.press('Enter');
  await expect(front(page)).toHaveText(first ?? '');

  // What was chosen stands first the next time.
  await page.keyboard.press('Control+k');
  const recent = page.getByRole('group', { name: 'Recent' }).getByRole('option');
  await expect(recent.nth(0)).toContainText(first ?? '');
  await expect(recent.nth(1)).toContainText('Fees');
  await page.keyboard.press('Escape');
  await expect(field(page)).toHaveCount(0);
});

test('the palette says why a command cannot be run, and finds words in all documents', async ({ app }) => {
  const { page } = app;
  await twoTabs(app);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('>redo');
  await expect(option(page, /Redo/)).toHaveAttribute('aria-disabled', 'true');
  await expect(option(page, /Redo/)).toContainText('Nothing to redo');
  await field(page).fill('"harb');
  const found = page.getByRole('group', { name: /Text in all documents/ }).getByRole('option');
  await expect(found.first()).toContainText(/harb/i);
  await page.keyboard.press('Enter');
  await expect(field(page)).toHaveCount(0);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('"zzzz');
  await expect(page.getByText('These words stand in no document.')).toBeVisible();
  await field(page).fill('?');
  await option(page, /^Codes/).click();
  await expect(field(page)).toHaveValue('#');
});

test('a key is changed, refused where it is taken, and given back', async ({ app }) => {
  const { page } = app;
  await app.addCodes('One');
  await page.keyboard.press('Control+,');
  const sheet = page.getByRole('dialog', { name: 'Settings' });
  await sheet.getByLabel('Find a command').fill('export');
  await sheet.getByRole('button', { name: /^Change the key of Export dataset/ }).click();
  await page.keyboard.press('Control+Shift+S');
  await expect(sheet).toContainText('Ctrl Shift S is the key of “Save a copy…” already.');
  await sheet.getByRole('button', { name: /^Change the key of Export dataset/ }).click();
  await page.keyboard.press('Control+Alt+d');
  await expect(
    sheet.getByRole('button', { name: /^Change the key of Export dataset…: Ctrl Alt D/ }),
  ).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+e');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('Control+Alt+d');
  await expect(page.getByRole('dialog', { name: /Export/ })).toBeVisible();
  await page.keyboard.press('Escape');
  // What is kept of the screen is gathered for a moment before it is sent.
  await page.waitForTimeout(800);
  await app.restart();
  await page.getByRole('button', { name: /^Two towns/ }).click();
  await page.getByRole('heading', { name: 'Codebook' }).waitFor();
  await page.keyboard.press('Shift+F1');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toContainText('Export dataset…Ctrl Alt D');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+,');
  await sheet.getByRole('button', { name: 'All keys as they came' }).click();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+e');
  await expect(page.getByRole('dialog', { name: /Export/ })).toBeVisible();
});

test('single letters can be switched off', async ({ app }) => {
  const { page } = app;
  await app.addCodes('One\nTwo');
  const teaches = page.getByText('Select a sentence and press C to code it');
  await expect(teaches).toBeVisible();
  const row = page.getByRole('treegrid', { name: 'Codes' }).getByRole('row', { name: /^One,/ });
  await page.keyboard.press('Control+,');
  await page
    .getByRole('dialog', { name: 'Settings' })
    .getByText('Single letters and signs act as keys')
    .click();
  await page.keyboard.press('Escape');
  await expect(page.getByText('Select a sentence and apply a code')).toBeVisible();
  await row.focus();
  await page.keyboard.press('n');
  await expect(page.getByLabel('Name of the new code')).toHaveCount(0);
  await page.keyboard.press('Shift+F1');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toContainText('switched off');
});

test('layouts arrange the panes, and lines between them move and collapse by keys', async ({ app }) => {
  const { page } = app;
  await twoTabs(app);
  const drawer = page.getByRole('region', { name: 'Passages' });
  await page.keyboard.press('Control+Alt+1');
  await expect(drawer).toHaveCount(0);
  await expect(library(page)).toHaveCount(0);
  await page.keyboard.press('Control+Alt+2');
  await expect(library(page)).toBeVisible();
  await page.getByRole('radio', { name: 'Analyse' }).click();
  await expect(page.getByRole('main', { name: 'Analysis' })).toBeVisible();
  await expect(library(page)).toHaveCount(0);
  await page.getByRole('radio', { name: 'Code', exact: true }).click();
  const line = page.getByTitle('Boundary between library and text');
  const wide = (await library(page).boundingBox())?.width ?? 0;
  await line.focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(async () => (await library(page).boundingBox())?.width ?? 0).toBeGreaterThan(wide);
  await page.keyboard.press('Enter');
  await expect(library(page)).toHaveCount(0);
  expect(await pane(page)).toBe('reader');
});

test('a context menu opened by key begins in its first row and goes when a row is chosen', async ({
  app,
}) => {
  const { page } = app;
  await app.addCodes('One\nTwo');
  const row = page.getByRole('treegrid', { name: 'Codes' }).getByRole('row', { name: /^One,/ });
  await row.click({ button: 'right' });
  // Rows that cannot be chosen now are passed over.
  await expect(page.locator('[role=menuitem]:not([aria-disabled=true])').first()).toBeFocused();
  await page.getByRole('menuitem', { name: /Rename code/ }).press('Enter');
  await expect(page.getByRole('menu')).toHaveCount(0);
});

test('at twice the size nothing scrolls sideways, and the trees lie over the text when asked for', async ({
  app,
}) => {
  const { page } = app;
  await twoTabs(app);
  for (const [width, height] of [
    [1024, 700],
    [720, 450],
    [512, 350],
  ] as const) {
    await page.setViewportSize({ width, height });
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    );
  }
  await page.setViewportSize({ width: 720, height: 450 });
  await expect(library(page)).toHaveCount(0);
  await page.getByRole('button', { name: 'Show or hide library and codebook' }).click();
  await expect(library(page)).toBeVisible();
  await library(page).getByRole('row').first().focus();
  await page.keyboard.press('Escape');
  await expect(library(page)).toHaveCount(0);
});

test('rows stand closer or further apart, in trees, lists and menus alike, and it is kept', async ({
  app,
}) => {
  const { page } = app;
  await twoTabs(app);
  await app.addCodes('One\nTwo\n  Three');
  const codes = page.getByRole('treegrid', { name: 'Codes' });
  const heights = async () => {
    const rows = await codes.getByRole('row').all();
    const boxes = await Promise.all(rows.map((row) => row.boundingBox()));
    const [first, second] = boxes;
    return [first?.height, (second?.y ?? 0) - (first?.y ?? 0)];
  };
  expect(await heights()).toEqual([28, 28]);
  const choose = async (name: string) => {
    await page.keyboard.press('Control+,');
    await page.getByRole('dialog', { name: 'Settings' }).getByRole('radio', { name }).click();
    await page.keyboard.press('Escape');
  };
  await choose('Dense');
  await expect.poll(heights).toEqual([24, 24]);
  await choose('Comfortable');
  await expect.poll(heights).toEqual([36, 36]);
  // Rows that may wrap are measured one by one.
  const gap = async () => {
    const [first, second] = await library(page).getByRole('row').all();
    const [above, below] = [await first?.boundingBox(), await second?.boundingBox()];
    return (below?.y ?? 0) - ((above?.y ?? 0) + (above?.height ?? 0));
  };
  await expect.poll(gap).toBe(0);
  await page.getByRole('button', { name: 'Menu', exact: true }).click();
  expect((await page.getByRole('menuitem').first().boundingBox())?.height).toBe(36);
  await page.keyboard.press('Escape');
  await page.waitForTimeout(800);
  await app.restart();
  await page.getByRole('button', { name: /^Two towns/ }).click();
  await codes.waitFor();
  expect(await heights()).toEqual([36, 36]);
});

test('the palette finds headings of documents that were never opened', async ({ app }) => {
  const { page } = app;
  await app.importPlans();
  await page.keyboard.press('Control+p');
  await page.keyboard.type('chips');
  const heading = page
    .getByRole('group', { name: 'Headings' })
    .getByRole('option', { name: /Chips and halls/ });
  await expect(heading).toBeVisible();
  await heading.click();
  await expect(page.getByRole('main')).toContainText('Chips and halls');
  await expect.poll(() => pane(page)).toBe('reader');
  // Before anything is typed, those of the open document are an outline of it.
  await page.keyboard.press('Control+p');
  await expect(page.getByRole('group', { name: 'Headings' }).getByRole('option').first()).toContainText(
    'Plan for thinking machines',
  );
});

test('a question mark in the palette shows keys and commands with what they do', async ({ app }) => {
  const { page } = app;
  await twoTabs(app);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('?');
  const keys = page.getByRole('group', { name: 'Keys and commands' });
  await expect(keys.getByRole('option', { name: /Apply a code.*Coding/ })).toContainText('C');
  await field(page).fill('?export');
  await expect(option(page, /Export dataset/)).toContainText('Ctrl E');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: /Export/ })).toBeVisible();
});

test('a key that was changed is the same in menu, palette, tooltip, inspector and sheet', async ({ app }) => {
  const { page } = app;
  await twoTabs(app);
  await page.keyboard.press('Control+,');
  const sheet = page.getByRole('dialog', { name: 'Settings' });
  await sheet.getByLabel('Find a command').fill('in this document');
  await sheet.getByRole('button', { name: /^Change the key of Find in this document/ }).click();
  await page.keyboard.press('Control+Alt+g');
  await sheet.getByLabel('Find a command').fill('code');
  await sheet.getByRole('button', { name: /^Change the key of Apply a code/ }).click();
  await page.keyboard.press('Control+Alt+q');
  await page.keyboard.press('Escape');

  // A tooltip comes to a mouse that moves, not to one that a control came to lie under.
  await page.mouse.move(600, 400);
  await page.getByRole('button', { name: 'Find in this document…' }).hover();
  await expect(page.getByRole('tooltip')).toContainText('Ctrl Alt G');
  await expect(page.getByRole('button', { name: /^Apply a code/ }).first()).toContainText('Ctrl Alt Q');
  await page.getByRole('button', { name: 'Menu', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Edit' }).click();
  await expect(page.getByRole('menuitem', { name: /Apply a code/ })).toContainText('Ctrl Alt Q');
  // A mouse that rests on the row opens what is below it again.
  await page.mouse.move(600, 400);
  await expect(async () => {
    await page.keyboard.press('Escape');
    await expect(page.getByRole('menu')).toHaveCount(0, { timeout: 1_000 });
  }).toPass();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('>apply a code');
  await expect(option(page, /Apply a code/)).toContainText('Ctrl Alt Q');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Shift+F1');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toContainText('Apply a codeCtrl Alt Q');
  await page.keyboard.press('Escape');
  await page.locator('[data-start]').nth(1).click();
  await page.keyboard.press('Control+Alt+q');
  await expect(page.getByRole('combobox', { name: 'Find or name a code' })).toBeFocused();
});

test('a page that cannot be shown says what is safe, and comes back', async ({ app, browser }) => {
  const { page } = app;
  await page.getByRole('heading', { name: 'Two towns' }).waitFor();
  const address = await app.again();
  const context = await browser.newContext();
  const other = await context.newPage();
  let isBroken = true;
  // The answer about recent projects arrives as no engine would send it.
  await other.routeWebSocket(/.*/, (socket) => {
    const server = socket.connectToServer();
    server.onMessage((message) => {
      const text = String(message);
      const isRecent = isBroken && /"json":\[\{"token":/.test(text);
      socket.send(isRecent ? text.replace(/"json":\[\{"token":.*\]/, '"json":[null]') : message);
    });
  });
  await other.goto(address);
  const alert = other.getByRole('alert');
  await expect(alert).toContainText('Colligo’s page stopped working');
  await expect(alert).toContainText('is in the project file');
  expect((await new AxeBuilder({ page: other }).analyze()).violations).toEqual([]);
  isBroken = false;
  await other.getByRole('button', { name: 'Load it again' }).click();
  await expect(other.getByRole('button', { name: /^Two towns/ })).toBeVisible();
  await context.close();
});
