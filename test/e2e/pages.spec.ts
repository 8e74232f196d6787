import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import {
  boxOf,
  dragOver,
  expectOver,
  goTo,
  middleOf,
  openDocument,
  openPdf,
  type Printed,
  printed,
  quote,
  ready,
  rectsOn,
  sheet,
} from './pages.ts';
import { applyCode, selected, status } from './words.ts';

const whole = (number: number, words: string): Printed => {
  const { line } = printed(number, words);
  return { number, line, words: line.text };
};

/** How far the window's head is down a page, as a share of the page. */
const placeOn = (page: Page, number: number) =>
  sheet(page, number).evaluate((element) => {
    const { top, height } = element.getBoundingClientRect();
    return ((element.closest('.rd-sheet')?.getBoundingClientRect().top ?? 0) - top) / height;
  });

test('words selected with the mouse get a code, and the highlight covers exactly the printed words', async ({
  app,
}) => {
  const page = await openPdf(app);
  await ready(page, 1);
  const words = printed(1, 'old mill');
  await dragOver(page, words);
  await expect(quote(page)).toHaveText('old mill');
  await expectOver(page, [words], '.pm-selected');
  await applyCode(page, 'compute');
  await expect(status(page)).toContainText('Compute applied to: old mill, 2 words');
  await expectOver(page, [words]);
  await expect(
    page
      .getByRole('region', { name: 'Margin' })
      .getByRole('button', { name: 'Compute, 2 words, by Ada Kern' }),
  ).toBeVisible();

  // The name stands beside the words that it is about.
  const name = await page.getByRole('button', { name: 'Compute, 2 words, by Ada Kern' }).boundingBox();
  const [, middle] = await middleOf(page, words);
  expect(Math.abs((name?.y ?? 0) + (name?.height ?? 0) / 2 - middle)).toBeLessThan(16);

  // The same passage in the flowing text, and back where it was.
  await page.keyboard.press('Escape');
  await page.keyboard.press('p');
  await expect(page.locator('.rd-sheet')).not.toHaveClass(/as-pages/);
  await expect(page.locator('[data-passages] .hl-tint')).toHaveCount(1);
  await page.locator('[data-start]').filter({ hasText: 'old mill' }).click();
  await page.keyboard.press('p');
  await expectOver(page, [words]);

  // Taken back, and nothing is left on the page.
  await page.keyboard.press('Control+z');
  await expect(sheet(page, 1).locator('.hl-tint')).toHaveCount(0);
});

test('a selection follows the reading order over lines, columns and pages', async ({ app }) => {
  const page = await openPdf(app);
  await goTo(page, 'ii');
  await ready(page, 2);
  await expect.poll(() => placeOn(page, 2)).toBeGreaterThan(-0.2);
  await dragOver(page, printed(2, 'begin with.'), printed(2, 'of trust.'));
  await expect(quote(page)).toHaveText('begin with. In the second column it speaks of trust.');
  await expectOver(
    page,
    [printed(2, 'In the second column it speaks of trust.'), printed(2, 'begin with.')],
    '.pm-selected',
  );
  // Backwards, from a line to the middle of the one above.
  await dragOver(page, printed(2, 'Trust'), printed(2, 'second column'));
  await expect(quote(page)).toHaveText('it speaks of trust.');
  // Beside a line is on the line: from the gutter right of the first column's second line into its third.
  const above = await boxOf(page, whole(2, 'schools.'));
  const below = await boxOf(page, printed(2, 'for a term,'));
  await page.mouse.move(above.right + 6, (above.top + above.bottom) / 2);
  await page.mouse.down();
  await page.mouse.move(below.right - 1, (below.top + below.bottom) / 2, { steps: 6 });
  await page.mouse.up();
  await expect(quote(page)).toHaveText('for a term,');
  // From the foot of one page to the head of the next.
  const sheets = page.locator('.rd-sheet');
  await sheets.evaluate((element) => {
    const next = element.querySelector('[data-page="2"]');
    element.scrollTop += (next?.getBoundingClientRect().top ?? 0) - element.getBoundingClientRect().top - 250;
  });
  await goTo(page, 'ii');
  await page.keyboard.press('Control+Alt+-');
  for (let step = 0; step < 5; step++) await page.keyboard.press('Control+Alt+-');
  await ready(page, 3);
  await dragOver(page, printed(2, 'within a month'), printed(3, 'A wide page'));
  await expect(quote(page)).toHaveText('within a month of the day that it came. A wide page');
  await applyCode(page, 'data');
  await expectOver(page, [whole(2, 'within a month')]);
  await expectOver(page, [printed(3, 'A wide page')]);
});

