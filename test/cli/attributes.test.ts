import { readFileSync, writeFileSync } from 'node:fs';
import { beforeEach, expect, it } from 'vitest';
import type { TablePlan } from '../../src/contract/attribute-tables.ts';
import { type Place, projectPlace } from './kit/place.ts';

interface Table {
  readonly head: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
}
interface Done {
  readonly step: { readonly label: string } | null;
  readonly plan: TablePlan;
}

let place: Place;
beforeEach(async () => {
  place = await projectPlace();
});

const table = (...args: string[]) => place.json<Table>('attributes', 'p.colligo', ...args);
const write = (name: string, text: string) => writeFileSync(place.at(name), text);

it('takes attributes by name only when told so, and twice changes nothing', async () => {
  const [first] = (await table()).rows;
  const name = String(first?.[1]);
  write('a.csv', `name,Region,Size\n${name},Europe,12\nNowhere,Asia,3\n`);
  const before = readFileSync(place.at('p.colligo'));
  const asked = await place.json<Done>(
    'attributes',
    'import',
    'p.colligo',
    'a.csv',
    '--dry-run',
    '--take-names',
  );
  expect(asked.step).toBeNull();
  expect(asked.plan.counts).toMatchObject({ taken: 1, left: 1, new: 0 });
  expect(readFileSync(place.at('p.colligo')).equals(before)).toBe(true);

  const alone = await place.json<Done>('attributes', 'import', 'p.colligo', 'a.csv');
  expect(alone.step).toBeNull();
  expect(alone.plan.counts).toMatchObject({ proposed: 1, left: 1 });

  const done = await place.json<Done>('attributes', 'import', 'p.colligo', 'a.csv', '--take-names', '--make');
  expect(done.step?.label).toBe('Import attributes from “a.csv”, with 1 new case');
  const { head, rows } = await table();
  expect(rows.find((row) => row[1] === name)?.slice(head.indexOf('Region'))).toEqual(['Europe', 12]);
  expect(rows.find((row) => row[1] === 'Nowhere')?.slice(head.indexOf('Region'))).toEqual(['Asia', 3]);
  const again = await place.json<Done>(
    'attributes',
    'import',
    'p.colligo',
    'a.csv',
    '--take-names',
    '--make',
  );
  expect(again.step).toBeNull();
});

it('what it prints as CSV can be edited and imported again, for cases and documents', async () => {
  for (const of of ['cases', 'documents']) {
    const csv = await place.ok('attributes', 'p.colligo', '--of', of, '--csv');
    write('same.csv', csv);
    const same = await place.json<Done>(
      'attributes',
      'import',
      'p.colligo',
      'same.csv',
      '--of',
      of,
      '--clear',
    );
    expect(same).toMatchObject({
      step: null,
      plan: { changed: 0, refused: 0, counts: { left: 0, proposed: 0 } },
    });
    const [head = '', ...lines] = csv.trimEnd().split('\n');
    write('edited.csv', [`${head},Checked`, ...lines.map((line) => `${line},yes`)].join('\n'));
    const text = await place.ok('attributes', 'import', 'p.colligo', 'edited.csv', '--of', of);
    expect(text).toContain(`New attribute: Checked (boolean)`);
    expect((await table('--of', of)).rows.every((row) => row.at(-1) === true)).toBe(true);
  }
});

it('tells rows by a column that is named, and says what cannot be taken', async () => {
  const { rows } = await table('--of', 'documents');
  const key = String(rows[0]?.[1]);
  write('a.csv', `doc,Date\n${key},yesterday\n${key},2025-01-01\nnone,2025\n`);
  const text = await place.ok(
    ...[
      'attributes',
      'import',
      'p.colligo',
      'a.csv',
      '--of',
      'documents',
      '--key',
      'doc',
      '--by',
      'key',
      '--dry-run',
    ],
  );
  expect(text).toContain('Row 2, column Date: “yesterday” is not a date');
  expect(text).toContain(`Row 3 left out: ${key}: an earlier row is about the same`);
  expect(text).toContain('Row 4 left out: none: nothing agrees with it');
});

it('refuses what is no table, and options that fit nothing', async () => {
  write('a.csv', 'only a head\n');
  expect(await place.fails(1, 'attributes', 'import', 'p.colligo', 'a.csv')).toMatch(/holds no table/);
  expect(await place.fails(1, 'attributes', 'import', 'p.colligo', 'none.csv')).toMatch(/is not there/);
  write('b.csv', 'a,b\n1,2\n');
  expect(await place.fails(1, 'attributes', 'import', 'p.colligo', 'b.csv', '--key', 'c')).toMatch(
    /There is no column “c”. There is: a, b/,
  );
  await place.fails(2, 'attributes', 'p.colligo', '--csv', '--json');
});
