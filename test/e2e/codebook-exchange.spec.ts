import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { type App, expect, test } from './app.ts';

/** Runs a command by its title, as the palette offers it. */
async function run(page: Page, title: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.keyboard.type(title);
  await page.keyboard.press('Enter');
}

async function faults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
}

/** Writes the codebook by keys; @returns what was written */
async function written({ page, home }: App, project: string): Promise<string> {
  await run(page, 'Export the codebook');
  const dialog = page.getByRole('dialog', { name: 'Export the codebook' });
  await expect(dialog).toContainText('This form holds the whole codebook exactly.');
  await dialog.getByRole('button', { name: 'Choose a place…' }).press('Enter');
  await page.getByRole('button', { name: 'Save', exact: true }).press('Enter');
  await expect(page.getByRole('contentinfo')).toContainText(`written to ${project} codebook.json`);
  const places = readdirSync(home, { recursive: true, encoding: 'utf8' });
  const path = places.find((each) => each.endsWith(`${project} codebook.json`)) ?? '';
  return readFileSync(join(home, path), 'utf8');
}

test('what a form cannot hold is said before the codebook is written', async ({ app }) => {
  const { page } = app;
  await app.newProject('Shared');
  await app.addCodes('Governance\n\tOversight\nAccess');
  await run(page, 'Export the codebook');
  const dialog = page.getByRole('dialog', { name: 'Export the codebook' });
  await dialog.getByRole('radio', { name: /^\.txt/ }).press('Space');
  await expect(dialog).toContainText('Colours cannot be held. 3 codes');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  expect(JSON.parse(await written(app, 'Shared'))).toMatchObject({ version: 2, codes: [{}, {}] });
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`a colleague's copy is merged by keyboard, what both changed asked, and undone, ${colorScheme}`, async ({
    app,
  }) => {
    const { page } = app;
    await page.emulateMedia({ colorScheme });
    await app.newProject('Shared');
    await app.addCodes('Governance\n\tOversight\nAccess');
    const book = JSON.parse(await written(app, 'Shared'));
    book.codes[0].name = 'Steering';
    book.codes[1].definition = 'Who gets in.';
    book.codes.push({ id: '0199a000-0000-7000-8000-000000000099', name: 'Money' });
    writeFileSync(join(app.project, 'theirs.json'), JSON.stringify(book));
    await run(page, 'Merge a codebook');
    const row = page.getByRole('row', { name: 'theirs.json' });
    if (!(await row.isVisible())) await page.getByRole('row', { name: 'Projects' }).dblclick();
    await row.dblclick();
    const dialog = page.getByRole('dialog', { name: 'Merge the codebook theirs.json' });
    await expect(dialog).toContainText('There is no common ancestor');
    await expect(dialog).toContainText('Changed on both sides: 2 fields');
    expect(await faults(page)).toEqual([]);
    const name = dialog.getByRole('radiogroup', { name: /^Governance\s*name/ });
    await name.getByRole('radio', { name: /^Mine/ }).focus();
    await page.keyboard.press('t');
    await expect(name.getByRole('radio', { name: /^Theirs/ })).toBeChecked();
    await dialog.getByRole('button', { name: 'Merge', exact: true }).press('Enter');
    await expect(dialog).toBeHidden();
    const pane = page.locator('[data-pane=codebook]');
    await expect(pane.getByRole('row', { name: /^Steering/ })).toBeVisible();
    await expect(pane.getByRole('row', { name: /^Money/ })).toBeVisible();
    await page.keyboard.press('Control+z');
    await expect(pane.getByRole('row', { name: /^Governance/ })).toBeVisible();
    await expect(pane.getByRole('row', { name: /^Money/ })).toBeHidden();
  });
}

/** Picks a file of the project's folder in the chooser. */
async function pick(page: Page, name: string): Promise<void> {
  const row = page.getByRole('row', { name, exact: true }).or(page.getByRole('row', { name: `${name} ` }));
  const folder = page.getByRole('row', { name: 'Projects' });
  await row.or(folder).first().waitFor();
  if (!(await row.first().isVisible())) await folder.dblclick();
  await row.first().dblclick();
}

