import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { dragWithin, goTo, openPdf, ready, rectsOn, sheet } from './pages.ts';
import { applyCode, status } from './words.ts';

const frame = (page: Page) => page.getByRole('group', { name: /^Part of page/ });

/** Where an element stands on a page of A4, in points from its top left corner. */
async function pointsOf(page: Page, number: number, selector: string) {
  const on = await sheet(page, number).boundingBox();
  const [box] = await rectsOn(page, number, selector);
  const scale = (on?.width ?? 0) / 595;
  const round = (value: number) => Math.round(value / scale);
  return box === undefined
    ? null
    : {
        x: round(box.left - (on?.x ?? 0)),
        y: round(box.top - (on?.y ?? 0)),
        width: round(box.right - box.left),
        height: round(box.bottom - box.top),
      };
}

/** Presses the mouse at a place of a page in points, and drags it to another. */
const dragOn = (page: Page, number: number, from: readonly [number, number], to: readonly [number, number]) =>
  dragWithin(page, sheet(page, number), 595, from, to);

/** Expects an element to stand at a place of a page, in points, give or take what a px is. */
async function expectAt(
  page: Page,
  number: number,
  selector: string,
  wanted: Readonly<Record<'x' | 'y' | 'width' | 'height', number>>,
): Promise<void> {
  await expect(async () => {
    const found = await pointsOf(page, number, selector);
    for (const side of ['x', 'y', 'width', 'height'] as const)
      expect(Math.abs((found?.[side] ?? -99) - wanted[side]), side).toBeLessThan(2.5);
  }).toPass({ timeout: 15_000 });
}

const list = (page: Page) => page.getByRole('region', { name: 'Passages' });

test('a part of a page is marked, moved and coded by keys, listed with its picture, and taken back', async ({
  app,
}) => {
  const page = await openPdf(app);
  await ready(page, 1);
  await sheet(page, 1).getByText('Machines that read').click();
  await page.keyboard.press('b');
  await expect(frame(page)).toBeFocused();
  const before = await pointsOf(page, 1, '.pg-frame');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Alt+ArrowUp');
  await expectAt(page, 1, '.pg-frame', {
    x: (before?.x ?? 0) + 10,
    y: (before?.y ?? 0) + 9,
    width: (before?.width ?? 0) + 10,
    height: before?.height ?? 0,
  });
  await page.keyboard.press('Enter');
  await page.getByRole('combobox', { name: 'Find or name a code' }).fill('compute');
  await page.keyboard.press('Enter');
  await expect(status(page)).toContainText(/Compute.* (applied|added)/i);
  await expect(sheet(page, 1).locator('.pg-region')).toHaveCount(1);
  // A second code on the very same part.
  await applyCode(page, 'data');
  await expect(sheet(page, 1).locator('.pg-region')).toHaveCount(1);
  const picture = list(page).locator('img.pg-shot');
  await expect(picture.first()).toBeVisible();
  await expect
    .poll(() => picture.first().evaluate((image) => (image as HTMLImageElement).naturalWidth))
    .toBeGreaterThan(100);
  await expect(
    page.getByRole('region', { name: 'Margin' }).getByRole('button', { name: /Compute/ }),
  ).toBeVisible();
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect(sheet(page, 1).locator('.pg-region')).toHaveCount(0);
});

test('a part of a page is drawn and reshaped with the mouse, as one step', async ({ app }) => {
  const page = await openPdf(app);
  await goTo(page, '3');
  await expect(sheet(page, 5).locator('.pg-picture[data-drawn]')).toBeVisible();
  await page.locator('.rd-sheet').evaluate((element) => element.scrollBy(0, 120));
  await sheet(page, 5).click();
  await page.keyboard.press('b');
  await expect(frame(page)).toBeVisible();
  await dragOn(page, 5, [140, 230], [460, 450]);
  await expectAt(page, 5, '.pg-frame', { x: 140, y: 230, width: 320, height: 220 });
  await applyCode(page, 'energy');
  await expectAt(page, 5, '.pg-region', { x: 140, y: 230, width: 320, height: 220 });
  // By the corner, and by the inside.
  await dragOn(page, 5, [460, 450], [400, 400]);
  await dragOn(page, 5, [300, 300], [320, 310]);
  await expectAt(page, 5, '.pg-region', { x: 160, y: 240, width: 260, height: 170 });
  await expect(page.getByRole('button', { name: /^Undo:/ })).not.toHaveAccessibleName(/Apply/);
  await page.keyboard.press('Control+z');
  await expectAt(page, 5, '.pg-region', { x: 140, y: 230, width: 320, height: 220 });
  // What is begun and given up leaves nothing.
  await page.keyboard.press('Escape');
  await page.keyboard.press('b');
  await page.keyboard.press('Escape');
  await expect(frame(page)).toHaveCount(0);
});
