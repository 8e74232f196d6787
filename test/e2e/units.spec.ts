import type { Page } from '@playwright/test';
import { type App, expect, test } from './app.ts';
import { applyCode, boxesOf, drag, expectHighlighted, openPlan, paragraph, status } from './words.ts';

const begin = (app: App): Promise<Page> => openPlan(app, 'Machines\n    Halls\n    Water\nPeople');

const code = (page: Page, name: string) =>
  page.getByRole('treegrid', { name: 'Codes' }).getByRole('row', { name: new RegExp(`^${name},`) });

test('opening a document puts the focus into its text, and letters act there at once', async ({ app }) => {
  const page = await begin(app);
  await page
    .getByRole('treegrid', { name: /Documents/ })
    .getByRole('row', { name: /Southland|South/ })
    .last()
    .click();
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.closest('[data-pane=reader]') !== null))
    .toBe(true);
  await page.keyboard.press('j');
  await page.keyboard.press('c');
  await expect(page.getByRole('combobox', { name: 'Find or name a code' })).toBeFocused();
});

test('sentences are moved by, taken together and coded', async ({ app }) => {
  const page = await begin(app);
  const text = paragraph(page, 'Northland is');
  await text.click();
  await page.keyboard.press('.');
  await page.keyboard.press('j');
  await page.keyboard.press('k');
  const whole = (await text.textContent()) ?? '';
  const first = new Intl.Segmenter('en', { granularity: 'sentence' }).segment(whole)[Symbol.iterator]().next()
    .value?.segment;
  await applyCode(page, 'halls');
  await expectHighlighted(text, (first ?? '').trim());
});

test('the last codes again, a quick key, and the words themselves as a code', async ({ app }) => {
  const page = await begin(app);
  const text = paragraph(page, 'Northland is');
  await drag(page, text, 'small country');
  await applyCode(page, 'halls');
  await drag(page, text, 'long winters');
  await page.keyboard.press('r');
  await expect(status(page)).toContainText('Halls applied to: long winters');
  await page.keyboard.press('v');
  await expect(code(page, 'long winters')).toBeVisible();
  await expect(status(page)).toContainText('long winters added');
});

test('ends move by words with keys, as one step, and undo takes them back', async ({ app }) => {
  const page = await begin(app);
  const text = paragraph(page, 'Northland is');
  await drag(page, text, 'small country');
  await applyCode(page, 'halls');
  const words = (await text.textContent()) ?? '';
  const after = /small country\W+\w+\W+\w+/.exec(words)?.[0] ?? '';
  await text.focus();
  await page.keyboard.press('Shift+Alt+ArrowRight');
  await page.keyboard.press('Shift+Alt+ArrowRight');
  // The step is made after a pause, so that several moves are one.
  await expect(async () => expectHighlighted(text, after)).toPass();
  await expect(page.getByRole('button', { name: /^Undo: Change the ends/ })).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(async () => expectHighlighted(text, 'small country')).toPass();
});

test('ends are dragged with the mouse', async ({ app }) => {
  const page = await begin(app);
  const text = paragraph(page, 'Northland is');
  await drag(page, text, 'small country');
  await applyCode(page, 'halls');
  const after = /small country\W+\w+/.exec((await text.textContent()) ?? '')?.[0] ?? '';
  const [to] = (await boxesOf(text, after)).slice(-1);
  const handle = page.getByRole('button', { name: 'End of the passage' });
  await handle.hover();
  await page.mouse.down();
  await page.mouse.move((to?.right ?? 0) - 3, ((to?.top ?? 0) + (to?.bottom ?? 0)) / 2, { steps: 5 });
  await page.mouse.up();
  await expectHighlighted(text, after);
});

test('find marks every place, goes round, and leaves the hit selected to be coded', async ({ app }) => {
  const page = await begin(app);
  await paragraph(page, 'Northland is').click();
  await page.keyboard.press('Control+f');
  const field = page.getByRole('searchbox', { name: 'Find in this document' });
  await expect(field).toBeFocused();
  await field.fill('THE ');
  const marks = () =>
    page.evaluate(() => [...(CSS.highlights.get('found') ?? [])].map((range) => String(range).toLowerCase()));
  await expect.poll(async () => new Set(await marks())).toEqual(new Set(['the']));
  await expect(page.getByRole('search')).toContainText(/^1 of \d+/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('search')).toContainText(/^2 of \d+/);
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.press('Shift+Enter');
  await expect(page.getByRole('search')).toContainText(/^(\d+) of \1/);
  await page.keyboard.press('Escape');
  await expect(field).toBeHidden();
  await applyCode(page, 'water');
  await expect(status(page)).toContainText(/Water applied to: the, 1 word/i);
});

