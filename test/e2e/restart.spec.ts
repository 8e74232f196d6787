import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { applyCode, drag, paragraph } from './words.ts';

/** The paragraph at the head of the page of text. */
const topmost = (page: Page) =>
  page.evaluate(() => {
    const top = document.querySelector('.rd-sheet')?.getBoundingClientRect().top ?? 0;
    const there = [...document.querySelectorAll('[data-start]')].find(
      (each) => each.getBoundingClientRect().bottom > top + 8,
    );
    return there?.getAttribute('data-start');
  });

test('after a restart everything is as it was left, though the browser has forgotten all', async ({
  app,
}) => {
  const { page } = app;
  await page.setViewportSize({ width: 1200, height: 560 });
  const address = new URL(page.url()).host;
  await app.newProject();
  await app.importPlans();
  await page.getByRole('button', { name: 'Open the first' }).click();
  await app.addCodes('Machines\nPeople');
  await drag(page, paragraph(page, 'Northland is'), 'small country');
  await applyCode(page, 'machines');
  await page.getByRole('row', { name: /^Southland: a short plan/ }).click();
  const tabs = page.getByRole('tab');
  await expect(tabs).toHaveCount(2);
  await tabs.first().click();
  await page
    .getByRole('region', { name: 'Margin' })
    .getByRole('button', { name: 'Machines, 2 words' })
    .click();
  await expect(page.getByRole('heading', { name: 'Passage', exact: true })).toBeVisible();

  await page.getByRole('button', { name: 'Next theme' }).click();
  await page.getByRole('radio', { name: 'History' }).click();
  await page.getByRole('button', { name: 'Add a condition' }).click();
  await page.getByRole('menuitem', { name: 'Text' }).click();
  await page.getByRole('textbox', { name: 'Words' }).fill('country');
  await page.getByRole('button', { name: 'Apply', exact: true }).click();
  const scope = page.getByRole('region', { name: 'Scope' });
  await expect(scope).toContainText('“country”');
  await page.keyboard.press('Control+b');
  await expect(page.getByRole('navigation', { name: 'Library' })).toBeHidden();
  await page.mouse.move(400, 250);
  await page.mouse.wheel(0, 260);
  await expect.poll(() => topmost(page)).not.toBe('0');
  await page.waitForTimeout(800);
  const place = await topmost(page);

  await page.evaluate(() => {
    localStorage.clear();
    sessionStorage.clear();
  });
  await app.restart();
  expect(new URL(page.url()).host).toBe(address);
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.getByRole('button', { name: /^Two towns/ }).click();
  await expect(tabs).toHaveCount(2);
  await expect(tabs.first()).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByRole('heading', { name: 'Passage', exact: true })).toBeVisible();
  await expect(page.locator('.in-sec blockquote')).toHaveText('small country');
  await expect(page.getByRole('radio', { name: 'History' })).toBeChecked();
  await expect(scope).toContainText('“country”');
  await expect(page.getByRole('navigation', { name: 'Library' })).toBeHidden();
  await expect.poll(() => topmost(page)).toBe(place);
});
