import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { TableWish } from '../../../src/contract/attribute-tables.ts';
import { createAttribute, setAttribute } from '../../../src/engine/cases/attributes.ts';
import { fillValues } from '../../../src/engine/cases/fill.ts';
import { importTable } from '../../../src/engine/cases/import/apply.ts';
import { describeSheet } from '../../../src/engine/cases/import/columns.ts';
import { planTable } from '../../../src/engine/cases/import/plan.ts';
import { readTables } from '../../../src/engine/cases/import/read.ts';
import { listAttributes, listCases } from '../../../src/engine/cases/read.ts';
import { wideCsv, wideTable } from '../../../src/engine/cases/wide.ts';
import { createCase } from '../../../src/engine/cases/write.ts';
import { writeDataset } from '../../../src/engine/dataset/write-dataset.ts';
import type { Project } from '../../../src/engine/store/project.ts';
import { addText } from '../kit/documents.ts';
import { newProject, tempFolder } from '../kit/project.ts';

/** Reads a file and takes it as it is guessed, but for what is said otherwise. */
async function prepared(project: Project, file: string, wish: Partial<TableWish> = {}, sheet = 0) {
  const content = await readTables(file);
  const found = content.sheets[sheet];
  if (!found) throw new Error('There is no such sheet.');
  const shown = describeSheet(found, listAttributes(project.db));
  const of = wish.of ?? shown.likely;
  const { key, columns } = shown.guesses[of];
  return {
    content,
    shown,
    wish: {
      token: '',
      sheet,
      of,
      key: key ?? { column: 0, by: 'name' },
      columns,
      names: 'ask',
      unmatched: 'leave',
      rows: [],
      clear: false,
      ...wish,
    } satisfies TableWish,
  };
}

function file(text: string, name = 'table.csv'): string {
  const path = join(tempFolder(), name);
  writeFileSync(path, text);
  return path;
}

/** Every value of every case by the names of both. */
const known = (project: Project) =>
  listCases(project.db).map(({ name, attributes }) => [
    name,
    Object.fromEntries(attributes.map((each) => [each.name, each.value])),
  ]);

test('a name only proposes: nothing is taken until the person says so', async () => {
  const project = await newProject();
  createCase(project, 'Österreich');
  createCase(project, 'Twin');
  createCase(project, 'Twin');
  const path = file('name,Region,GDP\nosterreich,Europe,4.5\nTwin,Asia,1\nElsewhere,Africa,2\n');
  const asked = await prepared(project, path);
  const { plan } = planTable(project.db, asked.content, asked.wish);
  expect(plan.rows.map(({ label, fate }) => [label, fate])).toEqual([
    ['Twin', 'several'],
    ['osterreich', 'proposed'],
    ['Elsewhere', 'left'],
  ]);
  expect(importTable(project, asked.content, asked.wish).step).toBeNull();
  expect(listAttributes(project.db)).toEqual([]);

  const [, second] = listCases(project.db);
  const taken = await prepared(project, path, {
    names: 'take',
    unmatched: 'make',
    rows: [{ row: 3, to: second?.id ?? '' }],
  });
  const done = importTable(project, taken.content, taken.wish);
  expect(done.result.counts).toMatchObject({ taken: 1, chosen: 1, new: 1, left: 0 });
  expect(known(project)).toEqual([
    ['Österreich', { Region: 'Europe', GDP: 4.5 }],
    ['Twin', { Region: 'Asia', GDP: 1 }],
    ['Twin', {}],
    ['Elsewhere', { Region: 'Africa', GDP: 2 }],
  ]);
  // Twice changes nothing, and one undo takes all of it back.
  const again = await prepared(project, path, { names: 'take', rows: [{ row: 3, to: second?.id ?? '' }] });
  expect(importTable(project, again.content, again.wish).step).toBeNull();
  project.undo();
  expect(known(project).map(([name]) => name)).toEqual(['Österreich', 'Twin', 'Twin']);
  expect(listAttributes(project.db)).toEqual([]);
});

