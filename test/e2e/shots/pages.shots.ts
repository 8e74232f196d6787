import { existsSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { test } from '../app.ts';
import { openPublished, press, shoot } from './kit.ts';
import { PUBLISHED } from './seed.ts';

/** Codes what is present with a code of the codebook. */
async function code(page: Page, typed: string): Promise<void> {
  await press(page, 'c');
  await page.keyboard.type(typed);
  await press(page, 'Enter');
  await page.waitForTimeout(500);
}

test('plans as they were published', async ({ app }) => {
  test.skip(!existsSync(PUBLISHED), 'the plans as PDF are not there');
  const page = await openPublished(app, 'uk');
  await shoot(page, 'pages', { wide: true, forced: true });
  await press(page, 'j', 'j', 'j', 'j', 'j');
  await code(page, 'Compute');
  await press(page, 'Escape', 'ArrowRight', 'ArrowRight', 'j', 'j');
  await code(page, 'Upskilling');
  await press(page, 'Escape', 'j', 'Shift+j');
  await code(page, 'Data sharing');
  await shoot(page, 'pages-coded', { wide: true, forced: true });
  await press(page, 'Escape', 'Shift+p');
  await shoot(page, 'pages-dim');
  await press(page, 'Shift+p');
  await shoot(page, 'pages-dark');
  await press(page, 'Shift+p', 'Shift+w');
  await shoot(page, 'pages-whole');
  await press(page, 'Shift+r');
  await shoot(page, 'pages-turned');
  await press(page, 'Shift+r', 'Shift+r', 'Shift+r', 'w', 'Control+f');
  await page.keyboard.type('plan');
  await shoot(page, 'pages-find', { forced: true });
  await press(page, 'Escape', 'Escape', 'b');
  await shoot(page, 'region-marking', { forced: true });
  await press(page, 'Enter');
  await page.keyboard.type('Energy');
  await shoot(page, 'region-picker');
  await press(page, 'Enter');
  await page.waitForTimeout(2500);
  await shoot(page, 'region');
  await press(page, 'Escape', 'Escape', 'p');
  await page.waitForTimeout(1500);
  await shoot(page, 'pages-as-text', { forced: true });
  await press(page, 'p', 'Shift+c');
  await page.waitForTimeout(1500);
  await shoot(page, 'contents-pages', { forced: true });
});
