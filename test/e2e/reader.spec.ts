import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { type App, expect, test } from './app.ts';
import { applyCode, boxesOf, drag, expectHighlighted, paragraph, selected } from './words.ts';

const CLI = resolve(import.meta.dirname, '../../out/main/cli.js');
const TAXONOMY = resolve(import.meta.dirname, '../fixtures/codes.json');

/** Makes a project over one text of our own, by the command line, and opens it in the page. */
async function openText(app: App, text: string, ...commands: string[][]): Promise<Page> {
  const { page, home } = app;
  await page.goto('about:blank');
  await app.stop();
  writeFileSync(join(home, 'text.md'), text);
  const colligo = (...args: string[]) =>
    execFileSync(process.execPath, [CLI, ...args], {
      cwd: home,
      env: { ...process.env, COLLIGO_HOME: join(home, '.colligo') },
    });
  colligo('new', 'text.colligo', '--coder', 'Ada Kern');
  colligo('import', 'text.colligo', 'text.md', '--title', 'A text');
  for (const words of commands) colligo(...words);
  await app.restart();
  await page.getByRole('button', { name: /^Open/ }).first().click();
  await page.getByRole('row', { name: /text\.colligo/ }).dblclick();
  await expect(async () => {
    await page
      .getByRole('treegrid', { name: /Documents/ })
      .getByRole('row', { name: /A text/ })
      .click();
    await expect(page.locator('[data-start]').first()).toBeVisible({ timeout: 1000 });
  }).toPass();
  return page;
}

/** Selects from one place of the page's text to another, as a screen reader or a script would. */
async function selectRange(
  page: Page,
  from: [begins: string, offset: number],
  to: [begins: string, offset: number],
) {
  const [start, end] = await Promise.all(
    [paragraph(page, from[0]), paragraph(page, to[0])].map((text) => text.elementHandle()),
  );
  await page.evaluate(
    ([startElement, startOffset, endElement, endOffset]) => {
      const node = (element: Node | null | undefined) => element?.firstChild ?? document.body;
      (startElement as HTMLElement | null)?.focus();
      getSelection()?.setBaseAndExtent(node(startElement), startOffset, node(endElement), endOffset);
    },
    [start, from[1], end, to[1]] as const,
  );
}

const quote = (page: Page) => page.locator('.in-sec blockquote');

const TEXT = `# Offsets

Before 👩🏽‍🏫 after, naïve e\u0301 end.

שלום עולם, this is mixed العربية text.

One *emphasised **strong** word* and [a link](https://example.org/x "t") here.

First line  
second line

| Left | Right |
|---|---|
| one | two |

Last paragraph.`;

test.describe('offsets', () => {
  test('a double click takes a word, a triple click its paragraph and nothing of the next', async ({
    app,
  }) => {
    const page = await openText(app, TEXT);
    const text = paragraph(page, 'One emphasised');
    const [word] = await boxesOf(text, 'strong');
    await page.mouse.dblclick((word?.left ?? 0) + 6, (word?.top ?? 0) + 8);
    await expect(quote(page)).toHaveText('strong');
    await text.click({ clickCount: 3, position: { x: 10, y: 10 } });
    await expect(quote(page)).toHaveText('One emphasised strong word and a link here.');
  });

  test('a selection never splits a character, and follows scripts from the right', async ({ app }) => {
    const page = await openText(app, TEXT);
    await selectRange(page, ['Before', 8], ['Before', 9]);
    await expect(quote(page)).toHaveText('👩🏽‍🏫');
    await selectRange(page, ['שלום', 1], ['שלום', 6]);
    await expect(quote(page)).toHaveText('שלום עולם');
    await selectRange(page, ['שלום', 26], ['שלום', 28]);
    await expect(quote(page)).toHaveText('العربية');
    await applyCode(page, 'Right');
    await page.keyboard.press('Escape');
    await expectHighlighted(paragraph(page, 'שלום'), 'العربية');
  });

  test('a selection goes over blocks, backwards, and ends where the next block starts', async ({ app }) => {
    const page = await openText(app, TEXT);
    await selectRange(page, ['Before', 0], ['שלום', 0]);
    await expect(quote(page)).toHaveText('Before 👩🏽‍🏫 after, naïve e\u0301 end.');
    await selectRange(page, ['Last', 4], ['Before', 7]);
    await expect(quote(page)).toContainText('First line');
    await expect(quote(page)).toContainText('Last');
    await expect(quote(page)).not.toContainText('paragraph');
  });

  test('whole words are taken unless Alt is held', async ({ app }) => {
    const page = await openText(app, TEXT);
    await drag(page, paragraph(page, 'Last'), 'st parag');
    await expect.poll(() => selected(page)).toBe('Last paragraph');
    // A press on selected words would drag them away.
    await paragraph(page, 'Before').click();
    await page.keyboard.down('Alt');
    await drag(page, paragraph(page, 'Last'), 'st parag');
    await page.keyboard.up('Alt');
    await expect(quote(page)).toHaveText('st parag');
  });

  test('what stands on the page is the text, unit for unit, with its line ends and cells', async ({
    app,
  }) => {
    const page = await openText(app, TEXT);
    const blocks = await page
      .locator('[data-start]')
      .evaluateAll((elements) =>
        elements.map(
          (element) => [Number((element as HTMLElement).dataset['start']), element.textContent] as const,
        ),
      );
    const words = blocks.map(([, text]) => text);
    expect(words).toContain('First line\nsecond line');
    expect(words).toContain('One emphasised strong word and a link here.');
    // Cells are joined by TAB, rows by LF, paragraphs by a blank line: the gaps between blocks, to the unit.
    const gaps = blocks
      .slice(1)
      .map(([start], index) => start - ((blocks[index]?.[0] ?? 0) + (words[index]?.length ?? 0)));
    expect(gaps).toEqual([2, 2, 2, 2, 2, 1, 1, 1, 2]);
    const [one, two] = await Promise.all(['one', 'two'].map((cell) => paragraph(page, cell).boundingBox()));
    expect(one?.y).toBe(two?.y);
    expect(await page.locator('.rd-link').getAttribute('title')).toBe('https://example.org/x');
  });
});

test('a document with 2,000 highlights stands on the page with few rows, wherever it is scrolled to', async ({
  app,
}) => {
  const sentence = 'A plan names the hall, the water and the people who read with machines in it.';
  const long = Array.from(
    { length: 1000 },
    (_, index) => `${index}. paragraph. ${sentence} ${sentence}`,
  ).join('\n\n');
  const page = await openText(
    app,
    long.replaceAll('. paragraph', ' paragraph'),
    ['codebook', 'import', 'text.colligo', TAXONOMY],
    [
      'code',
      'text.colligo',
      '--document',
      'A text',
      '--code',
      'Compute',
      '--match',
      'names the hall',
      '--unit',
      'match',
    ],
  );
  await expect(page.locator('svg .hl-tint').first()).toBeVisible();
  expect(await page.locator('[data-start]').count()).toBeLessThan(60);
  const sheet = page.locator('.rd-sheet');
  for (let step = 0; step < 6; step++) {
    await sheet.evaluate((scroller) => scroller.scrollBy(0, 4_000));
    await expect.poll(() => page.locator('svg .hl-tint').count()).toBeGreaterThan(4);
  }
  expect(await page.locator('[data-start]').count()).toBeLessThan(60);
  expect(await page.locator('svg .hl-tint').count()).toBeGreaterThan(4);
});