test('an identity decides by itself, and a case made of one keeps it', async () => {
  const project = await newProject();
  const id = '0190aaaa-bbbb-7ccc-8ddd-eeeeeeeeeeee';
  const path = file(`case_id,name,Size\n${id},North,3\n${id},North again,4\n`);
  const first = await prepared(project, path, { unmatched: 'make' });
  expect(first.wish.key).toEqual({ column: 0, by: 'id' });
  const made = importTable(project, first.content, first.wish);
  expect(made.result.counts).toMatchObject({ new: 1, twice: 1 });
  expect(listCases(project.db).map((each) => [each.id, each.name])).toEqual([[id, 'North']]);
  const again = await prepared(project, path, { unmatched: 'make' });
  const { plan } = planTable(project.db, again.content, again.wish);
  expect(plan.counts).toMatchObject({ exact: 1, new: 0, twice: 1 });
  expect(importTable(project, again.content, again.wish).step).toBeNull();
  const renamed = await prepared(project, file(`case_id,name,Size\n${id},The north,5\n`));
  expect(planTable(project.db, renamed.content, renamed.wish).plan.changes).toEqual([
    { row: 2, owner: 'North', column: 'name', before: 'North', after: 'The north' },
    { row: 2, owner: 'North', column: 'Size', before: '3', after: '5' },
  ]);
});

test('documents are known by their short key, or by an attribute that names them', async () => {
  const project = await newProject();
  addText(project, 'Alpha', 'Words of alpha.');
  addText(project, 'Beta', 'Words of beta.');
  const byKey = await prepared(project, file('short_key,Pages,ISO\nalpha,12,FI\nbeta,7,SE\ngamma,1,NO\n'), {
    unmatched: 'make',
  });
  expect(byKey.wish).toMatchObject({ of: 'document', key: { column: 0, by: 'key' } });
  // No document is made of a row, whatever was wished.
  expect(importTable(project, byKey.content, byKey.wish).result.counts).toMatchObject({
    exact: 2,
    left: 1,
    new: 0,
  });
  const iso = listAttributes(project.db).find(({ name }) => name === 'ISO');
  const byIso = await prepared(project, file('Pages,ISO\n13,FI\n7,SE\n'), {
    of: 'document',
    key: { column: 1, by: 'attribute', attribute: iso?.id ?? '' },
  });
  expect(planTable(project.db, byIso.content, byIso.wish).plan.changes).toEqual([
    { row: 2, owner: 'Alpha', column: 'Pages', before: '12', after: '13' },
  ]);
});

test('a cell that does not fit is named and left, and the others are taken', async () => {
  const project = await newProject();
  createAttribute(project, { name: 'Since', appliesTo: 'case', kind: 'date' });
  createAttribute(project, { name: 'Member', appliesTo: 'case', kind: 'boolean' });
  const read = await prepared(
    project,
    file('name,Since,Member\nNorth,26.7.2025,yes\nSouth,2025-02-30,perhaps\nWest,2025-07,0\n'),
    { unmatched: 'make' },
  );
  const { result } = importTable(project, read.content, read.wish);
  expect(result.problems.map(({ row, column }) => [row, column])).toEqual([
    [2, 'Since'],
    [3, 'Since'],
    [3, 'Member'],
  ]);
  expect(result.refused).toBe(3);
  expect(known(project)).toEqual([
    ['North', { Member: true }],
    ['South', {}],
    ['West', { Since: '2025-07', Member: false }],
  ]);
});

test('kinds are seen from what stands in a column', async () => {
  const project = await newProject();
  const rows = [
    'A;1,5;2024;yes;007;x;2025-07',
    'B;2;2025;no;008;x;2025',
    'C;3;2026;;009;y;',
    'D;4;2027;yes;1;y;',
  ];
  const { shown } = await prepared(
    project,
    file(`name;amount;year;member;code;side;since\n${rows.join('\n')}\n`),
  );
  expect(shown.columns.map(({ kind }) => kind)).toEqual([
    'text',
    'number',
    'number',
    'boolean',
    'text',
    'choice',
    'date',
  ]);
});

const text = fc
  .string({ unit: 'grapheme', maxLength: 12 })
  .filter((each) => each.trim() !== '' && !/[\0\r]/.test(each) && each.isWellFormed());
const VALUES = {
  text,
  number: fc.double({ noNaN: true, noDefaultInfinity: true }),
  boolean: fc.boolean(),
  choice: text.map((each) => each.trim()),
  date: fc.constantFrom('2025', '2025-07', '2025-07-26', '0999-01-31'),
};

