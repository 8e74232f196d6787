import type { Locator, Page } from '@playwright/test';
import { type App, expect, test } from './app.ts';
import { drag, expectHighlighted, paragraph, status } from './words.ts';

test.describe.configure({ timeout: 240_000 });

/** Counts what a hand does that the test may not use. */
async function count(page: Page, type: 'pointerdown' | 'keydown'): Promise<() => Promise<number>> {
  await page.evaluate((event) => {
    const used = { times: 0 };
    Object.assign(globalThis, { used });
    addEventListener(event, ({ isTrusted }) => (isTrusted ? used.times++ : undefined), { capture: true });
  }, type);
  return () => page.evaluate<number>('used.times');
}

/** Presses Tab until something has the focus. */
async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await target.waitFor();
  for (let press = 0; press < 80; press++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${target} is not reached by ${key}`);
}

/** Presses F6 until a pane has the focus. */
async function paneTo(page: Page, name: string): Promise<void> {
  const here = () =>
    page.evaluate(() => document.activeElement?.closest<HTMLElement>('[data-pane]')?.dataset['pane']);
  const seen: unknown[] = [];
  for (let press = 0; press < 12; press++) {
    seen.push(await here());
    if (seen.at(-1) === name) return;
    await page.keyboard.press('F6');
  }
  throw new Error(`F6 does not reach ${name}, only ${seen}`);
}

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first();

test('a study from its first screen to its dataset without a mouse', async ({ app }: { app: App }) => {
  const { page } = app;
  const mouse = await count(page, 'pointerdown');
  await tabTo(page, button(page, 'New project'));
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Name of the project')).toBeFocused();
  await page.keyboard.type('By keys');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Ada Kern');
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByLabel('File name'));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Library' })).toBeVisible();

  await page.keyboard.press('Control+Alt+i');
  await tabTo(page, page.getByRole('navigation', { name: 'Places' }).getByRole('button', { name: 'plans' }));
  await page.keyboard.press('Enter');
  await page.getByRole('row', { name: /manifest\.json/ }).waitFor();
  await tabTo(
    page,
    page
      .getByRole('grid', { name: /Files and folders/ })
      .getByRole('row')
      .first(),
  );
  await page.keyboard.type('mani');
  await page.keyboard.press('Enter');
  await tabTo(page, button(page, 'Open the first'));
  await page.keyboard.press('Enter');

  await tabTo(page, page.getByLabel('One code a line'));
  await page.keyboard.type('Halls\nWater');
  // Tab indents in this field; Escape lets it leave.
  await page.keyboard.press('Escape');
  await tabTo(page, button(page, /^Add 2 codes/));
  await page.keyboard.press('Enter');
  await page.getByRole('treegrid', { name: 'Codes' }).waitFor();

  await paneTo(page, 'reader');
  const text = paragraph(page, 'Northland is');
  await page.keyboard.press('j');
  await expect(text).toBeFocused();
  await page.keyboard.press('c');
  await page.keyboard.type('hal');
  await page.keyboard.press('Enter');
  await expect(status(page)).toContainText('Halls applied to: Northland is');

  // Edited: an end by a word, and a code called otherwise.
  await page.keyboard.press('Shift+Alt+ArrowUp');
  await page.keyboard.press('Shift+Alt+ArrowRight');
  await expect(button(page, /^Undo: Change the ends/)).toBeVisible();
  await paneTo(page, 'codebook');
  await tabTo(page, page.getByRole('treegrid', { name: 'Codes' }).getByRole('row', { name: /^Halls,/ }));
  await page.keyboard.press('F2');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('Machine halls');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('treegrid', { name: 'Codes' })).toContainText('Machine halls');

  await page.keyboard.press('Control+Shift+f');
  await page.keyboard.type('hall*');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/places in 2 documents$/)).toBeVisible();
  await tabTo(page, page.getByRole('treegrid', { name: 'Places found' }).getByRole('row').first());
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.closest('[data-pane=reader]') !== null))
    .toBe(true);

  const review = page
    .getByRole('complementary', { name: 'Inspector' })
    .getByRole('button', { name: /^Reviewed: Water/ });
  await paneTo(page, 'inspector');
  await tabTo(page, review);
  await page.keyboard.press('Enter');
  await expect(status(page)).toContainText('Reviewed: Water');

  await page.keyboard.press('Control+e');
  await tabTo(page, button(page, 'Choose a place'));
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByLabel('File name'));
  await page.keyboard.press('Enter');
  await expect(page.getByText(/was written/).first()).toBeVisible();
  expect(await mouse()).toBe(0);
});

test('the same without a keyboard, but for names', async ({ app }: { app: App }) => {
  const { page } = app;
  const keys = await count(page, 'keydown');
  await app.newProject('By mouse');
  await app.importPlans();
  await button(page, 'Open the first').click();
  await app.addCodes('Halls\nWater');
  const text = paragraph(page, 'Northland is');
  await drag(page, text, 'small country');
  await text
    .page()
    .getByRole('main')
    .getByRole('button', { name: /^Apply a code/ })
    .last()
    .click();
  await page.getByRole('option', { name: /Halls/ }).click();
  await expect(status(page)).toContainText('Halls applied to: small country');
  await expectHighlighted(text, 'small country');

  const halls = page.getByRole('treegrid', { name: 'Codes' }).getByRole('row', { name: /^Halls,/ });
  await halls.click({ button: 'right' });
  await page.getByRole('menuitem', { name: /^Rename/ }).click();
  await page.getByLabel('Name of the code').fill('Machine halls');
  await page.getByRole('heading', { name: 'Library' }).click();
  await expect(page.getByRole('treegrid', { name: 'Codes' })).toContainText('Machine halls');

  const drawer = page.getByRole('region', { name: 'Passages' });
  await drawer.getByRole('radio', { name: 'Search' }).click();
  await drawer.getByRole('searchbox').fill('hall*');
  await drawer.getByRole('button', { name: 'Search', exact: true }).click();
  await expect(drawer.getByText(/places in 2 documents$/)).toBeVisible();
  await drawer.locator('.hit-row').last().click();
  await expect(page.getByRole('main')).toContainText('Southland');

  await page
    .getByRole('complementary', { name: 'Inspector' })
    .getByRole('button', { name: /^Reviewed: Water/ })
    .click();
  await expect(status(page)).toContainText('Reviewed: Water');
  await page.getByRole('button', { name: /^Undo: Mark Water/ }).click();
  await expect(status(page)).toContainText('Undone');

  await button(page, 'Menu').click();
  await page.getByRole('menuitem', { name: /^Project/ }).click();
  await page.getByRole('menuitem', { name: /^Export dataset/ }).click();
  await button(page, 'Choose a place').click();
  await button(page, /^Save$/).click();
  await expect(page.getByText(/was written/).first()).toBeVisible();
  expect(await keys()).toBe(0);
});

test('from the first screen to a coded passage in six actions', async ({ app }: { app: App }) => {
  const { page } = app;
  await app.newProject('Six');
  await app.importPlans();
  await app.addCodes('Halls');
  await page.keyboard.press('Control+Alt+w');
  await button(page, /^Six/).click(); // 1
  await page
    .getByRole('treegrid', { name: /Documents/ })
    .getByRole('row', { name: /Plan for thinking/ })
    .click(); // 2
  await paragraph(page, 'Northland is').waitFor();
  await page.keyboard.press('j'); // 3
  await page.keyboard.press('c'); // 4
  await page.getByRole('combobox', { name: 'Find or name a code' }).pressSequentially('hal'); // 5
  await page.keyboard.press('Enter'); // 6
  await expect(status(page)).toContainText(/Halls applied to/);
});
