import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { type Place, projectPlace } from './kit/place.ts';

let place: Place;
beforeEach(async () => {
  place = await projectPlace();
  const code = (document: string, words: string) =>
    place.ok('code', 'p.colligo', '--document', document, '--code', 'Compute', '--match', words);
  await code('north', 'semiconductor');
  await code('south', 'hall');
  await place.ok('review', 'p.colligo', '--document', 'south', '--all');
});

/** @returns every file below a folder with its bytes */
function filesIn(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true });
  return Object.fromEntries(
    names
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [path.slice(folder.length + 1), readFileSync(path, 'latin1')]),
  );
}

it('is the same bytes again, in the same folder and in another, in any time zone and language', async () => {
  await place.ok('export', 'p.colligo', 'one');
  const first = filesIn(place.at('one'));
  expect(Object.keys(first)).toContain('codings.csv');
  await place.ok('export', 'p.colligo', 'one');
  expect(filesIn(place.at('one'))).toEqual(first);
  for (const [index, env] of [
    { TZ: 'Pacific/Kiritimati', LANG: 'de_DE.UTF-8', LC_ALL: 'de_DE.UTF-8' },
    { TZ: 'America/St_Johns', LANG: 'tr_TR.UTF-8', LC_ALL: 'C' },
  ].entries()) {
    const { code } = await place.run(['export', 'p.colligo', `other${index}`], { env });
    expect(code).toBe(0);
    expect(filesIn(place.at(`other${index}`))).toEqual(first);
  }
});

it('makes zips of the same bytes, which hold what the folder holds', async () => {
  await place.ok('export', 'p.colligo', 'a.zip');
  await place.ok('export', 'p.colligo', 'a.zip');
  await place.run(['export', 'p.colligo', 'b.zip'], { env: { TZ: 'Asia/Kathmandu', LANG: 'fr_FR.UTF-8' } });
  await place.ok('export', 'p.colligo', 'folder');
  expect(readFileSync(place.at('a.zip')).equals(readFileSync(place.at('b.zip')))).toBe(true);
  execFileSync('unzip', ['-q', place.at('a.zip'), '-d', place.at('unpacked')]);
  expect(filesIn(place.at('unpacked'))).toEqual(filesIn(place.at('folder')));
});

it('leaves the texts out where that is asked for', async () => {
  await place.ok('export', 'p.colligo', 'bare', '--no-texts');
  const names = Object.keys(filesIn(place.at('bare')));
  expect(names).toContain('codings.csv');
  expect(names.filter((name) => name.startsWith('texts/'))).toEqual([]);
});

it("refuses a folder with somebody's files in it, a file, and a place that is not there", async () => {
  mkdirSync(place.at('mine'));
  writeFileSync(place.at('mine/thesis.md'), 'Years of work.');
  const before = readdirSync(place.folder).sort();
  for (const target of ['mine', 'p.colligo', 'no/such/folder/dataset']) {
    const said = await place.fails(1, 'export', 'p.colligo', target);
    expect(said.split('\n'), said).toHaveLength(1);
  }
  expect(filesIn(place.at('mine'))).toEqual({ 'thesis.md': 'Years of work.' });
  expect(readdirSync(place.folder).sort()).toEqual(before);
  await place.ok('check', 'p.colligo');
});

it('reads only: the project stays as it was, and nothing is left beside it', async () => {
  const before = readFileSync(place.at('p.colligo'));
  await place.ok('export', 'p.colligo', 'dataset');
  await place.ok('check', 'p.colligo');
  await place.ok('passages', 'p.colligo');
  expect(readFileSync(place.at('p.colligo')).equals(before)).toBe(true);
  expect(readdirSync(place.folder).sort()).toEqual(['.home', 'dataset', 'p.colligo']);
});

it('writes the format that is asked for, or that the ending says, and reports every file', async () => {
  const made = async (...args: string[]) =>
    JSON.parse(await place.ok('export', 'p.colligo', ...args, '--json')) as {
      name: string;
      format: string;
      files: { path: string; bytes: number; sha256: string; rows: number | null }[];
    };
  const sheet = await made('out.xlsx');
  expect(sheet).toMatchObject({ name: 'out.xlsx', format: 'xlsx', files: [{ path: 'out.xlsx' }] });
  expect(sheet.files[0]?.bytes).toBe(readFileSync(place.at('out.xlsx')).byteLength);
  const stata = await made('stata.zip', '--format', 'stata');
  expect(stata.format).toBe('stata');
  expect(stata.files.map(({ path }) => path)).toContain('load.do');
  const bare = await made('csv', '--format', 'csv');
  expect(bare.files.map(({ path }) => path)).toEqual(
    Object.keys(filesIn(place.at('csv'))).sort(byWriting(bare)),
  );
  expect(bare.files.find(({ path }) => path === 'codings.csv')?.rows).toBeGreaterThan(1);
});

/** The order of a report. */
function byWriting({ files }: { files: { path: string }[] }): (a: string, b: string) => number {
  const at = (path: string) => files.findIndex((file) => file.path === path);
  return (a, b) => at(a) - at(b);
}