test('the common ancestor is chosen: found, a named version, a file, or none', async ({ app }) => {
  const { page } = app;
  await app.newProject('Shared');
  await app.addCodes('Governance\n\tOversight\nAccess');
  const text = await written(app, 'Shared');
  const book = JSON.parse(text);
  writeFileSync(join(app.project, 'before.json'), text);
  book.codes[0].name = 'Steering';
  writeFileSync(join(app.project, 'theirs.json'), JSON.stringify(book));
  const pane = page.locator('[data-pane=codebook]');
  await pane.getByRole('row', { name: /^Access/ }).click();
  await page.keyboard.press('Shift+V');
  await expect(page.locator('[data-pane=versions] :focus')).toBeVisible();
  await page.keyboard.press('n');
  await page.keyboard.type('Round 1');
  await page.getByRole('button', { name: 'Name it' }).click();

  await run(page, 'Merge a codebook');
  await pick(page, 'theirs.json');
  const dialog = page.getByRole('dialog', { name: 'Merge the codebook theirs.json' });
  await expect(dialog).toContainText('Changed on both sides: 1 field');
  const choose = async (answer: string) => {
    await dialog.getByRole('button', { name: /^Common ancestor/ }).press('Enter');
    await page
      .getByRole('menuitemradio', { name: answer })
      .or(page.getByRole('menuitem', { name: answer }))
      .click();
  };
  await choose('my codebook “Round 1”');
  await expect(dialog).toContainText('The common ancestor is your codebook “Round 1”.');
  await expect(dialog).toContainText('Taken from the file: 1 field');
  await choose('none, ask about everything');
  await expect(dialog).toContainText('Changed on both sides: 1 field');
  await choose('a file…');
  await pick(page, 'before.json');
  await expect(dialog).toContainText('The common ancestor is before.json.');
  await expect(dialog).toContainText('Taken from the file: 1 field');
  await dialog.getByRole('button', { name: 'Merge', exact: true }).press('Enter');
  await expect(pane.getByRole('row', { name: /^Steering/ })).toBeVisible();
});

test('of a SKOS file with several schemes and languages one of each is chosen', async ({ app }) => {
  const { page } = app;
  await app.newProject('Shared');
  await app.addCodes('Access');
  const lines = [
    '@prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix dct: <http://purl.org/dc/terms/> .',
    '<urn:x:a> a skos:ConceptScheme ; dct:title "Energy" . <urn:x:b> a skos:ConceptScheme ; dct:title "Water" .',
    '<urn:x:1> a skos:Concept ; skos:inScheme <urn:x:a> ; skos:prefLabel "Sun"@en, "Sonne"@de .',
    '<urn:x:2> a skos:Concept ; skos:inScheme <urn:x:b> ; skos:prefLabel "River"@en, "Fluss"@de .',
  ];
  writeFileSync(join(app.project, 'two.ttl'), lines.join('\n'));
  await run(page, 'Merge a codebook');
  await pick(page, 'two.ttl');
  const dialog = page.getByRole('dialog', { name: 'Merge the codebook two.ttl' });
  await expect(dialog).toContainText('New: 2 codes');
  await dialog.getByRole('button', { name: /^Concept scheme/ }).click();
  await page.getByRole('menuitemradio', { name: 'Water' }).click();
  await expect(dialog).toContainText('New: 1 code');
  await dialog.getByRole('button', { name: /^Language/ }).click();
  await page.getByRole('menuitemradio', { name: 'de', exact: true }).click();
  await expect(dialog).toContainText('Fluss');
  expect(await faults(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Merge', exact: true }).press('Enter');
  const pane = page.locator('[data-pane=codebook]');
  await expect(pane.getByRole('row', { name: /^Fluss/ })).toBeVisible();
  await expect(pane.getByRole('row', { name: /^Sonne/ })).toHaveCount(0);
});

test('a codebook that is dropped on the codebook is merged, and elsewhere the same file is a document', async ({
  app,
}) => {
  const { page } = app;
  await app.newProject('Shared');
  await app.addCodes('Governance\nAccess');
  const pane = page.locator('[data-pane=codebook]');
  const drop = async (place: string) => {
    const files = await page.evaluateHandle(() => {
      const data = new DataTransfer();
      data.items.add(new File(['# Our codes\n\n## Access\n\n## Money\n'], 'theirs.md'));
      return data;
    });
    await page.locator(place).dispatchEvent('drop', { dataTransfer: files });
  };
  await drop('[data-pane=codebook]');
  const dialog = page.getByRole('dialog', { name: 'Merge the codebook theirs.md' });
  await dialog.getByRole('button', { name: 'Merge', exact: true }).press('Enter');
  await expect(dialog).toBeHidden();
  await expect(pane.getByRole('row', { name: /^Money/ })).toBeVisible();
  await expect(pane.getByRole('row', { name: /^Access/ })).toHaveCount(1);

  await drop('[data-pane=library]');
  await expect(page.locator('[data-pane=library]').getByRole('row', { name: /theirs/ })).toBeVisible();
  await expect(dialog).toBeHidden();
});
