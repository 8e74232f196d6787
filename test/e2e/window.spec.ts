import { expect, test } from './app.ts';
import { codedPlans, paragraph, status } from './words.ts';

const WIDE = { width: 1440, height: 900 };
const NARROW = { width: 1024, height: 700 };

test('a window that changes its size keeps what was begun in it', async ({ app }) => {
  const page = await codedPlans(app);
  const left = page.getByRole('navigation', { name: 'Library' });
  const wide = (await left.boundingBox())?.width ?? 0;
  await paragraph(page, 'Who pays').click();
  const place = await status(page).getByText(/^¶/).textContent();
  await page.keyboard.press('c');
  const picker = page.getByRole('combobox', { name: 'Find or name a code' });
  await picker.fill('sch');
  await page.setViewportSize(NARROW);
  await expect(page.getByRole('complementary', { name: 'Inspector' })).toHaveCount(0);
  await expect(picker).toHaveValue('sch');
  await expect(picker).toBeFocused();
  await expect.poll(async () => (await left.boundingBox())?.width).toBeLessThan(wide);
  await page.setViewportSize(WIDE);
  await expect(page.getByRole('complementary', { name: 'Inspector' })).toBeVisible();
  await expect(picker).toHaveValue('sch');
  await expect.poll(async () => (await left.boundingBox())?.width).toBe(wide);
  expect(await status(page).getByText(/^¶/).textContent()).toBe(place);
});

test('the menu of a row opens by the menu key and by Shift+F10', async ({ app }) => {
  const page = await codedPlans(app);
  const row = page.getByRole('treegrid', { name: 'Codes' }).getByRole('row', { name: /^Water/ });
  await row.click();
  for (const key of ['Shift+F10', 'ContextMenu']) {
    await page.keyboard.press(key);
    await expect(page.getByRole('menuitem').first()).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(row).toBeFocused();
  }
});
