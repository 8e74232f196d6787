import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { App } from '../app.ts';

const ROOT = join(import.meta.dirname, '../../..');

/** A plan of a town that does not exist, set for paper: two columns and a figure. */
const PLAN = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Water for Northmouth</title>
<style>
  @page { size: A4; margin: 22mm 20mm }
  body { font: 10.5pt/15pt 'Liberation Serif', serif; margin: 0 }
  h1 { font-size: 24pt; line-height: 28pt; margin: 0 0 4pt }
  .by { color: #555; margin: 0 0 18pt }
  h2 { font-size: 13pt; margin: 0 0 4pt; break-after: avoid }
  .text { columns: 2; column-gap: 9mm; text-align: left }
  p { margin: 0 0 8pt }
  figure { margin: 0 0 10pt; break-inside: avoid }
  figcaption { font-size: 9pt; color: #555 }
</style>
<h1>Water for Northmouth</h1>
<p class="by">A plan of the town council, 2031</p>
<div class="text">
<h2>1  Where we stand</h2>
<p>Northmouth takes its water from one river and keeps it in one reservoir. In three of the last ten summers the reservoir
fell below a quarter, and the outer districts were supplied by lorry. Half of the mains are older than the people who drink
from them.</p>
<p>The council has measured for five years what is lost on the way. Of every ten litres that leave the works, three do not
arrive.</p>
<figure><svg viewBox="0 0 300 150" width="100%">
  <g fill="#8fb3c7"><rect x="20" y="62" width="38" height="68"/><rect x="78" y="46" width="38" height="84"/>
  <rect x="136" y="74" width="38" height="56"/><rect x="194" y="92" width="38" height="38"/>
  <rect x="252" y="104" width="38" height="26"/></g>
  <path d="M10 130h285" stroke="#333"/>
  <g font-size="11" font-family="Liberation Sans" text-anchor="middle" fill="#333"><text x="39" y="145">2027</text>
  <text x="97" y="145">2028</text><text x="155" y="145">2029</text><text x="213" y="145">2030</text>
  <text x="271" y="145">2031</text></g></svg>
<figcaption>Figure 1. The reservoir at the end of August, by year.</figcaption></figure>
<h2>2  What the town will do</h2>
<p>The works are to be repaired before they are enlarged. Every district receives a cistern that lasts for two weeks, paid
for by a levy on gardens above a certain size. The poorest households pay nothing.</p>
<p>From the third year on, no new building may be joined to the mains unless it collects its own rain. Farms along the river
have to report each month what they take.</p>
<h2>3  Who watches</h2>
<p>A board of nine, three of them drawn by lot, publishes the losses of each district twice a year. It may stop a work that
does not keep to this plan, and has to give its reasons within thirty days.</p>
<p>The plan is looked at again after five years. What has not been begun by then is struck out, and the council has to say
why.</p>
</div></html>`;

/** Runs the command line for the same person. @returns what it printed */
export function colligo(app: App, ...args: string[]): string {
  return execFileSync(process.execPath, [join(ROOT, 'out/main/cli.js'), ...args], {
    env: { ...process.env, HOME: app.home, COLLIGO_HOME: join(app.home, '.colligo') },
    encoding: 'utf8',
  });
}

/** Makes a project with a plan as it would have been published, some of it coded, and opens it by way of the page. */
export async function openPublished(app: App): Promise<Page> {
  const { page } = app;
  const printer = await page.context().newPage();
  await printer.setContent(PLAN);
  const file = join(app.home, 'northmouth.pdf');
  writeFileSync(file, await printer.pdf({ preferCSSPageSize: true }));
  await printer.close();
  const list = join(app.home, 'codes.txt');
  writeFileSync(list, 'Supply\n\tStorage\n\tLosses\n\tDemand\nMoney\nWho is answerable\nDuties\n');
  await app.newProject('Water plans');
  await page.keyboard.press('Control+Alt+w');
  await page.getByRole('button', { name: /^Water plans/ }).waitFor();
  const project = join(app.project, 'Water plans.colligo');
  colligo(app, 'import', project, file, '--title', 'Water for Northmouth', '--case', 'Northmouth');
  colligo(app, 'codebook', 'import', project, list);
  const judged: readonly (readonly [string, 'match' | 'sentence', string])[] = [
    ['one reservoir', 'match', 'Storage'],
    ['do not', 'sentence', 'Losses'],
    ['cistern that lasts for two weeks', 'sentence', 'Storage'],
    ['poorest households', 'sentence', 'Money'],
    ['collects its own rain', 'sentence', 'Duties'],
    ['report each month', 'sentence', 'Duties'],
    ['publishes the losses of each district', 'sentence', 'Who is answerable'],
    ['has to give its reasons', 'match', 'Duties'],
  ];
  for (const [match, unit, code] of judged)
    colligo(
      app,
      'code',
      project,
      '--document',
      'Water for Northmouth',
      '--code',
      code,
      '--match',
      match,
      '--unit',
      unit,
    );
  await page.getByRole('button', { name: /^Water plans/ }).click();
  const rows = page.getByRole('treegrid', { name: /Documents/ }).getByRole('row');
  await rows.filter({ hasText: 'Water for Northmouth' }).first().click();
  await page.locator('[data-drawn]').first().waitFor();
  await page.locator('.pg-line').first().waitFor();
  return page;
}
