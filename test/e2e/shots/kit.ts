import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { App } from '../app.ts';

const ROOT = join(import.meta.dirname, '../../..');
const OUT = join(ROOT, 'shots');
const REAL = join(ROOT, '../shared/plans');

/** The real plans where they lie beside the checkout, else our small ones. */
const PLANS = existsSync(join(REAL, 'manifest.json')) ? REAL : join(ROOT, 'test/fixtures/plans');

/** What is coded so that the pictures have something to show: words, and the codes of the starter. */
const CODED: readonly (readonly [string, string])[] = [
  ['Compute', 'compute'],
  ['Data', 'data'],
  ['Research and models', 'research'],
  ['Skills and work', 'skills'],
  ['Regulation and standards', 'standards'],
  ['International cooperation', 'international'],
];

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

/** Makes a project with the plans, the starter's codes and some codings, and opens it by way of the page. */
export async function openSeeded(app: App): Promise<Page> {
  const { page } = app;
  await app.newProject('AI action plans');
  await page.keyboard.press('Control+Alt+w');
  await page.getByRole('button', { name: /^AI action plans/ }).waitFor();
  const project = join(app.project, 'AI action plans.colligo');
  colligo(app, 'import', project, join(PLANS, 'manifest.json'));
  colligo(app, 'codebook', 'import', project, join(ROOT, 'resources/taxonomies/starter.json'));
  const { plans }: { plans: { id: string }[] } = JSON.parse(
    readFileSync(join(PLANS, 'manifest.json'), 'utf8'),
  );
  for (const { id } of plans)
    for (const [code, words] of CODED)
      colligo(app, 'code', project, '--document', id, '--code', code, '--match', words, '--unit', 'sentence');
  await page.getByRole('button', { name: /^AI action plans/ }).click();
  await page
    .getByRole('treegrid', { name: /Documents/ })
    .getByRole('row')
    .first()
    .waitFor();
  return page;
}

/**
 * Takes the pictures of a state, and leaves the window as it was.
 * @param name of the file, before size and theme
 * @param wide whether it is looked at on a large screen and magnified, too
 */
export async function shoot(page: Page, name: string, wide = false): Promise<void> {
  mkdirSync(OUT, { recursive: true });
  for (const { name: size, ...viewport } of wide ? [...SIZES, ...WIDE] : SIZES) {
    await page.setViewportSize(viewport);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.waitForTimeout(250);
      await page.screenshot({ path: join(OUT, `${name}-${size}-${colorScheme}.png`) });
    }
  }
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 1440, height: 900 });
}
