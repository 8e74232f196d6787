import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
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

/** A project of sources only. */
const holding = (sources: string, files: Readonly<Record<string, string>> = {}): Uint8Array =>
  zipSync({
    'project.qde': strToU8(`<?xml version="1.0" encoding="utf-8"?>
<Project xmlns="urn:QDA-XML:project:1.0" name="Talks" origin="Some program 7"><Sources>${sources}</Sources></Project>`),
    ...Object.fromEntries(Object.entries(files).map(([name, words]) => [`sources/${name}`, strToU8(words)])),
  });

test('files that a project names and that are missing are listed first, and looked for in a folder', async ({
  app,
}) => {
  const { page, home } = app;
  await app.newProject();
  const sources = ['one', 'two']
    .map(
      (name, at) =>
        `<TextSource guid="${guid(40 + at)}" name="Plan ${name}" plainTextPath="absolute:///C:/gone/${name}.txt"/>`,
    )
    .join('');
  writeFileSync(join(home, 'heat.qdpx'), holding(sources));
  mkdirSync(join(home, 'Texts'));
  writeFileSync(join(home, 'Texts', 'one.txt'), 'Words of one.');
  await command(page, 'import from another program');
  await page.getByRole('navigation', { name: 'Places' }).getByRole('button').first().press('Enter');
  await pick(page, 'heat.qdpx');
  const missing = page.getByRole('dialog', { name: 'Files of heat.qdpx are missing' });
  await expect(missing.getByRole('listitem')).toHaveCount(2);
  await expect(missing).toContainText('Nothing has been added yet.');
  const look = missing.getByRole('button', { name: 'Look in a folder…' });
  await expect(look).toBeFocused();
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    const { violations } = await new AxeBuilder({ page }).include('[role=dialog]').analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
  }
  await look.press('Enter');
  await page.getByRole('row', { name: 'Texts' }).press('Enter');
  await page.getByRole('button', { name: 'Use this folder' }).press('Enter');
  // One of them is still missing, and the person may do without.
  await expect(missing.getByRole('listitem')).toHaveCount(1);
  await expect(missing).toContainText('Plan two');
  await missing.getByRole('button', { name: 'Import without them' }).press('Enter');
  await expect(report(page)).toContainText('1 document');
  await expect(report(page)).toContainText('A file that was missing was found in a folder');
  await page.keyboard.press('Escape');
  // What is given up leaves nothing.
  await page.keyboard.press('Control+z');
  await command(page, 'import from another program');
  await pick(page, 'heat.qdpx');
  await page.keyboard.press('Escape');
  await expect(report(page)).toContainText('Nothing was added to the project.');
});

test('of thousands of kept files those in sight are drawn; one is found, saved and removed by keyboard', async ({
  app,
}) => {
  const { page, home } = app;
  await app.newProject();
  const numbers = Array.from({ length: 2000 }, (_, at) => at);
  const sources = numbers.map(
    (at) => `<AudioSource guid="${guid(1000 + at)}" name="Talk ${at}" path="internal://${at}.mp3"/>`,
  );
  const files = Object.fromEntries(numbers.map((at) => [`${at}.mp3`, `sound ${at}`]));
  writeFileSync(join(home, 'heat.qdpx'), holding(sources.join(''), files));
  await command(page, 'import from another program');
  await page.getByRole('navigation', { name: 'Places' }).getByRole('button').first().press('Enter');
  await pick(page, 'heat.qdpx');
  await expect(report(page)).toContainText('2,001 kept files');
  await page.keyboard.press('Escape');
  await command(page, 'kept files');
  const kept = page.getByRole('dialog', { name: 'Kept files' });
  await expect(kept.getByRole('row').first()).toBeVisible();
  expect(await kept.getByRole('row').count()).toBeLessThan(80);
  const { violations } = await new AxeBuilder({ page }).include('[role=dialog]').analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await kept.getByRole('searchbox', { name: 'Find a file' }).fill('talk 1999');
  await expect(kept.getByRole('row')).toHaveCount(1);
  await expect(kept.getByRole('status')).toHaveText('1 of 2,001');
  await page.keyboard.press('Tab');
  await expect(kept.getByRole('row')).toBeFocused();
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: 'File name' }).press('Enter');
  await expect(page.getByRole('contentinfo')).toContainText('Talk 1999.mp3 was written.');
  const written = readdirSync(home, { recursive: true, encoding: 'utf8' }).find((path) =>
    path.endsWith('Talk 1999.mp3'),
  );
  expect(readFileSync(join(home, written ?? ''), 'utf8')).toBe('sound 1999');
  await kept.getByRole('row').focus();
  await page.keyboard.press('Delete');
  await expect(kept).toContainText('No kept file is called so.');
  await expect(kept.getByRole('status')).toHaveText('0 of 2,000');
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