test('what is exported and imported again changes nothing', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.record({
          name: text,
          text: fc.option(VALUES.text),
          number: fc.option(VALUES.number),
          boolean: fc.option(VALUES.boolean),
          choice: fc.option(VALUES.choice),
          date: fc.option(VALUES.date),
        }),
        { minLength: 1, maxLength: 6 },
      ),
      async (rows) => {
        const project = await newProject();
        const kinds = ['text', 'number', 'boolean', 'choice', 'date'] as const;
        const ids = kinds.map(
          (kind) => createAttribute(project, { name: `=${kind}`, appliesTo: 'case', kind }).result,
        );
        for (const row of rows) {
          const owner = { case: createCase(project, row.name.trim()).result };
          for (const [at, kind] of kinds.entries()) setAttribute(project, ids[at] ?? '', owner, row[kind]);
        }
        const before = known(project);
        const path = file(wideCsv(wideTable(project.db, 'case')));
        for (const clear of [false, true]) {
          const again = await prepared(project, path, { clear });
          const done = importTable(project, again.content, again.wish);
          expect(done.result.counts.exact).toBe(rows.length);
          expect(done.result.problems).toEqual([]);
          expect(done.result.changes).toEqual([]);
          expect(done.step).toBeNull();
        }
        expect(known(project)).toEqual(before);
        project.close();
      },
    ),
    { numRuns: 25 },
  );
});

test.each(['csv', 'xlsx'] as const)('a dataset as %s comes back with nothing changed', async (format) => {
  const project = await newProject();
  const document = addText(project, 'Alpha', 'Words of alpha.', 'North');
  const owner = { case: listCases(project.db)[0]?.id ?? '' };
  for (const [kind, value] of [
    ['text', '=note'],
    ['number', -2.5],
    ['boolean', false],
    ['choice', 'coast'],
    ['date', '2025-07'],
  ] as const) {
    const of = (appliesTo: 'case' | 'document') =>
      createAttribute(project, { name: `Of ${kind}`, appliesTo, kind }).result;
    setAttribute(project, of('case'), owner, value);
    setAttribute(project, of('document'), { document }, value);
  }
  const target = join(tempFolder(), format === 'csv' ? 'out' : 'out.xlsx');
  await writeDataset(project.db, target, { format, texts: false, images: false });
  const tables =
    format === 'xlsx'
      ? [target]
      : ['cases', 'documents', 'attributes'].map(
          (name) => [join(target, `${name}.csv`), join(target, 'data', `${name}.csv`)].find(existsSync) ?? '',
        );
  const fates: string[] = [];
  for (const table of tables) {
    const { sheets } = await readTables(table);
    for (const [at, { head, name }] of sheets.entries()) {
      if (!['case_id', 'document_id'].includes(head[0] ?? '') || head[1] === 'document_id') continue;
      const read = await prepared(project, table, {}, at);
      const done = importTable(project, read.content, read.wish);
      expect({ name, changes: done.result.changes, problems: done.result.problems }).toEqual({
        name,
        changes: [],
        problems: [],
      });
      expect(done.step).toBeNull();
      fates.push(`${read.wish.of} ${done.result.counts.exact}`);
    }
  }
  expect(fates.toSorted()).toEqual(['case 1', 'case 1', 'document 1', 'document 1']);
});

test('many cells are filled in one step, or none where one does not fit', async () => {
  const project = await newProject();
  const attribute = createAttribute(project, { name: 'Size', appliesTo: 'case', kind: 'number' }).result;
  const cases = ['North', 'South'].map((name) => createCase(project, name).result);
  const values = cases.map((id, at) => ({ attribute, owner: { case: id }, value: at + 1 }));
  expect(() =>
    fillValues(project, [...values, { attribute, owner: { case: cases[0] ?? '' }, value: 'many' }], []),
  ).toThrow(/takes a number/);
  expect(known(project).map(([, of]) => of)).toEqual([{}, {}]);
  fillValues(project, values, [{ case: cases[0] ?? '', name: 'The north' }]);
  expect(known(project)).toEqual([
    ['The north', { Size: 1 }],
    ['South', { Size: 2 }],
  ]);
  expect(fillValues(project, values, []).step).toBeNull();
  project.undo();
  expect(known(project)).toEqual([
    ['North', {}],
    ['South', {}],
  ]);
});
