import { beforeEach, expect, it } from 'vitest';
import type { CompareTable } from '../../src/contract/compare.ts';
import { type Place, projectPlace } from './kit/place.ts';

type Table = Omit<CompareTable, 'codes'> & { codes: { id: string; path: string }[] };

let place: Place;
beforeEach(async () => {
  place = await projectPlace();
  for (const document of ['north', 'south'])
    await place.ok('code', 'p.colligo', '--document', document, '--code', 'Data', '--match', 'machine');
  await place.ok('review', 'p.colligo', '--document', 'north', '--code', 'Compute');
});

it('counts by document what the list of passages shows', async () => {
  const table = await place.json<Table>('table', 'p.colligo', '--columns', 'document');
  for (const [column, { id }] of table.columns.entries()) {
    const { passages } = await place.json<{ passages: { document: { id: string } }[] }>(
      'passages',
      'p.colligo',
      '--code',
      'Data',
    );
    const listed = passages.filter(({ document }) => document.id === id).length;
    const row = table.codes.findIndex(({ path }) => path.endsWith('Data'));
    const cell = table.cells.find((one) => one.row === row && one.column === column);
    expect(cell?.spans ?? 0).toBe(listed);
  }
});

it('prints CSV in which what nobody judged is empty, and absent is a zero', async () => {
  const csv = await place.ok('table', 'p.colligo', '--columns', 'document', '--measure', 'presence', '--csv');
  const [header = '', ...lines] = csv.trimEnd().split('\n');
  expect(header).toMatch(/^code_id,code_path,/);
  const cells = (code: string) =>
    lines
      .find((line) => line.split(',')[1]?.endsWith(code))
      ?.split(',')
      .slice(2);
  const documents = await place.json<Table>('table', 'p.colligo', '--columns', 'document');
  const north = documents.columns.findIndex(({ title }) => title.includes('Northland'));
  expect(cells('Compute')?.[north]).toBe('0');
  expect(cells('Compute')?.filter((cell) => cell !== '')).toEqual(['0']);
  expect(cells('Data')?.[north]).toBe('1');
});

it('prints a table for people, rolled up and in scope', async () => {
  const text = await place.ok(
    'table',
    'p.colligo',
    '--columns',
    'document',
    '--roll-up',
    '--document',
    'north',
  );
  const lines = text.split('\n');
  expect(lines[0]).toMatch(/^1 {2}.*Northland/);
  expect(lines[1]).toBe('');
  expect(text).toMatch(/^all codes +[1-9]\d* +[1-9]\d*$/m);
  expect(text).toContain('· not judged');
  const share = await place.ok('table', 'p.colligo', '--columns', 'document', '--measure', 'share');
  expect(share).toMatch(/^all codes .*\d\.\d%$/m);
  const ask = ['table', 'p.colligo', '--columns', 'document', '--measure', 'density'];
  const { columns, cells } = await place.json<Table>(...ask);
  const found = cells.find(({ spans }) => spans > 0);
  const words = columns[found?.column ?? -1]?.words ?? 0;
  expect(words).toBeGreaterThan(0);
  const density = ((found?.spans ?? 0) / words) * 10_000;
  expect(await place.ok(...ask, '--csv')).toContain(density.toFixed(6));
});

it('takes the name of an attribute, and says which there are', async () => {
  expect(await place.fails(1, 'table', 'p.colligo', '--columns', 'Weather')).toContain('There is');
  await place.fails(2, 'table', 'p.colligo', '--json', '--csv');
  await place.fails(2, 'table', 'p.colligo', '--measure', 'weight');
});
