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

test('a low window leaves the height to the text, until a list is asked for', async ({ app }) => {
  const page = await codedPlans(app);
  const drawer = page.getByRole('region', { name: 'Passages' });
  await page.setViewportSize({ width: 720, height: 450 });
  await expect(drawer).toHaveCount(0);
  expect((await page.getByRole('main').boundingBox())?.height).toBeGreaterThan(300);
  await page.keyboard.press('Control+Shift+h');
  await expect(drawer).toBeVisible();
  await page.keyboard.press('Control+j');
  await expect(drawer).toHaveCount(0);
  await page.setViewportSize(WIDE);
  await expect(drawer).toBeVisible();
});

test('chords act while something is typed, but for those that edit it', async ({ app }) => {
  const page = await codedPlans(app);
  await page.keyboard.press('Control+Shift+f');
  const field = page.getByRole('searchbox', { name: 'Search the documents' });
  await field.fill('mill');
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+c');
  await page.keyboard.press('Control+b');
  await expect(page.getByRole('navigation', { name: 'Library' })).toBeVisible();
  await expect(field).toBeFocused();
  await page.keyboard.press('Control+Shift+h');
  await expect(page.getByRole('radio', { name: 'History' })).toBeChecked();
  await page.keyboard.press('Control+Shift+f');
  await expect(field).toHaveValue('mill');
  await page.keyboard.press('Control+Alt+w');
  await expect(page.getByRole('button', { name: /^Two towns/ })).toBeVisible();
});