test('double and triple clicks take a word and a paragraph, and Shift takes what lies between', async ({
  app,
}) => {
  const page = await openPdf(app);
  await ready(page, 1);
  await page.mouse.dblclick(...(await middleOf(page, printed(1, 'ministry'))));
  await expect(quote(page)).toHaveText('ministry');
  const [x, y] = await middleOf(page, printed(1, 'pays for the hall'));
  await page.mouse.click(x, y, { clickCount: 3 });
  await expect(quote(page)).toContainText('Northland builds');
  await expect(quote(page)).toContainText('machines questions.');
  await expect(quote(page)).not.toContainText('scarce');
  await page.mouse.click(...(await middleOf(page, printed(1, 'old mill'))));
  const from = await boxOf(page, printed(1, 'Water'));
  await page.mouse.click(from.left + 1, (from.top + from.bottom) / 2);
  await page.keyboard.down('Shift');
  const to = await boxOf(page, printed(1, 'summer'));
  await page.mouse.click(to.right - 1, (to.top + to.bottom) / 2);
  await page.keyboard.up('Shift');
  await expect(quote(page)).toHaveText('Water is scarce in summer');
  // A plain click takes nothing.
  await page.mouse.click(x, y);
  await expect(quote(page)).toHaveCount(0);
});

test('keys go by paragraph and by sentence, and code what they come to', async ({ app }) => {
  const page = await openPdf(app);
  await ready(page, 1);
  await sheet(page, 1).getByText('Machines that read').click();
  await page.keyboard.press('j');
  await expect(sheet(page, 1).locator('.is-here')).toContainText('Northland builds');
  await page.keyboard.press('j');
  await expect(sheet(page, 1).locator('.is-here')).toContainText('Water is scarce');
  await page.keyboard.press('k');
  await page.keyboard.press('.');
  await page.keyboard.press('j');
  await expect(sheet(page, 1).locator('.pm-unit').first()).toBeAttached();
  await applyCode(page, 'skills');
  const [first, second] = [
    printed(1, 'The ministry pays for the hall; the'),
    printed(1, 'town pays for the water.'),
  ];
  await expectOver(page, [first, second]);
  await page.keyboard.press('Control+z');
  await expect(sheet(page, 1).locator('.hl-tint')).toHaveCount(0);
  // Down to the next pages: the paragraph comes into sight with its page.
  await page.keyboard.press('.');
  for (let step = 0; step < 4; step++) await page.keyboard.press('j');
  await expect(page.locator('.is-here').first()).toBeInViewport();
});

test('a page is gone to by what is printed on it, by its number and by arrows', async ({ app }) => {
  const page = await openPdf(app);
  await ready(page, 1);
  const field = page.getByRole('textbox', { name: /^Page/ });
  const bar = page.locator('.pg-field');
  await expect(field).toHaveValue('i');
  await expect(bar).toContainText('(1 of 6)');
  // Printed 2 is the fourth page; what is printed goes first.
  await goTo(page, '2');
  await expect(bar).toContainText('(4 of 6)');
  await expect(field).toHaveValue('2');
  await page.locator('.rd-text[tabindex="0"]').first().focus();
  await page.keyboard.press('ArrowRight');
  await expect(bar).toContainText('(5 of 6)');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await expect(bar).toContainText('(3 of 6)');
  await page.keyboard.press('Shift+g');
  await expect(field).toBeFocused();
  await field.fill('nowhere');
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await page.keyboard.press('Escape');
  await expect(field).toHaveValue('1');
  await goTo(page, '6');
  await expect(bar).toContainText('(6 of 6)');
});

test('find marks every place on the pages, and goes from one to the next', async ({ app }) => {
  const page = await openPdf(app);
  await ready(page, 1);
  await page.mouse.click(...(await middleOf(page, printed(1, 'old mill'))));
  await page.keyboard.press('Control+f');
  await page.getByRole('searchbox', { name: 'Find in this document' }).fill('hall');
  await expect(page.getByRole('search')).toContainText(/^\d of 5/);
  await expect
    .poll(async () => (await rectsOn(page, 1, '.pm-found, .pm-found-now')).length)
    .toBeGreaterThanOrEqual(4);
  await page.keyboard.press('Shift+Enter');
  for (
    let step = 0;
    step < 6 && (await page.getByRole('search').textContent())?.startsWith('5') !== true;
    step++
  )
    await page.keyboard.press('Enter');
  await expectOver(page, [printed(6, 'hall')], '.pm-found-now');
  await expect(sheet(page, 6)).toBeInViewport();
});

