import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { status } from './words.ts';

const picture = (page: Page) =>
  page.getByRole('img', { name: /\./ }).filter({ has: page.locator('svg.ana-plot') });
const views = (page: Page) => page.getByRole('listbox', { name: 'View' });
const table = (page: Page) => page.getByRole('grid');
const passages = (page: Page) => page.getByRole('region', { name: 'Passages' });

async function analyseSample(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Try the sample/ }).click();
  await page.getByRole('heading', { name: 'Six AI plans, a sample' }).waitFor();
  await page.keyboard.press('Control+Alt+4');
  await expect(views(page).getByRole('option', { name: 'Code frequencies' })).toBeFocused();
}

async function show(page: Page, view: string): Promise<void> {
  await views(page).getByRole('option', { name: view }).click();
  await expect(picture(page)).toBeVisible();
}

/** Chooses a row of the export menu, and gives what the browser saves. */
async function exported(page: Page, row: string | RegExp): Promise<{ name: string; bytes: Buffer }> {
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: row }).click(),
  ]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

/** Width and height of a PNG, px: they stand in its first chunk. */
const sizeOf = (png: Buffer) => [png.readUInt32BE(16), png.readUInt32BE(20)] as const;

test('by keys alone: through the views, to the table, to the passages behind a row, and back', async ({
  app,
}) => {
  const { page } = app;
  await analyseSample(page);
  await expect(picture(page)).toHaveAccessibleName(
    'How often each code occurs. Binding rules is the commonest code: 19 passages in 5 of 6 documents.',
  );
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('heading', { name: 'Codes by case' })).toBeVisible();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('t');
  await expect(table(page)).toBeVisible();
  for (
    let presses = 0;
    presses < 20 && !(await table(page).evaluate((each) => each === document.activeElement));
    presses++
  )
    await page.keyboard.press('Tab');
  await expect(table(page)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await expect(page.locator('.ana-line.here')).toContainText('Rules / Binding rules');
  await page.keyboard.press('Enter');
  await expect(passages(page)).toContainText('Binding rules: 19 in 5 documents');
  await expect(passages(page).locator(':focus')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(table(page)).toBeFocused();
  await page.keyboard.press('t');
  await expect(page.locator('.ana-query pre')).toHaveText(
    /^colligo table '.+\.colligo' --columns document --measure spans$/,
  );
});

test('bars say what their rows say, and a press on one lists its passages', async ({ app }) => {
  const { page } = app;
  await analyseSample(page);
  const hints = page.locator('.ana-plot rect[data-row] title');
  await expect(hints).toHaveCount(20);
  const figures = await hints.allTextContents();
  await page.locator('.ana-plot rect[data-row="0"]').click();
  await expect(passages(page)).toContainText('Binding rules: 19 in 5 documents');
  await page.getByRole('radio', { name: 'Table' }).click();
  const rows = await table(page).locator('.ana-body .ana-line').allInnerTexts();
  const first = rows.slice(0, 5).map((row) => row.split('\n').filter((each) => each.trim() !== ''));
  for (const [place, [path, count]] of first.entries())
    expect(figures[place]).toBe(`${path}: ${count} passages`);
});

test('titles of the table sort it, and the measure is chosen and kept', async ({ app }) => {
  const { page } = app;
  await analyseSample(page);
  await page.getByRole('button', { name: /^Count/ }).click();
  await page.getByRole('menuitemradio', { name: 'Words' }).click();
  await expect(picture(page)).toHaveAccessibleName(/covers most: [\d,]+ words in \d of 6 documents/);
  await page.getByRole('radio', { name: 'Table' }).click();
  const title = page.getByRole('columnheader', { name: 'Documents' });
  await title.getByRole('button').click();
  await expect(title).toHaveAttribute('aria-sort', 'descending');
  const last = page.locator('.ana-body .ana-line [role=gridcell]:last-child');
  const counts = (await last.allInnerTexts()).map(Number);
  expect(counts).toEqual(counts.toSorted((a, b) => b - a));
  // Each view keeps its own face.
  await views(page).getByRole('option', { name: 'Co-occurrence: matrix' }).click();
  await expect(page.getByRole('radio', { name: 'Picture' })).toBeChecked();
  // The screen is kept a moment after what changes it.
  await page.waitForTimeout(800);
  await app.restart();
  await page.getByRole('button', { name: /^Open the sample/ }).click();
  await expect(page.getByRole('heading', { name: 'Codes on the same words' })).toBeVisible();
  await expect(page.getByRole('radio', { name: 'Picture' })).toBeChecked();
  await views(page).getByRole('option', { name: 'Code frequencies' }).click();
  await expect(page.getByRole('radio', { name: 'Table' })).toBeChecked();
});

test('a picture is saved as an SVG that stands alone, in light colours whatever the theme', async ({
  app,
}) => {
  const { page } = app;
  await page.emulateMedia({ colorScheme: 'dark' });
  await analyseSample(page);
  for (const [view, name] of [
    ['Code frequencies', 'code-frequencies.svg'],
    ['Codes by case or document', 'codes-by-case.svg'],
    ['Co-occurrence: matrix', 'co-occurrence.svg'],
    ['Co-occurrence: network', 'co-occurrence-network.svg'],
  ] as const) {
    await show(page, view);
    const { name: saved, bytes } = await exported(page, 'Save picture as SVG');
    expect(saved).toBe(name);
    const said = await page.evaluate((source) => {
      const root = new DOMParser().parseFromString(source, 'image/svg+xml');
      const first = root.querySelector('svg > rect');
      return {
        faults: root.querySelectorAll('parsererror').length,
        title: root.querySelector('svg > title')?.textContent,
        words: root.querySelector('svg > desc')?.textContent ?? '',
        ground: first?.getAttribute('fill'),
      };
    }, bytes.toString());
    expect([said.faults, said.ground]).toEqual([0, '#ffffff']);
    expect(await page.getByRole('heading', { name: said.title ?? '?' }).count()).toBe(1);
    expect(await picture(page).getAttribute('aria-label')).toContain(said.words);
    expect(bytes.toString()).not.toMatch(/var\(|light-dark|oklch|currentColor|<style|data-row/);
    // Words on white are dark, although the page is dark.
    expect(/<svg[^>]* fill="#([0-9a-f]{2})/.exec(bytes.toString())?.[1] ?? 'ff').toMatch(/^[0-4]/);
  }
});

test('a PNG has as many pixels as were asked for, and the table goes along as CSV', async ({ app }) => {
  const { page } = app;
  await analyseSample(page);
  await show(page, 'Codes by case or document');
  const [wide, high] = sizeOf((await exported(page, 'Save picture as PNG, 1×')).bytes);
  expect(wide).toBeGreaterThan(600);
  for (const times of [2, 4])
    expect(sizeOf((await exported(page, `Save picture as PNG, ${times}×`)).bytes)).toEqual([
      wide * times,
      high * times,
    ]);
  await expect(status(page)).toContainText('codes-by-case.png goes to your downloads');
  const { name, bytes } = await exported(page, 'Save table as CSV');
  expect(name).toBe('codes-by-case.csv');
  const [head, ...rows] = bytes.toString().slice(1).trimEnd().split('\r\n');
  expect(head).toBe('Code,Case,Passages,Judgement');
  expect(rows).toHaveLength(420);
  expect(rows).toContain('Rules / Binding rules,APEC,0,absent');
  expect(rows.filter((row) => row.endsWith(',present'))).toHaveLength(214);
});

test('codes that meet: how near is chosen, and a line lists the passages of both', async ({ app }) => {
  const { page } = app;
  await analyseSample(page);
  await show(page, 'Co-occurrence: network');
  await page.getByRole('button', { name: /^Meet/ }).click();
  await page.getByRole('menuitemradio', { name: 'on the same place' }).click();
  await expect(page.getByRole('heading', { name: 'Codes on the same place' })).toBeVisible();
  await page.getByRole('radio', { name: 'Table' }).click();
  const first = page.locator('.ana-body .ana-line').first();
  const [, , times] = (await first.innerText()).split('\n').filter((each) => each.trim() !== '');
  await first.click();
  await expect(passages(page)).toContainText(new RegExp(`on the same place: ${times} in`));
  await expect(passages(page)).toContainText(new RegExp(`· ${times} pairs?`));
  // However near: the pairs that the list makes are those that were counted.
  await page.getByRole('button', { name: 'Meet on the same place' }).click();
  await page.getByRole('menuitemradio', { name: 'in the same section' }).click();
  await expect(page.getByRole('heading', { name: 'Codes in the same section' })).toBeVisible();
  const [, , near] = (await first.innerText()).split('\n').filter((each) => each.trim() !== '');
  await page.getByRole('grid', { name: 'Codes in the same section' }).focus();
  await page.keyboard.press('Enter');
  await expect(passages(page)).toContainText(new RegExp(`in the same section: .+· ${near} pairs?`));
});

test('an empty project says what to do', async ({ app }) => {
  const { page } = app;
  await app.newProject();
  await page.keyboard.press('Control+Alt+4');
  await expect(page.getByRole('heading', { name: 'Nothing to analyse yet' })).toBeVisible();
});

for (const scheme of ['light', 'dark'] as const) {
  test(`nothing is found by axe, ${scheme}`, async ({ app }) => {
    const { page } = app;
    await page.emulateMedia({ colorScheme: scheme });
    await analyseSample(page);
    for (const view of [
      'Code frequencies',
      'Codes by case or document',
      'Co-occurrence: matrix',
      'Co-occurrence: network',
    ]) {
      await show(page, view);
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    }
    for (const face of ['Table', 'Query']) {
      await page.getByRole('radio', { name: face }).click();
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    }
  });
}
