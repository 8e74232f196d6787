import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { type App, expect, test } from './app.ts';
import { applyCode, drag, expectHighlighted, openPlan, paragraph, selected, status } from './words.ts';

const CODES = 'Machines\n    Halls\n    Water\nPeople';

const begin = (app: App): Promise<Page> => openPlan(app, CODES);

/** Kills the engine, as running out of memory does: whoever holds the project says so beside it. */
function killEngine(app: App): void {
  const holder = JSON.parse(readFileSync(join(app.project, 'Two towns.colligo-holder'), 'utf8'));
  process.kill(holder.pid, 'SIGKILL');
}

const stripe = (page: Page, code: string) =>
  page.getByRole('region', { name: 'Margin' }).getByRole('button', { name: `${code}, 2 words, by Ada Kern` });

const notice = (page: Page) => page.getByText('Colligo’s engine stopped and was started again.');

test('an engine that dies is started again: nothing is lost, and the page says what happened', async ({
  app,
}) => {
  const page = await begin(app);
  const text = paragraph(page, 'Northland is');
  await drag(page, text, 'small country');
  await applyCode(page, 'halls');
  await expect(status(page)).toContainText('Halls applied to: small country');
  killEngine(app);
  await expect(notice(page)).toBeVisible();
  await expect(page.getByText(/Everything saved up to \d+:\d\d:\d\d/)).toBeVisible();
  await expectHighlighted(text, 'small country');
  await expect(status(page)).toContainText(/Saved \d/);

  await drag(page, text, 'long winters');
  await expect.poll(() => selected(page)).toBe('long winters');
  await applyCode(page, 'water');
  await expect(status(page)).toContainText('Water applied to: long winters');
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await expect(notice(page)).toBeHidden();
  await app.restart();
  await page.getByRole('button', { name: /^Two towns/ }).click();
  for (const code of ['Halls', 'Water']) await expect(stripe(page, code)).toBeVisible();
});

test('words that are being typed stay in their field, and are saved by the next engine', async ({ app }) => {
  const page = await begin(app);
  await drag(page, paragraph(page, 'Northland is'), 'small country');
  await applyCode(page, 'halls');
  const comment = page.getByRole('textbox', { name: 'Comment' });
  await comment.fill('Said twice in the');
  killEngine(app);
  await expect(notice(page)).toBeVisible();
  await expect(comment).toHaveValue('Said twice in the');
  await comment.fill('Said twice in the text.');
  await comment.press('Tab');
  await expect(status(page)).toContainText(/Saved \d/);
  await app.restart();
  await page.getByRole('button', { name: /^Two towns/ }).click();
  await expect(page.getByRole('textbox', { name: 'Comment' })).toHaveValue('Said twice in the text.');
});

test('an engine that dies again and again is given up, and the page says what to do', async ({ app }) => {
  const page = await begin(app);
  for (const _ of [1, 2]) {
    killEngine(app);
    await expect(notice(page)).toBeVisible();
    await page.getByRole('button', { name: 'Dismiss' }).click();
  }
  killEngine(app);
  await expect(page.getByText('Colligo’s engine stops again and again')).toBeVisible();
  await expect(page.getByText('start it again')).toBeVisible();
  await expect(status(page)).toContainText('Not connected.');
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Colligo is not connected' })).toBeVisible();
});
