import type { Locator, Page } from '@playwright/test';
import { type App, expect } from './app.ts';

/** A rectangle of the window in px. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The text of the paragraph that begins so. */
export function paragraph(page: Page, begins: string): Locator {
  const start = new RegExp(`^${begins.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`);
  return page.locator('[data-start]').filter({ hasText: start });
}

/** Where words of a paragraph stand, one rectangle per line, as the browser itself says. */
export function boxesOf(text: Locator, words: string): Promise<Box[]> {
  return text.evaluate((element, wanted) => {
    const at = element.textContent?.indexOf(wanted) ?? -1;
    if (at < 0) throw new Error(`“${wanted}” is not in “${element.textContent}”`);
    const range = document.createRange();
    let before = 0;
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const length = node.nodeValue?.length ?? 0;
      if (before <= at && at < before + length) range.setStart(node, at - before);
      const end = at + wanted.length;
      if (before < end && end <= before + length) range.setEnd(node, end - before);
      before += length;
    }
    const lines: { left: number; top: number; right: number; bottom: number }[] = [];
    for (const { left, top, right, bottom, width } of range.getClientRects()) {
      const line = lines.find((other) => Math.abs(other.top - top) < 8);
      if (width < 1) continue;
      if (line === undefined) lines.push({ left, top, right, bottom });
      else Object.assign(line, { left: Math.min(line.left, left), right: Math.max(line.right, right) });
    }
    return lines;
  }, words);
}

/**
 * Drags the mouse over words, from their first letter to their last. Where a press falls on the very middle of a letter,
 * Chromium takes up no selection at all; then it is tried again a little further on.
 */
export async function drag(page: Page, text: Locator, words: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  for (const inset of [1, 1.7, 2.4]) {
    const boxes = await boxesOf(text, words);
    const [first] = boxes;
    const last = boxes.at(-1);
    if (first === undefined || last === undefined) throw new Error(`“${words}” cannot be seen`);
    await page.mouse.move(first.left + inset, (first.top + first.bottom) / 2);
    await page.mouse.down();
    await page.mouse.move((first.left + last.right) / 2, (last.top + last.bottom) / 2, { steps: 4 });
    await page.mouse.move(last.right - inset, (last.top + last.bottom) / 2, { steps: 4 });
    await page.mouse.up();
    if ((await selected(page)) !== '') return;
    // Not so soon that it would count as a double click.
    await page.waitForTimeout(600);
  }
  throw new Error(`“${words}” could not be selected`);
}

/** What is selected on the page. */
export const selected = (page: Page): Promise<string> => page.evaluate(() => String(getSelection()));

/** The highlights in the row of a paragraph: the grounds behind words, merged by line. */
export function highlights(text: Locator): Promise<Box[]> {
  return text.evaluate((element) => {
    const lines = new Map<number, { left: number; top: number; right: number; bottom: number }>();
    for (const rect of element.closest('[data-index]')?.querySelectorAll('svg .hl-tint, svg .hl-many') ??
      []) {
      const { left, top, right, bottom } = rect.getBoundingClientRect();
      const line = lines.get(Math.round(top));
      lines.set(
        Math.round(top),
        line
          ? { left: Math.min(left, line.left), top, right: Math.max(right, line.right), bottom }
          : { left, top, right, bottom },
      );
    }
    return [...lines.values()].sort((a, b) => a.top - b.top);
  });
}

/** Expects the highlights of a paragraph to cover exactly these words: to the pixel sideways, and the letters in height. */
export async function expectHighlighted(text: Locator, words: string): Promise<void> {
  // What was done is on the page a frame or two later.
  await expect(async () => {
    const wanted = await boxesOf(text, words);
    const found = await highlights(text);
    expect(found).toHaveLength(wanted.length);
    for (const [index, box] of wanted.entries()) {
      const mark = found[index];
      expect(mark?.left).toBeCloseTo(box.left, 0);
      // A space hangs over the end of a wrapped line: it is the browser's, not a word's.
      expect(Math.abs((mark?.right ?? 0) - box.right)).toBeLessThan(6);
      expect(mark?.top).toBeLessThanOrEqual(box.top + 1);
      expect(mark?.bottom).toBeGreaterThanOrEqual(box.bottom - 1);
    }
  }).toPass({ timeout: 15_000 });
}

/** Opens the picker, finds a code by typing and applies it; waits until the engine has answered. */
export async function applyCode(page: Page, name: string): Promise<void> {
  await page.keyboard.press('c');
  await page.getByRole('combobox', { name: 'Find or name a code' }).fill(name);
  await page.keyboard.press('Enter');
  await expect(status(page)).toContainText(new RegExp(`${name}.* (applied|added)`, 'i'));
}

/** The status line. */
export const status = (page: Page): Locator => page.getByRole('contentinfo');

/** Makes a project with the fixture plans and these codes, and opens the first plan. */
export async function openPlan(app: App, codes: string): Promise<Page> {
  await app.newProject();
  await app.importPlans();
  await app.page.getByRole('button', { name: 'Open the first' }).click();
  await app.addCodes(codes);
  await paragraph(app.page, 'Northland is').waitFor();
  return app.page;
}

/** Makes a project of two documents of two cases: two passages of Halls, one in each, and one of Water, under it, in the first. */
export async function codedPlans(app: App): Promise<Page> {
  const page = await openPlan(app, 'Halls\n    Water\nSchools');
  await drag(page, paragraph(page, 'The ministry'), 'old mill');
  await applyCode(page, 'halls');
  await drag(page, paragraph(page, 'Every hall'), 'its use of water');
  await applyCode(page, 'water');
  await page.getByRole('row', { name: /Southland: a short plan/ }).click();
  await drag(page, paragraph(page, 'Who pays'), 'rented hall');
  await applyCode(page, 'halls');
  return page;
}
