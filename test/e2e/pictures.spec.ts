import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { pngOf } from '../engine/kit/pictures.ts';
import { expect, test } from './app.ts';
import { dragWithin } from './pages.ts';
import { status } from './words.ts';

/** A picture of 400 by 300 pixels: white, with a red square. */
const SIZE = { width: 400, height: 300 };
const PICTURE = pngOf(SIZE.width, SIZE.height, (x, y) =>
  x >= 100 && x < 180 && y >= 50 && y < 110 ? [255, 0, 0] : [255, 255, 255],
);

const library = (page: Page) => page.getByRole('treegrid', { name: 'Documents by case' });
const picture = (page: Page) => page.getByRole('group', { name: 'Picture: view' });
const frame = (page: Page) => page.getByRole('group', { name: /^Part of page/ });
const list = (page: Page) => page.getByRole('region', { name: 'Passages' });

test('a picture is added, a part of it drawn and coded, undone and there again', async ({ app }) => {
  const { page, home } = app;
  await app.newProject();
  writeFileSync(join(home, 'view.png'), PICTURE);
  writeFileSync(join(home, 'bad.png'), '<html>not found</html>');
  await page.getByRole('button', { name: 'Choose files' }).click();
  await page.getByRole('row', { name: 'view.png' }).click({ modifiers: ['ControlOrMeta'] });
  await page.getByRole('row', { name: 'bad.png' }).click({ modifiers: ['ControlOrMeta'] });
  await page.getByRole('button', { name: /^Import \d+ items?$/ }).click();
  const main = page.getByRole('main');
  await expect(main.getByRole('listitem').filter({ hasText: 'view.png' })).toContainText('picture');
  await expect(main.getByRole('listitem').filter({ hasText: 'bad.png' })).toContainText('is none');
  await library(page).getByRole('row', { name: /^view/ }).click();
  // Its page has the focus, since there are no words that could have it.
  await expect(picture(page)).toBeFocused();
  const image = picture(page).getByRole('img', { name: 'view' });
  await expect
    .poll(() => image.evaluate((element) => (element as HTMLImageElement).naturalWidth))
    .toBe(SIZE.width);
  await expect(page.getByRole('button', { name: /^Shown as/ })).toHaveCount(0);

  // By keys: a part in the middle, moved and coded.
  await page.keyboard.press('b');
  await expect(frame(page)).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await page.getByRole('combobox', { name: 'Find or name a code' }).fill('Sky');
  await page.keyboard.press('Enter');
  await expect(status(page)).toContainText(/Sky.* (applied|added)/i);
  await expect(picture(page).locator('.pg-region')).toHaveCount(1);
  await expect(picture(page)).toBeFocused();

  // By the mouse: the red square, of which the list has a picture.
  await page.keyboard.press('Escape');
  await expect(picture(page)).toBeFocused();
  await page.keyboard.press('b');
  await expect(frame(page)).toBeFocused();
  await dragWithin(page, picture(page), SIZE.width, [98, 40], [182, 112]);
  await page.keyboard.press('c');
  await page.getByRole('combobox', { name: 'Find or name a code' }).fill('House');
  await page.keyboard.press('Enter');
  await expect(picture(page).locator('.pg-region')).toHaveCount(2);
  const shots = list(page).locator('img.pg-shot');
  await expect(shots).toHaveCount(2);
  await expect
    .poll(() => shots.first().evaluate((element) => (element as HTMLImageElement).naturalWidth))
    .toBeGreaterThan(50);

  await page.keyboard.press('Control+z');
  await expect(picture(page).locator('.pg-region')).toHaveCount(1);
  await page.keyboard.press('Control+Shift+z');
  await expect(picture(page).locator('.pg-region')).toHaveCount(2);

  // Turned, its parts turn with it; and all is there again after a reload.
  const before = await picture(page).boundingBox();
  await picture(page).focus();
  await page.keyboard.press('Shift+R');
  await expect(async () => {
    const after = await picture(page).boundingBox();
    expect((after?.height ?? 0) / (after?.width ?? 1)).toBeCloseTo(
      (before?.width ?? 0) / (before?.height ?? 1),
      1,
    );
  }).toPass();
  await page.reload();
  await expect(picture(page).locator('.pg-region')).toHaveCount(2);
  await expect(
    page.getByRole('region', { name: 'Margin' }).getByRole('button', { name: /House/ }),
  ).toBeVisible();
});
