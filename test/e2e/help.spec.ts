import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';

test.describe.configure({ timeout: 180_000 });

const help = (page: Page) => page.getByRole('dialog', { name: 'Help', exact: true });
const field = (page: Page) => help(page).getByLabel('Search the help');
const title = (page: Page) => help(page).getByRole('heading', { level: 2 }).last();
const topics = (page: Page) => help(page).getByRole('navigation', { name: 'Topics' });

test('F1 opens the help without a project; topics are gone through by the keys', async ({ app }) => {
  const { page } = app;
  await page.getByRole('button', { name: 'New project' }).focus();
  await page.keyboard.press('F1');
  await expect(field(page)).toBeFocused();
  await expect(title(page)).toHaveText('The first ten minutes');
  await page.keyboard.press('ArrowDown');
  await expect(topics(page).getByRole('button', { name: 'The first ten minutes' })).toBeFocused();
  await topics(page).getByRole('button', { name: 'Coding' }).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(title(page)).toHaveText('The codebook');
  await expect(topics(page).getByRole('button', { name: 'The codebook' })).toHaveAttribute(
    'aria-current',
    'page',
  );
  await page.keyboard.press('Escape');
  await expect(help(page)).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'New project' })).toBeFocused();
  await page.keyboard.press('F1');
  await expect(title(page), 'it opens where it was left').toHaveText('The codebook');
  await page.keyboard.press('F1');
  await expect(help(page)).toHaveCount(0);
});

test('a search finds sections, marks the words, and Enter opens the best', async ({ app }) => {
  const { page } = app;
  await page.keyboard.press('F1');
  await expect(field(page)).toBeFocused();
  await page.keyboard.type('stale review');
  const options = help(page).getByRole('option');
  await expect(options.first()).toContainText('Stale reviews');
  await expect(options.first()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(title(page)).toHaveText('Reviewing');
  const heading = help(page).getByRole('heading', { name: 'Stale reviews' });
  await expect(heading).toBeInViewport();
  expect(await page.evaluate(() => CSS.highlights.get('help-found')?.size ?? 0)).toBeGreaterThan(2);
  await expect(field(page), 'one can go on typing').toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(options.nth(1)).toHaveAttribute('aria-selected', 'true');
  await options.nth(1).click();
  await field(page).fill('zzzz');
  await expect(help(page).getByText('No section has all these words')).toBeVisible();
  await field(page).focus();
  await page.keyboard.press('Escape');
  await expect(topics(page), 'Escape first empties the field').toBeVisible();
  expect(await page.evaluate(() => CSS.highlights.has('help-found'))).toBe(false);
  await page.keyboard.press('Escape');
  await expect(help(page)).toHaveCount(0);
});

test('links lead to topics and headings, and one comes back to where one read', async ({ app }) => {
  const { page } = app;
  await page.keyboard.press('F1');
  await topics(page).getByRole('button', { name: 'The codebook' }).click();
  const text = help(page).getByRole('region', { name: 'The codebook' });
  const link = text.getByRole('link', { name: 'Method notes' });
  await link.scrollIntoViewIfNeeded();
  const before = await text.evaluate((element) => element.scrollTop);
  await link.focus();
  await page.keyboard.press('Enter');
  await expect(title(page)).toHaveText('Method notes');
  await expect(help(page).getByRole('heading', { name: 'Passages and codings' })).toBeInViewport();
  await expect(help(page).getByRole('region', { name: 'Method notes' })).toBeFocused();
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(title(page)).toHaveText('The codebook');
  expect(Math.abs((await text.evaluate((element) => element.scrollTop)) - before)).toBeLessThan(3);
  await page.keyboard.press('Alt+ArrowRight');
  await expect(title(page)).toHaveText('Method notes');
  await help(page).getByRole('button', { name: 'Back' }).click();
  await help(page).getByRole('button', { name: 'Back' }).click();
  await expect(title(page)).toHaveText('The first ten minutes');
  await page.keyboard.press('Escape');
  await expect(help(page), 'also after the button that had the focus rests').toHaveCount(0);
});

test('the help is reached from the palette, the menu, the sheet of keys and where a judgement is asked for', async ({
  app,
}) => {
  const { page } = app;
  await app.newProject();
  await app.importPlans();
  await page.getByRole('button', { name: 'Open the first' }).click();
  await app.addCodes('Governance\n\tOversight\nAccess');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('help method');
  await page.keyboard.press('Enter');
  await expect(title(page)).toHaveText('Method notes');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Menu', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Help' }).click();
  await page.getByRole('menuitem', { name: 'Help: The first ten minutes' }).click();
  await expect(title(page)).toHaveText('The first ten minutes');
  await page.keyboard.press('Escape');
  const row = page.getByRole('treegrid', { name: 'Codes' }).getByRole('row', { name: /^Oversight,/ });
  await row.focus();
  await page.keyboard.press('Shift+F1');
  await page.getByRole('dialog', { name: 'Keys' }).getByRole('button', { name: 'Help' }).click();
  await expect(field(page)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(row, 'the focus is where it was before both').toBeFocused();
  await page.locator('[data-start]').nth(1).click();
  const learn = page.getByRole('button', { name: 'Learn about reviewing' });
  await learn.click();
  await expect(title(page)).toHaveText('Reviewing');
  await page.keyboard.press('Escape');
  await expect(learn).toBeFocused();
});

test('keys in the help are those that the person has set', async ({ app }) => {
  const { page } = app;
  const sentence = page.getByRole('listitem').filter({ hasText: 'opens it under the words' });
  await page.keyboard.press('Control+,');
  const settings = page.getByRole('dialog', { name: 'Settings' });
  await settings.getByText('Single letters and signs act as keys').click();
  await page.keyboard.press('Escape');
  await page.keyboard.press('F1');
  await topics(page).getByRole('button', { name: 'Coding' }).click();
  await expect(sentence).toContainText('“Apply a code”, which has no key,');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+,');
  await settings.getByText('Single letters and signs act as keys').click();
  await page.keyboard.press('Escape');
  await page.keyboard.press('F1');
  await expect(sentence.locator('kbd').first()).toHaveText('C');
  await topics(page).getByRole('button', { name: 'Keyboard' }).click();
  await expect(help(page).getByRole('row', { name: /^New project/ })).toContainText('Ctrl Alt N');
});

test('nothing in the help keeps anybody out, in any look and in a small window', async ({ app }) => {
  const { page } = app;
  await page.keyboard.press('F1');
  const looks = [
    { colorScheme: 'light', forcedColors: 'none' },
    { colorScheme: 'dark', forcedColors: 'none' },
    { colorScheme: 'light', forcedColors: 'active' },
  ] as const;
  const look = async (state: string) => {
    const { violations } = await new AxeBuilder({ page }).analyze();
    const faults = violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`));
    expect(faults, state).toEqual([]);
  };
  for (const media of looks) {
    await page.emulateMedia(media);
    await topics(page).getByRole('button', { name: 'Keyboard' }).click();
    await look(`keyboard, ${media.colorScheme}`);
    await topics(page).getByRole('button', { name: 'Exporting' }).click();
    await look(`exporting, ${media.colorScheme}`);
    await field(page).fill('words');
    await help(page).getByRole('option').first().waitFor();
    await look(`findings, ${media.colorScheme}`);
    await field(page).fill('');
  }
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
  for (const topic of await topics(page).getByRole('button').all()) {
    await topic.click();
    await look(await topic.innerText());
  }
  await page.setViewportSize({ width: 400, height: 500 });
  await expect(topics(page)).toBeVisible();
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBe(0);
});
