import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { App } from '../app.ts';
import { PLANS, PUBLISHED, seed } from './seed.ts';

const ROOT = join(import.meta.dirname, '../../..');
const OUT = join(ROOT, 'shots');

const SIZES = [
  { name: '1440', width: 1440, height: 900 },
  { name: '1024', width: 1024, height: 700 },
] as const;

/** Sizes of the few states that are looked at on a large screen, and magnified as by 200 % zoom. */
const WIDE = [
  { name: '2560', width: 2560, height: 1440 },
  { name: 'zoom200', width: 720, height: 450 },
] as const;

/** Runs the command line for the same person. */
function colligo(app: App, ...args: string[]): string {
  return execFileSync(process.execPath, [join(ROOT, 'out/main/cli.js'), ...args], {
    env: { ...process.env, HOME: app.home, COLLIGO_HOME: join(app.home, '.colligo') },
    encoding: 'utf8',
  });
}

/** Makes a project with the plans, the codes that ship for them and some codings, and opens it by way of the page. */
export async function openSeeded(app: App): Promise<Page> {
  const { page } = app;
  await app.newProject('AI action plans');
  await page.keyboard.press('Control+Alt+w');
  await page.getByRole('button', { name: /^AI action plans/ }).waitFor();
  const project = join(app.project, 'AI action plans.colligo');
  colligo(app, 'import', project, join(PLANS, 'manifest.json'));
  colligo(app, 'codebook', 'import', project, '--ready', 'ai-action-plans');
  await seed(app.home, project);
  await page.getByRole('button', { name: /^AI action plans/ }).click();
  await page
    .getByRole('treegrid', { name: /Documents/ })
    .getByRole('row')
    .first()
    .waitFor();
  return page;
}

/** Opens the first plan, and waits until its highlights are drawn. */
export async function openFirst(page: Page): Promise<void> {
  const rows = page.getByRole('treegrid', { name: /Documents/ }).getByRole('row');
  await rows
    .filter({ hasText: /America|a long plan|Northland/ })
    .last()
    .click();
  await page.locator('.hl-tint, .hl-many').first().waitFor();
}

/** Presses keys one after the other, as a person would: each is answered before the next. */
export async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) {
    await page.keyboard.press(key);
    await page.waitForTimeout(150);
  }
}

/** Makes a project with the plans as PDF and the codes that ship for them, and opens one of them. */
export async function openPublished(app: App, name: string): Promise<Page> {
  const { page } = app;
  await app.newProject('As published');
  await page.keyboard.press('Control+Alt+w');
  await page.getByRole('button', { name: /^As published/ }).waitFor();
  const project = join(app.project, 'As published.colligo');
  colligo(app, 'import', project, PUBLISHED);
  colligo(app, 'codebook', 'import', project, '--ready', 'ai-action-plans');
  await page.getByRole('button', { name: /^As published/ }).click();
  const rows = page.getByRole('treegrid', { name: /Documents/ }).getByRole('row');
  await rows.filter({ hasText: name }).first().click();
  await page.locator('[data-drawn]').first().waitFor();
  await page.locator('.pg-line').first().waitFor();
  return page;
}

/** What a state is shown in besides two sizes in light and dark. */
interface Also {
  /** On a large screen and magnified, too. */
  readonly wide?: boolean;
  /** In forced colours, too. */
  readonly forced?: boolean;
  /** Brings the state about again before each size, where a changed size ends it. */
  readonly before?: () => Promise<void>;
}

/**
 * Takes the pictures of a state, and leaves the window as it was.
 * @param name of the file, before size and theme
 */
export async function shoot(page: Page, name: string, also: Also = {}): Promise<void> {
  mkdirSync(OUT, { recursive: true });
  const take = async (end: string) => {
    await page.waitForTimeout(250);
    await page.screenshot({ path: join(OUT, `${name}-${end}.png`) });
  };
  for (const { name: size, ...viewport } of also.wide ? [...SIZES, ...WIDE] : SIZES) {
    await page.setViewportSize(viewport);
    await also.before?.();
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await take(`${size}-${colorScheme}`);
    }
  }
  await page.setViewportSize({ width: 1440, height: 900 });
  if (also.forced) {
    await page.emulateMedia({ colorScheme: 'dark', forcedColors: 'active' });
    await take('1440-forced');
  }
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
}
