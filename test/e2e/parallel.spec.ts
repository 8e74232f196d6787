import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { buildPdf } from '../fixtures/pdf/build.ts';
import { expect, test } from './app.ts';
import { openPdf, PLAN } from './pages.ts';
import { codedPlans, status } from './words.ts';

const picker = (page: Page) => page.getByRole('grid', { name: 'Documents to read side by side' });
const pane = (page: Page, title: string) => page.getByRole('document', { name: new RegExp(title) });
const library = (page: Page) => page.getByTestId('library');
const note = (page: Page) => page.getByRole('textbox', { name: /^Note on this pair/ });

/** Where the outline of the present passage begins, px from the top of its pane. */
const outlinedAt = (text: Locator) =>
  text.evaluate((element) => {
    const outline = element.querySelector('.hl-outline')?.getBoundingClientRect();
    return outline === undefined ? null : Math.round(outline.top - element.getBoundingClientRect().top);
  });

const scrolledTo = (text: Locator) => text.evaluate((element) => Math.round(element.scrollTop));

/** Opens the sample with its first two documents side by side. */
async function readSample(page: Page): Promise<{ us: Locator; uk: Locator }> {
  await page.getByRole('button', { name: /^Try the sample/ }).click();
  await page.getByRole('heading', { name: 'Six AI plans, a sample' }).waitFor();
  await page.keyboard.press('Control+Alt+5');
  await picker(page)
    .getByRole('row', { name: /America’s AI Action Plan/ })
    .click();
  await picker(page)
    .getByRole('row', { name: /AI Opportunities Action Plan/ })
    .click();
  await page.getByRole('button', { name: 'Read side by side' }).click();
  const texts = {
    us: pane(page, 'America’s AI Action Plan'),
    uk: pane(page, 'AI Opportunities Action Plan'),
  };
  await expect(texts.us.locator('.hl-outline')).toBeVisible();
  await expect(texts.uk.locator('.hl-outline')).toBeVisible();
  return texts;
}

test('by keys alone: documents are chosen, pairs gone through, and a passage opened', async ({ app }) => {
  const { page } = app;
  await page.getByRole('button', { name: /^Try the sample/ }).click();
  await page.getByRole('heading', { name: 'Six AI plans, a sample' }).waitFor();
  await page.keyboard.press('Control+Alt+5');
  const go = page.getByRole('button', { name: 'Read side by side' });
  await expect(go).toBeDisabled();
  await picker(page).getByRole('row').first().focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await page.keyboard.press('Tab');
  await expect(go).toBeFocused();
  await page.keyboard.press('Enter');

  const [us, uk] = [pane(page, 'America’s AI Action Plan'), pane(page, 'AI Opportunities Action Plan')];
  await us.focus();
  await expect(status(page)).toContainText(
    'Pair 1 of 3, Lighter rules, in America’s AI Action Plan, in brief',
  );
  await page.keyboard.press('n');
  await expect(status(page)).toContainText('Pair 2 of 3');
  // Both passages stand at the same height.
  await expect(async () => {
    const places = [await outlinedAt(us), await outlinedAt(uk)];
    expect(places[0]).not.toBeNull();
    expect(Math.abs((places[0] ?? 0) - (places[1] ?? 1000))).toBeLessThan(8);
  }).toPass();
  await expect(page.locator('.sbs-bridge path.is-on')).toHaveCount(1);
  await page.keyboard.press('p');
  await page.keyboard.press('p');
  await expect(status(page)).toContainText('Pair 3 of 3');
  await page.keyboard.press('Tab');
  await expect(uk).toBeFocused();
  await expect(status(page)).toContainText(
    'Pair 3 of 3, Lighter rules, in AI Opportunities Action Plan, in brief',
  );
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tab', { selected: true })).toHaveText(
    'AI Opportunities Action Plan, in brief',
  );
  await expect(page.locator('.hl-outline')).toBeVisible();
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(page.getByRole('tab', { selected: true })).toHaveText('Side by side');
  await expect(status(page)).toContainText('Pair 3 of 3');
});

test('panes go together by code, in proportion, or each for itself', async ({ app }) => {
  const { page } = app;
  await page.setViewportSize({ width: 1200, height: 560 });
  const { us, uk } = await readSample(page);
  await us.hover();
  for (const [name, follows] of [
    ['By code', true],
    ['In proportion', true],
    ['Each for itself', false],
  ] as const) {
    await expect(page.getByRole('button', { name: `Together ${name}` })).toBeVisible();
    const before = await scrolledTo(uk);
    await page.mouse.wheel(0, (await scrolledTo(us)) > 300 ? -300 : 300);
    await expect.poll(() => scrolledTo(uk).then((now) => now !== before)).toBe(follows);
    await us.focus();
    await page.keyboard.press('s');
    await us.hover();
  }
  await expect(page.getByRole('button', { name: 'Together By code' })).toBeVisible();
});

