import { createHash } from 'node:crypto';
import { copyFileSync, cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { everythingIn } from './kit/content.ts';
import { CODES, FIXTURES, Place, projectPlace } from './kit/place.ts';
import type { Imported, Passages } from './kit/shapes.ts';

const LOOSE = join(FIXTURES, 'loose/harbour.txt');

async function emptyProject(): Promise<Place> {
  const place = new Place();
  await place.ok('new', 'p.colligo', '--coder', 'A. Coder');
  return place;
}

/** Runs an import that fails for some of its files; @returns what it printed with --json, and its lines on stderr */
async function partly(place: Place, ...args: string[]): Promise<{ report: Imported; complaints: string[] }> {
  const { code, stdout, stderr } = await place.run(['import', 'p.colligo', ...args, '--json']);
  expect(code).toBe(1);
  return { report: JSON.parse(stdout) as Imported, complaints: stderr.trimEnd().split('\n') };
}

it('reads a folder with what lies below it, and leaves out what it cannot read', async () => {
  const place = await emptyProject();
  cpSync(FIXTURES, place.at('plans'), { recursive: true });
  const report = await place.json<Imported>('import', 'p.colligo', 'plans');
  const done = report.files.filter((file) => file.state === 'done').map((file) => file.name);
  expect(done).toEqual(['loose/harbour.txt', 'north.md', 'README.md', 'south.md']);
  expect(report).toMatchObject({ imported: 4, failed: 0, step: { label: 'Import 4 documents' } });
  expect((await place.ok('check', 'p.colligo')).trim()).toContain('4 documents');
});

it('takes a title, a case and a language for a single file', async () => {
  const place = await emptyProject();
  const wishes = ['--title', 'Minutes', '--case', 'Harbour', '--language', 'en-GB'];
  await place.ok('import', 'p.colligo', LOOSE, ...wishes);
  await place.ok('codebook', 'import', 'p.colligo', CODES);
  await place.ok('code', 'p.colligo', '--document', 'minutes', '--code', 'Data', '--match', 'quay');
  const { passages } = await place.json<Passages>('passages', 'p.colligo');
  expect(passages[0]?.document).toMatchObject({ title: 'Minutes', key: 'harbour' });
});

it('takes the good entries of a manifest and says of each bad one, in a sentence, what is wrong', async () => {
  const place = await emptyProject();
  mkdirSync(place.at('plans'));
  const outside = place.at('outside.md');
  writeFileSync(outside, 'Words that lie outside.');
  const good = join(FIXTURES, 'north.md');
  copyFileSync(good, place.at('plans/good.md'));
  copyFileSync(join(FIXTURES, 'south.md'), place.at('plans/altered.md'));
  symlinkSync(outside, place.at('plans/link.md'));
  const entry = (file: string, sha256?: string) => ({
    id: file,
    file,
    title: file,
    jurisdiction: 'X',
    sha256,
  });
  const plans = [
    entry('good.md'),
    entry('missing.md'),
    entry('altered.md', createHash('sha256').update('another text').digest('hex')),
    entry('../outside.md'),
    entry(outside),
    entry('link.md'),
  ];
  writeFileSync(place.at('plans/manifest.json'), JSON.stringify({ plans }));
  const { report, complaints } = await partly(place, 'plans/manifest.json');
  expect(report).toMatchObject({ imported: 1, failed: 5, skipped: 0 });
  expect(report.files.map((file) => file.state)).toEqual(['done', ...Array<string>(5).fill('failed')]);
  const [, missing, altered, above, absolute, link] = report.files.map((file) => file.message);
  expect(missing).toContain('not there');
  expect(altered).toContain('SHA-256');
  for (const message of [above, absolute, link]) expect(message).toContain('outside');
  // The same sentences are on stderr, one a line, each with its file in front.
  expect(complaints).toEqual(report.files.slice(1).map((file) => `${file.name}: ${file.message}`));
  for (const complaint of complaints) expect(complaint).toMatch(/[.:]$|\.$/);
  // Nothing of a file outside got in by any way.
  expect(everythingIn(place.at('p.colligo'))).not.toContain('outside');
  expect((await place.json<{ checked: { blobs: number } }>('check', 'p.colligo')).checked.blobs).toBe(1);
});

it.each([
  ['no JSON', '{'],
  ['a JSON file that is no manifest', '{"plans": 7}'],
  ['an empty list', '{"plans": []}'],
])('says in one sentence that a manifest is %s', async (_what, text) => {
  const place = await emptyProject();
  writeFileSync(place.at('m.json'), text);
  const before = everythingIn(place.at('p.colligo'));
  const { complaints } = await partly(place, 'm.json');
  expect(complaints).toHaveLength(1);
  expect(everythingIn(place.at('p.colligo'))).toBe(before);
});

it('leaves a file out that is in the project already, also under another name', async () => {
  const place = await projectPlace();
  const before = everythingIn(place.at('p.colligo'));
  copyFileSync(join(FIXTURES, 'north.md'), place.at('renamed.md'));
  const again = await place.json<Imported>(
    'import',
    'p.colligo',
    join(FIXTURES, 'manifest.json'),
    'renamed.md',
  );
  expect(again).toMatchObject({ step: null, imported: 0, failed: 0, skipped: 3 });
  for (const file of again.files) expect(file.message).toContain('in the project already');
  expect(everythingIn(place.at('p.colligo'))).toBe(before);
});

it('leaves the second of two equal files out', async () => {
  const place = await emptyProject();
  copyFileSync(LOOSE, place.at('a.txt'));
  copyFileSync(LOOSE, place.at('b.txt'));
  const report = await place.json<Imported>('import', 'p.colligo', 'a.txt', 'b.txt');
  expect(report.files.map((file) => file.state)).toEqual(['done', 'skipped']);
});

it('is one step, whatever it brought, and undo takes all of it', async () => {
  const place = await emptyProject();
  const before = everythingIn(place.at('p.colligo')).split('\n').slice(7);
  await place.ok('import', 'p.colligo', join(FIXTURES, 'manifest.json'), LOOSE);
  await place.ok('undo', 'p.colligo');
  expect(everythingIn(place.at('p.colligo')).split('\n').slice(7)).toEqual(before);
  await place.ok('redo', 'p.colligo');
  expect(await place.ok('check', 'p.colligo')).toContain('3 documents');
});

it('says so where there is nothing at that place', async () => {
  const place = await emptyProject();
  mkdirSync(place.at('empty'));
  for (const path of ['nowhere.md', 'empty']) {
    const { complaints } = await partly(place, path);
    expect(complaints).toHaveLength(1);
  }
});
