import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { type App, expect, test } from './app.ts';
import {
  applyCode,
  boxesOf,
  drag,
  expectHighlighted,
  highlights,
  openPlan,
  paragraph,
  selected,
  status,
} from './words.ts';

const CODES = 'Machines\n    Halls\n    Water\nPeople\n    Teachers\n    Trust in people';

const begin = (app: App): Promise<Page> => openPlan(app, CODES);

test('words selected with the mouse get a code, and the highlight covers exactly them', async ({ app }) => {
  const page = await begin(app);
  const text = paragraph(page, 'Northland is');
  await drag(page, text, 'small country');
  await expect.poll(() => selected(page)).toBe('small country');
  await applyCode(page, 'halls');
  await expectHighlighted(text, 'small country');
  await expect(status(page)).toContainText('Halls applied to: small country, 2 words');
  const inspector = page.getByRole('complementary', { name: 'Inspector' });
  await expect(inspector.getByText('small country', { exact: true })).toBeVisible();
  await expect(inspector.getByText('2 words.')).toBeVisible();
  await expect(
    page.getByRole('region', { name: 'Margin' }).getByRole('button', { name: 'Halls, 2 words, by Ada Kern' }),
  ).toBeVisible();
});

test('a selection over several lines, marks and an emoji is coded to the unit', async ({ app }) => {
  const page = await begin(app);
  const text = paragraph(page, 'The ministry buys');
  await drag(page, text, 'harbour town. 🌊🛠️ A second Semiconductor hall opens');
  await applyCode(page, 'water');
  await expectHighlighted(text, 'harbour town. 🌊🛠️ A second Semiconductor hall opens');
  await expect(page.locator('.in-sec blockquote')).toHaveText(
    'harbour town. 🌊🛠️ A second Semiconductor hall opens',
  );
});

test('the picker creates a code, stays open for several, and says what is there already', async ({ app }) => {
  const page = await begin(app);
  const text = paragraph(page, 'Northland is');
  await drag(page, text, 'long winters');
  await page.getByRole('button', { name: 'Apply a code' }).last().click();
  const field = page.getByRole('combobox', { name: 'Find or name a code' });
  await expect(field).toBeFocused();
  await expect(page.getByRole('dialog', { name: 'Apply a code to “long winters”' })).toBeVisible();

  await field.fill('Winter');
  await expect(page.getByRole('option')).toHaveText(['Create “Winter”⏎']);
  await field.press('Control+Enter');
  await expect(page.getByRole('treegrid', { name: 'Codes' }).getByText('Winter')).toBeVisible();
  await expect(field).toHaveValue('');

  await field.fill('winter');
  await expect(page.getByRole('option').first()).toContainText('on this passage');
  await field.press('Control+Enter');
  await expect(page.getByText('already', { exact: false }).first()).toBeVisible();

  await field.fill('tip');
  await expect(page.getByRole('option').first()).toContainText('Trust in people');
  await field.press('Enter');
  await expect(status(page)).toContainText('Trust in people added. This passage now has 2 codes');
  await expect(field).toBeHidden();
  await expectHighlighted(text, 'long winters');
});

test('the picker opens under the passage, never over it, and inside the window', async ({ app }) => {
  const page = await begin(app);
  for (const begins of ['Northland is', 'Nobody', 'Teachers learn']) {
    const text = paragraph(page, begins === 'Nobody' ? 'The ministry buys' : begins);
    await text.click();
    await page.keyboard.press('c');
    const picker = page.getByRole('dialog', { name: /^Apply a code to/ });
    await expect(picker).toBeVisible();
    const box = await picker.boundingBox();
    const words = await text.boundingBox();
    if (box === null || words === null) throw new Error('Nothing to be seen');
    expect(box.y).toBeGreaterThanOrEqual(words.y + words.height - 8);
    expect(box.y + box.height).toBeLessThanOrEqual(900);
    expect(box.x + box.width).toBeLessThanOrEqual(1440);
    await page.keyboard.press('Escape');
    await expect(picker).toBeHidden();
    await expect(text).toBeFocused();
  }
});

