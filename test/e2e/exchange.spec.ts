import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { strToU8, zipSync } from 'fflate';
import { expect, test } from './app.ts';
import { openPdf } from './pages.ts';

const guid = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const TEXT = 'The grid is the limit.\n\nHeat plans by 2030.\n';

/** A project as another program exports it: two codes, two selections, one of which lies outside the text. */
const project = (): Uint8Array =>
  zipSync({
    'project.qde': strToU8(`<?xml version="1.0" encoding="utf-8"?>
<Project xmlns="urn:QDA-XML:project:1.0" name="Heat in towns" origin="Some program 7">
<Users><User guid="${guid(1)}" name="Coder A"/></Users>
<CodeBook><Codes><Code guid="${guid(11)}" name="Grid" isCodable="true" color="#3273b5"/><Code guid="${guid(12)}" name="Heat" isCodable="true"/></Codes></CodeBook>
<Sources><TextSource guid="${guid(40)}" name="Town plan" plainTextPath="internal://plan.txt">
<PlainTextSelection guid="${guid(50)}" name="grid" startPosition="4" endPosition="8"><Coding guid="${guid(51)}" creatingUser="${guid(1)}"><CodeRef targetGUID="${guid(11)}"/></Coding></PlainTextSelection>
<PlainTextSelection guid="${guid(52)}" startPosition="900" endPosition="950"><Coding guid="${guid(53)}" creatingUser="${guid(1)}"><CodeRef targetGUID="${guid(12)}"/></Coding></PlainTextSelection>
</TextSource></Sources></Project>`),
    'sources/plan.txt': strToU8(TEXT),
  });

async function command(page: Page, typed: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.keyboard.type(typed);
  await page.keyboard.press('Enter');
}

async function pick(page: Page, name: string): Promise<void> {
  // Enter on a file is the choice.
  await page.getByRole('row', { name: new RegExp(name) }).press('Enter');
}

const report = (page: Page) => page.getByRole('dialog', { name: 'Import of heat.qdpx' });

test('a project of another program becomes one of its own, by keyboard, with a report of what came', async ({
  app,
}) => {
  const { page, home } = app;
  writeFileSync(join(home, 'heat.qdpx'), project());
  await page.getByRole('button', { name: /^Bring over a project/ }).press('Enter');
  await pick(page, 'heat.qdpx');
  await expect(page.getByLabel('Name of the project')).toHaveValue('heat');
  await page.getByLabel('Your name').fill('Ada Kern');
  await page.getByLabel('Your name').press('Enter');
  await page.getByRole('row', { name: 'Projects' }).waitFor();
  await page.getByRole('button', { name: 'Save', exact: true }).press('Enter');
  await expect(report(page)).toContainText('“Heat in towns”, written by Some program 7.');
  await expect(report(page)).toContainText('1 document');
  await expect(report(page)).toContainText('2 codes');
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    const { violations } = await new AxeBuilder({ page }).include('[role=dialog]').analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
  }
  await page.keyboard.press('Escape');
  await expect(page.getByRole('heading', { name: 'Heat in towns' })).toBeVisible();
  await expect(
    page.getByRole('treegrid', { name: 'Codes' }).getByRole('row', { name: /^Grid/ }),
  ).toBeVisible();
  expect(readdirSync(home)).toContain('heat.colligo');
});

test('read into an open project it is one step; again nothing changes; undo takes it back', async ({
  app,
}) => {
  const { page, home } = app;
  await app.newProject();
  writeFileSync(join(home, 'heat.qdpx'), project());
  await command(page, 'import from another program');
  await page.getByRole('navigation', { name: 'Places' }).getByRole('button').first().press('Enter');
  await pick(page, 'heat.qdpx');
  await expect(report(page)).toContainText('1 coding');
  await report(page).getByRole('button', { name: 'Close' }).press('Enter');
  await expect(page.getByRole('contentinfo')).toContainText(
    'Undo: Import “Heat in towns” from Some program 7',
  );
  await command(page, 'import from another program');
  await pick(page, 'heat.qdpx');
  await expect(report(page)).toContainText('Everything in it was in the project already.');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('heading', { name: 'Two towns' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Choose files' })).toBeVisible();
});

test('a project that is dropped on the window is read as one, and one that cannot be read says why', async ({
  app,
}) => {
  const { page } = app;
  await app.newProject();
  const bytes = [...project()];
  const dropped = async (content: number[]) => {
    const files = await page.evaluateHandle((numbers) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([new Uint8Array(numbers)], 'heat.qdpx'));
      return transfer;
    }, content);
    await page.dispatchEvent('body', 'dragover', { dataTransfer: files });
    await page.dispatchEvent('body', 'drop', { dataTransfer: files });
  };
  await dropped(bytes.slice(0, 200));
  await expect(report(page).getByRole('alert')).toContainText('Nothing was added to the project.');
  await page.keyboard.press('Escape');
  await dropped(bytes);
  await expect(report(page)).toContainText('1 document');
});

test('a PDF is saved with its codings as annotations', async ({ app }) => {
  const page = await openPdf(app, undefined, [
    ...['code', 'plan.colligo', '--document', 'A printed plan', '--start', '0', '--end', '20'],
    ...['--code', 'Compute'],
  ]);
  await command(page, 'save the pdf with its codings');
  await page.getByRole('textbox', { name: 'File name' }).fill('coded.pdf');
  await page.getByRole('button', { name: 'Save', exact: true }).press('Enter');
  await expect(page.getByRole('contentinfo')).toContainText(
    'coded.pdf was written, with 1 passage as annotations.',
  );
  const [written = ''] = readdirSync(app.home, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('coded.pdf'),
  );
  expect(readFileSync(join(app.home, written)).toString('latin1')).toContain('/Highlight');
});