it('writes a part of the project, named as other commands name it', async () => {
  const rowsOf = async (...args: string[]) => {
    const made = JSON.parse(
      await place.ok('export', 'p.colligo', 'part', '--format', 'csv', '--json', ...args),
    ) as {
      files: { path: string; rows: number | null }[];
    };
    return Object.fromEntries(made.files.map(({ path, rows }) => [path, rows]));
  };
  const all = await rowsOf();
  const north = await rowsOf('--document', 'north');
  expect(north['documents.csv']).toBe(1);
  expect(north['codings.csv']).toBeLessThan(all['codings.csv'] ?? 0);
  expect(readFileSync(place.at('part/DICTIONARY.md'), 'utf8')).toContain('## Scope');
  const both = await rowsOf('--document', 'north', '--document', 'south');
  expect(both['codings.csv']).toBe(all['codings.csv']);
  expect((await rowsOf('--code', 'Compute'))['codings.csv']).toBe(all['codings.csv']);
  const wrong = await place.run(['export', 'p.colligo', 'part', '--case', 'Nowhere']);
  expect(wrong.code).toBe(1);
  expect(wrong.stderr).toContain('There is no case “Nowhere”.');
});

it('refuses a format that there is not, and a name that says another', async () => {
  expect((await place.run(['export', 'p.colligo', 'out', '--format', 'sas'])).code).toBe(2);
  const other = await place.run(['export', 'p.colligo', 'p.colligo', '--format', 'xlsx']);
  expect(other.code).toBe(1);
  expect(other.stderr).toContain('does not end in .xlsx');
});

it('narrows to passages that contain words, as tables and lists of passages do', async () => {
  const sumOf = (csv: string) =>
    csv
      .trim()
      .split('\n')
      .slice(1)
      .flatMap((line) => line.split(',').slice(1).map(Number))
      .filter((value) => value > 0).length;
  const rows = async (...args: string[]) => {
    const made = JSON.parse(
      await place.ok('export', 'p.colligo', 'words', '--format', 'csv', '--json', ...args),
    );
    return made.files.find(({ path }: { path: string }) => path === 'codings.csv').rows as number;
  };
  const all = await rows();
  const some = await rows('--text', 'SEMICONDUCTOR');
  expect(some).toBeGreaterThan(0);
  expect(some).toBeLessThan(all);
  expect(readFileSync(place.at('words/codings.csv'), 'utf8')).toContain('semiconductor');
  const passages = async (...args: string[]) =>
    JSON.parse(await place.ok('passages', 'p.colligo', '--json', ...args)) as {
      total: number;
      passages: { quote: string }[];
    };
  const listed = await passages('--text', 'semiconductor');
  expect(listed.total).toBeLessThan((await passages()).total);
  for (const { quote } of listed.passages) expect(quote.toLowerCase()).toContain('semiconductor');
  expect((await passages('--text', ' ')).total).toBe((await passages()).total);
  const table = (...args: string[]) =>
    place.ok('table', 'p.colligo', '--columns', 'document', '--csv', ...args);
  expect(sumOf(await table('--text', 'semiconductor'))).toBeLessThan(sumOf(await table()));
});

it('writes pseudonyms, a table of units, citation and licence, and knows them again', async () => {
  const options = [
    ...['--pseudonyms', '--unit', 'paragraph', '--shape', 'wide', '--measure', 'count'],
    ...['--creator', 'Family, Given', '--licence', 'CC-BY-4.0', '--doi', 'https://doi.org/10.5281/zenodo.1'],
    ...['--keyword', 'policy', '--keyword', 'plans', '--year', '2025', '--edition', '2'],
  ];
  await place.ok('export', 'p.colligo', 'public', ...options);
  const files = filesIn(place.at('public'));
  expect(Object.keys(files)).toEqual(expect.arrayContaining(['units.csv', 'CITATION.cff', 'datacite.json']));
  expect(files['coders.csv']).toContain('Coder 1');
  expect(files['units.csv']).toContain('c_compute');
  expect(files['CITATION.cff']).toContain('doi: "10.5281/zenodo.1"');
  await place.ok('export', 'p.colligo', 'public', '--check');
  await place.ok('export', 'p.colligo', 'book.xlsx', ...options);
  await place.ok('export', 'p.colligo', 'book.xlsx', '--check', ...options);
  const other = await place.run(['export', 'p.colligo', 'book.xlsx', '--check']);
  expect(other.code).toBe(1);
  for (const wrong of [
    ['--shape', 'wide'],
    ['--doi', 'ten'],
    ['--year', '25'],
    ['--unit', 'word'],
  ]) {
    expect((await place.run(['export', 'p.colligo', 'wrong', ...wrong])).code, wrong.join(' ')).toBe(2);
  }
  const none = await place.run(['export', 'p.colligo', 'qca', '--format', 'qca', '--unit', 'case']);
  expect(none.code).toBe(1);
  expect(none.stderr).toContain('no place for a table of units');
});