test('codes are removed one or all, comments written, and every step undone and redone', async ({ app }) => {
  const page = await begin(app);
  const text = paragraph(page, 'Northland is');
  await drag(page, text, 'long winters');
  await applyCode(page, 'halls');
  await applyCode(page, 'water');
  const inspector = page.getByRole('complementary', { name: 'Inspector' });
  await expect(inspector.getByRole('button', { name: /^Remove / })).toHaveCount(2);

  await page.keyboard.press('Shift+M');
  await expect(inspector.getByLabel('Comment on this passage')).toBeFocused();
  await page.keyboard.type('How long?');
  await page.keyboard.press('Control+Enter');
  await expect(status(page)).toContainText('Comment saved');
  await expect(text).toBeFocused();

  await page.keyboard.press('x');
  await expect(page.getByRole('menuitem', { name: 'Halls' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(status(page)).toContainText('Code removed: Halls');
  await expect(text).toBeFocused();
  await inspector.getByRole('button', { name: 'Remove Water' }).click();
  await expect(inspector.getByText('No code lies on this passage.')).toBeVisible();
  await expect(status(page)).toContainText('Code removed: Water');
  await expect.poll(() => highlights(text)).toEqual([]);

  await text.click();
  for (const step of ['Water', 'Halls', 'comment']) {
    await page.keyboard.press('Control+z');
    await expect(status(page)).toContainText(new RegExp(`Undone: .*${step}`));
  }
  await expectHighlighted(text, 'long winters');
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect.poll(() => highlights(text)).toEqual([]);
  await page.keyboard.press('Control+Shift+Z');
  await expectHighlighted(text, 'long winters');
});

test('a press on overlapping highlights selects the shortest passage, and goes round', async ({ app }) => {
  const page = await begin(app);
  const text = paragraph(page, 'Northland is');
  await drag(page, text, 'a small country with long winters');
  await applyCode(page, 'halls');
  await drag(page, text, 'country');
  await applyCode(page, 'water');
  await page.keyboard.press('Escape');
  const box = (await highlights(text))[0];
  if (box === undefined) throw new Error('No highlight');
  const quote = page.locator('.in-sec blockquote');
  const middle = async () => {
    const [words] = await boxesOf(text, 'country');
    if (words !== undefined)
      await page.mouse.click((words.left + words.right) / 2, (words.top + words.bottom) / 2);
    // Two presses close together would be a double click, which selects a word.
    await page.waitForTimeout(600);
  };
  await middle();
  await expect(quote).toHaveText('country');
  await middle();
  await expect(quote).toHaveText('a small country with long winters');
  await middle();
  await expect(quote).toHaveText('country');
});

/** The contrast between the ground of a piece of the window and the strongest ink on it, measured on its pixels. */
async function contrastOf(
  page: Page,
  clip: { x: number; y: number; width: number; height: number },
): Promise<number> {
  const picture = (await page.screenshot({ clip })).toString('base64');
  return page.evaluate(async (data) => {
    const image = new Image();
    image.src = `data:image/png;base64,${data}`;
    await image.decode();
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = canvas.getContext('2d');
    if (context === null) throw new Error('No canvas');
    context.drawImage(image, 0, 0);
    const { data: bytes } = context.getImageData(0, 0, image.width, image.height);
    const linear = (byte: number) =>
      byte / 255 <= 0.04045 ? byte / 255 / 12.92 : ((byte / 255 + 0.055) / 1.055) ** 2.4;
    const counts = new Map<number, number>();
    for (let at = 0; at < bytes.length; at += 4) {
      const light =
        0.2126 * linear(bytes[at] ?? 0) +
        0.7152 * linear(bytes[at + 1] ?? 0) +
        0.0722 * linear(bytes[at + 2] ?? 0);
      counts.set(light, (counts.get(light) ?? 0) + 1);
    }
    const ground = [...counts].reduce((a, b) => (b[1] > a[1] ? b : a))[0];
    return Math.max(
      ...[...counts.keys()].map((ink) => (Math.max(ink, ground) + 0.05) / (Math.min(ink, ground) + 0.05)),
    );
  }, picture);
}

for (const scheme of ['light', 'dark'] as const) {
  test(`words under one, two and three codes can be read, ${scheme}`, async ({ app }) => {
    const page = await begin(app);
    await page.emulateMedia({ colorScheme: scheme });
    const text = paragraph(page, 'Northland is');
    for (const [count, words] of ['small country', 'long winters', 'machines that read'].entries()) {
      await drag(page, text, words);
      for (const code of ['halls', 'water', 'teachers'].slice(0, count + 1)) await applyCode(page, code);
      await page.keyboard.press('Escape');
    }
    await expect(page.locator('svg .hl-many').first()).toBeVisible();
    for (const words of ['small country', 'long winters', 'machines that read']) {
      for (const box of await boxesOf(text, words)) {
        // The letters without the threads below them.
        const clip = { x: box.left, y: box.top + 2, width: box.right - box.left, height: 18 };
        expect(await contrastOf(page, clip), words).toBeGreaterThan(4.5);
      }
    }
  });
}

test('the whole loop goes by keyboard alone', async ({ app }) => {
  const page = await begin(app);
  const text = paragraph(page, 'Northland is');
  await page.keyboard.press('F6');
  for (let tries = 0; tries < 8; tries++) {
    if (await page.evaluate(() => document.activeElement?.closest('[data-pane=reader]') !== null)) break;
    await page.keyboard.press('F6');
  }
  while (!(await page.evaluate(() => document.activeElement?.hasAttribute('data-start'))))
    await page.keyboard.press('Tab');
  await page.keyboard.press('j');
  await expect(text).toBeFocused();
  await applyCode(page, 'trust');
  await expect(status(page)).toContainText('Trust in people applied to: Northland is');
  await expect(text).toBeFocused();
  await page.keyboard.press('Shift+M');
  await page.keyboard.type('By keys');
  await page.keyboard.press('Control+Enter');
  await expect(status(page)).toContainText('Comment saved');

  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('Shift+J');
  await page.keyboard.press('c');
  await page.keyboard.type('Several paragraphs');
  await page.keyboard.press('Enter');
  await expect(status(page)).toContainText('Several paragraphs applied');
  await page.keyboard.press('[');
  await expect(page.locator('.in-sec blockquote')).toContainText('Northland is');
  await expect(text).toBeFocused();
  await expect(text).toHaveAccessibleDescription('1 code: Trust in people');
  await page.keyboard.press('x');
  await expect(status(page)).toContainText('Code removed: Trust in people');
  await page.keyboard.press('Control+z');
  await expect(text).toHaveAccessibleDescription('1 code: Trust in people');
});

test('what was done is there again after the program was closed', async ({ app }) => {
  const page = await begin(app);
  await drag(page, paragraph(page, 'Northland is'), 'long winters');
  await applyCode(page, 'halls');
  await app.restart();
  await page
    .getByRole('button', { name: /Two towns/ })
    .first()
    .click();
  const text = paragraph(page, 'Northland is');
  await expect(async () => {
    await page
      .getByRole('treegrid', { name: /Documents/ })
      .getByRole('row', { name: /Plan for thinking machines/ })
      .click();
    await expect(text).toBeVisible({ timeout: 1000 });
  }).toPass();
  await expectHighlighted(text, 'long winters');
});

test('axe finds nothing in the reader, its picker and the inspector', async ({ app }) => {
  const page = await begin(app);
  await drag(page, paragraph(page, 'Northland is'), 'long winters');
  await applyCode(page, 'halls');
  await applyCode(page, 'water');
  const parts = () => new AxeBuilder({ page }).include('[data-pane=reader]').include('[data-pane=inspector]');
  expect((await parts().analyze()).violations).toEqual([]);
  await page.keyboard.press('c');
  await page.getByRole('combobox', { name: 'Find or name a code' }).fill('a');
  expect((await parts().analyze()).violations).toEqual([]);
});