test('a code is chosen, a pressed passage becomes the present one, and a document is taken away', async ({
  app,
}) => {
  const { page } = app;
  const { us, uk } = await readSample(page);
  await page.getByRole('button', { name: /^Code ./ }).click();
  await page.getByRole('menuitemradio', { name: 'Binding rules: 6 · 2' }).click();
  await expect(status(page)).toContainText('Pair 1 of 6, Binding rules');
  await us.locator('[data-start]').filter({ hasText: 'Every agency has to give' }).click();
  await expect(status(page)).toContainText('Pair 3 of 6, Binding rules, in America’s AI Action Plan');
  await expect(
    page.getByText('No passage 3 of Binding rules in AI Opportunities Action Plan, in brief.'),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Take AI Opportunities Action Plan, in brief away' }).click();
  await expect(picker(page)).toBeVisible();
  await expect(uk).toBeHidden();
});

test('a note on a pair is kept, comes back with it, is listed among the memos, and undone', async ({
  app,
}) => {
  const page = await codedPlans(app);
  await library(page)
    .getByRole('row', { name: /machines in Northland/ })
    .click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Read side by side' }).click();
  await expect(page.getByRole('tab', { selected: true })).toHaveText('Side by side');
  await pane(page, 'Southland').focus();
  await page.keyboard.press('m');
  await expect(note(page)).toBeFocused();
  await page.keyboard.type('The one rents, the other builds.');
  await page.keyboard.press('Escape');
  await expect(pane(page, 'Southland')).toBeFocused();
  await expect(status(page)).toContainText('Undo: Write a memo on “');

  await app.restart();
  await page
    .getByRole('button', { name: /Two towns/ })
    .first()
    .click();
  await expect(page.getByRole('tab', { selected: true })).toHaveText('Side by side');
  await expect(note(page)).toHaveValue('The one rents, the other builds.');

  // Another code has no such pair, and so no note; back with the first the note is back.
  await page.getByRole('button', { name: /^Code ./ }).click();
  await page.getByRole('menuitemradio', { name: /^Water/ }).click();
  await expect(note(page)).toHaveCount(0);
  await page.getByRole('button', { name: /^Code ./ }).click();
  await page.getByRole('menuitemradio', { name: /^Halls/ }).click();
  await expect(note(page)).toHaveValue('The one rents, the other builds.');
  // From the list of memos one comes to the pair.
  await page.getByRole('tab', { name: /Southland/ }).click();
  await page.keyboard.press('Control+Alt+2');
  await page.getByRole('radio', { name: 'Memos' }).click();
  await page.getByRole('row', { name: /The one rents.*Pair/ }).click();
  await expect(page.getByRole('tab', { selected: true })).toHaveText('Side by side');
  await expect(note(page)).toHaveValue('The one rents, the other builds.');
  await pane(page, 'Southland').focus();
  await page.keyboard.press('Control+z');
  await page.getByRole('button', { name: 'Undo it' }).click();
  await expect(note(page)).toHaveValue('');
});

test('the scope narrows what is paired', async ({ app }) => {
  const page = await codedPlans(app);
  await library(page)
    .getByRole('row', { name: /machines in Northland/ })
    .click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Read side by side' }).click();
  await expect(status(page)).toContainText('Pair 1 of 1, Halls');
  await page.keyboard.press('Control+b');
  await library(page)
    .getByRole('row', { name: /Southland: a short plan/ })
    .focus();
  await page.keyboard.press('Shift+A');
  await expect(page.getByText('outside the scope')).toBeVisible();
  await expect(
    page.getByText(/^No passage 1 of Halls in Plan for thinking machines in Northland/),
  ).toBeVisible();
});

test('parts of pages in the present pair are shown as they were published', async ({ app }) => {
  writeFileSync(join(app.home, 'second.pdf'), buildPdf({ ...PLAN, title: 'A second plan' }));
  const part = (title: string) =>
    ['code', 'plan.colligo', '--document', title, '--code', 'Compute', '--page', 'i'].concat(
      ...['--region', '50,40,200,100'],
    );
  const page = await openPdf(
    app,
    undefined,
    ['import', 'plan.colligo', 'second.pdf', '--title', 'A second plan'],
    part('A printed plan'),
    part('A second plan'),
  );
  await page.keyboard.press('Control+Alt+5');
  for (const name of [/A printed plan/, /A second plan/])
    await picker(page).getByRole('row', { name }).click();
  await page.getByRole('button', { name: 'Read side by side' }).click();
  const pictures = page.locator('.sbs-parts').getByRole('img', { name: 'Part of page i' });
  await expect(pictures).toHaveCount(2);
  for (const picture of await pictures.all())
    await expect
      .poll(() => picture.evaluate((element) => (element as HTMLImageElement).naturalWidth))
      .toBe(400);
  await expect(page.locator('.sbs-parts')).toContainText('A second plan');
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
});

test('nothing in it is out of reach of assistive technology', async ({ app }) => {
  const { page } = app;
  await page.getByRole('button', { name: /^Try the sample/ }).click();
  await page.getByRole('heading', { name: 'Six AI plans, a sample' }).waitFor();
  await page.keyboard.press('Control+Alt+5');
  await picker(page).getByRole('row').first().waitFor();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await picker(page)
    .getByRole('row', { name: /America’s AI Action Plan/ })
    .click();
  await picker(page)
    .getByRole('row', { name: /AI Opportunities Action Plan/ })
    .click();
  await page.getByRole('button', { name: 'Read side by side' }).click();
  await expect(pane(page, 'AI Opportunities').locator('.hl-outline')).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
});