test('a size keeps the place, and the picture has the pixels of the screen', async ({ app }) => {
  const page = await openPdf(app);
  await goTo(page, 'ii');
  await ready(page, 2);
  const sheets = page.locator('.rd-sheet');
  await sheets.evaluate((element) => element.scrollBy(0, 180));
  const before = await placeOn(page, 2);
  for (const size of ['200', '400', '50', '100']) {
    await page.getByRole('button', { name: /^Size/ }).click();
    await page.getByRole('menuitemradio', { name: `${size} %`, exact: true }).click();
    const high = await sheet(page, 2).evaluate((element) => element.getBoundingClientRect().height);
    expect(high).toBeCloseTo((842 * 96 * Number(size)) / 7200, -0.5);
    if (size !== '50') await expect.poll(() => placeOn(page, 2)).toBeCloseTo(before, 1.5);
    // Somewhere over the words that are in sight there is a picture as sharp as the screen.
    await expect
      .poll(() =>
        sheet(page, 2).evaluate((element) => {
          const view = element.closest('.rd-sheet')?.getBoundingClientRect();
          const middle = { x: (view?.left ?? 0) + 200, y: (view?.top ?? 0) + (view?.height ?? 0) / 2 };
          return [...element.querySelectorAll('canvas')].some((canvas) => {
            const box = canvas.getBoundingClientRect();
            const over =
              box.left <= middle.x && middle.x <= box.right && box.top <= middle.y && middle.y <= box.bottom;
            return over && Math.abs(canvas.width - box.width * devicePixelRatio) <= 1.5;
          });
        }),
      )
      .toBe(true);
    const most = await page
      .locator('canvas')
      .evaluateAll((all) =>
        Math.max(
          ...all.map((canvas) => (canvas as HTMLCanvasElement).width * (canvas as HTMLCanvasElement).height),
        ),
      );
    expect(most).toBeLessThan(6_000_000);
  }
});

test('pages turned by the file or by hand keep their words under the highlights', async ({ app }) => {
  const page = await openPdf(app);
  await goTo(page, '2');
  await ready(page, 4);
  await dragOver(page, printed(4, 'turned when it is shown'));
  await expect(quote(page)).toHaveText('turned when it is shown');
  await applyCode(page, 'rights');
  await expectOver(page, [printed(4, 'turned when it is shown')]);
  const before = await sheet(page, 4).boundingBox();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Shift+r');
  await expect
    .poll(async () => {
      const box = await sheet(page, 4).boundingBox();
      return (box?.height ?? 0) / (box?.width ?? 1);
    })
    .toBeCloseTo((before?.width ?? 0) / (before?.height ?? 1), 1);
  // The words run downwards now, and so does what covers them.
  await expect
    .poll(async () => {
      const [rect] = await rectsOn(page, 4);
      return rect === undefined ? 0 : (rect.bottom - rect.top) / (rect.right - rect.left);
    })
    .toBeGreaterThan(5);
});

test('papers, a page without words, and a place that is come back to', async ({ app }) => {
  const page = await openPdf(app);
  await ready(page, 1);
  await page.mouse.click(...(await middleOf(page, printed(1, 'old mill'))));
  await page.keyboard.press('Shift+p');
  await expect(sheet(page, 1)).toHaveClass(/paper-dim/);
  await page.keyboard.press('Shift+p');
  await expect(sheet(page, 1)).toHaveClass(/paper-dark/);
  await page.keyboard.press('Shift+p');
  await goTo(page, '3');
  await expect(page.locator('.pg-field')).toContainText('(5 of 6)');
  await expect(sheet(page, 5).locator('.pg-picture[data-drawn]')).toBeVisible();
  await expect(sheet(page, 5).locator('.pg-line')).toHaveCount(0);
  // A press on it selects nothing and breaks nothing.
  await sheet(page, 5).click();
  expect(await selected(page)).toBe('');
  await goTo(page, '2');
  await page.locator('.rd-sheet').evaluate((element) => element.scrollBy(0, 60));
  const place = await placeOn(page, 4);
  await page.waitForTimeout(500);
  await page.reload();
  await expect(page.locator('.pg-field')).toContainText('(4 of 6)');
  await expect.poll(() => placeOn(page, 4)).toBeCloseTo(place, 0.5);
  await openDocument(page);
});

test('axe finds nothing on pages in any look', async ({ app }) => {
  test.setTimeout(180_000);
  const page = await openPdf(app);
  await ready(page, 1);
  await dragOver(page, printed(1, 'old mill'));
  await applyCode(page, 'compute');
  for (const media of [
    { colorScheme: 'light', forcedColors: 'none' },
    { colorScheme: 'dark', forcedColors: 'none' },
    { colorScheme: 'light', forcedColors: 'active' },
  ] as const) {
    await page.emulateMedia(media);
    const { violations } = await new AxeBuilder({ page }).analyze();
    const faults = violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`),
    );
    expect(faults, JSON.stringify(media)).toEqual([]);
  }
});