test('highlights can be lines only or off, and the text larger', async ({ app }) => {
  const page = await begin(app);
  const text = paragraph(page, 'Northland is');
  await drag(page, text, 'small country');
  await applyCode(page, 'halls');
  await text.focus();
  const before = (await text.boundingBox())?.height ?? 0;
  await page.keyboard.press('h');
  await expect(page.getByRole('button', { name: /Highlights/ })).toContainText('Lines only');
  await page.keyboard.press('Control+Alt+=');
  await page.keyboard.press('Control+Alt+=');
  await expect.poll(async () => (await text.boundingBox())?.height ?? 0).toBeGreaterThan(before);
  await expect(page.getByRole('button', { name: /^Size/ })).toContainText('125 %');
});

test('a code is dropped on the paragraph that it is dragged to', async ({ app }) => {
  const page = await begin(app);
  const text = paragraph(page, 'Northland is');
  await code(page, 'Water').dragTo(text);
  await expect(status(page)).toContainText('Water applied to: Northland is');
  // In the margin, the paragraph is coded that the mouse is beside.
  const box = await text.boundingBox();
  const margin = page.getByRole('region', { name: 'Margin' });
  const edge = await margin.boundingBox();
  await code(page, 'Halls').dragTo(margin, {
    targetPosition: { x: 150, y: (box?.y ?? 0) + 10 - (edge?.y ?? 0) },
  });
  await expect(status(page)).toContainText('Halls added. This passage now has 2 codes');
});

test('moving says where one has come to once one rests there, as far as the person wants to hear it', async ({
  app,
}) => {
  const page = await begin(app);
  const text = paragraph(page, 'Northland is');
  await text.click();
  await page.evaluate(() => {
    const said: string[] = [];
    Object.assign(window, { said });
    Object.assign(document, { ariaNotify: (sentence: string) => said.push(sentence) });
  });
  const said = () => page.evaluate(() => (window as unknown as { said: string[] }).said.splice(0));
  await page.keyboard.press('.');
  await page.keyboard.press('j');
  await page.keyboard.press('k');
  await page.waitForTimeout(800);
  const heard = await said();
  expect(heard[0]).toBe('Sentence');
  expect(heard.at(-1)).toMatch(/^Sentence 1 of \d+, paragraph 2 of \d+: Northland is/);
  await expect(status(page)).toContainText(/¶ 2 of \d+, sentence 1 of \d+/);

  await page.keyboard.press('Control+,');
  const settings = page.getByRole('dialog', { name: 'Settings' });
  await settings.getByRole('radio', { name: 'Changes only' }).click();
  await page.keyboard.press('Escape');
  await text.click();
  await said();
  await page.keyboard.press('j');
  await page.waitForTimeout(800);
  expect(await said()).toEqual([]);
  await applyCode(page, 'halls');
  await expect.poll(said).toContainEqual(expect.stringMatching(/^Halls applied to/));

  await page.keyboard.press('Control+,');
  await settings
    .getByRole('radiogroup', { name: 'Announcements' })
    .getByRole('radio', { name: 'Off' })
    .click();
  await page.keyboard.press('Escape');
  await said();
  await page.keyboard.press('Control+z');
  await expect(status(page)).not.toContainText('Undo: Apply');
  expect(await said()).toEqual([]);
});

test('text is set in another face, with other lines; highlights stay on their words, and it is kept', async ({
  app,
}) => {
  const page = await begin(app);
  const text = paragraph(page, 'Northland is');
  await drag(page, text, 'small country');
  await applyCode(page, 'halls');
  const before = (await text.boundingBox())?.width ?? 0;
  await page.keyboard.press('Control+,');
  const settings = page.getByRole('dialog', { name: 'Settings' });
  const choose = (look: string, name: string) =>
    settings.getByRole('radiogroup', { name: look }).getByRole('radio', { name }).click();
  await choose('Typeface', 'Sans serif');
  await choose('Length of lines', 'Wide');
  await choose('Height of lines', 'Open');
  await page.keyboard.press('Escape');
  await expect.poll(async () => (await text.boundingBox())?.width ?? 0).toBeGreaterThan(before + 40);
  await expect(text).toHaveCSS('font-family', /^"?Inter/);
  await expect(text).toHaveCSS('line-height', '34px');
  await expectHighlighted(text, 'small country');
  await page.getByRole('button', { name: /^Size/ }).click();
  await page.getByRole('menuitem', { name: 'Typeface' }).hover();
  await page
    .getByRole('menuitemradio', { name: 'Serif', exact: true })
    .or(page.getByRole('menuitem', { name: 'Serif', exact: true }))
    .click();
  await expect(text).toHaveCSS('font-family', /^"?Source Serif/);
  await expectHighlighted(text, 'small country');
  await page.waitForTimeout(800);
  await app.restart();
  await page.getByRole('button', { name: /^Two towns/ }).click();
  await expect(text).toHaveCSS('line-height', '34px');
});
