import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createCode } from '../../../src/engine/codebook/write.ts';
import { remarksOn } from '../../../src/engine/dataset/faces/qca/fitness.ts';
import type { Condition, QcaTable } from '../../../src/engine/dataset/faces/qca/table.ts';
import type { Project } from '../../../src/engine/store/project.ts';
import { ANNA, newProject, tempFolder } from '../kit/project.ts';
import { addCases } from './irregular.ts';
import { parseCsv, type Row, readBack } from './read-back.ts';
import { newStudy } from './study.ts';
import { addMarkdown, apply, BEN, review, writeFrom } from './work.ts';

async function exported(project: Project, options = {}) {
  const folder = join(tempFolder(), 'qca');
  await writeFrom(project, folder, { texts: true, format: 'qca', ...options });
  const raw = (path: string) => readFileSync(join(folder, path), 'utf8');
  return { raw, table: (name: string) => parseCsv(raw(`${name}.csv`)) };
}

/** Three plans, two coders and two codes, worked out by hand. */
async function small() {
  const project = await newProject();
  const text = 'Safety first. Rights too. And growth again.';
  const [a, b, c] = ['a', 'b', 'c'].map((key) => addMarkdown(project, key, key, text)) as [
    string,
    string,
    string,
  ];
  addCases(project, [
    ['North', [a]],
    ['Süd', [b, c]],
    ['Nowhere', []],
  ]);
  const [safety, rights, other] = ['Safety', 'Rights', 'Never judged'].map(
    (name) => createCode(project, { name, parentId: null }).result,
  ) as [string, string, string];
  return { project, text, a, b, c, safety, rights, other };
}

test('presence, counts and shares of a small study, by hand', async () => {
  const { project, text, a, b, c, safety, rights } = await small();
  // Two coders, one place: it counts once. Of seven words it covers two, and the second place one more.
  apply(project, ANNA, a, text, 'Safety first', [safety]);
  apply(project, BEN, a, text, 'Safety first', [safety]);
  apply(project, BEN, a, text, 'growth', [safety]);
  review(project, ANNA, a, [rights]);
  // Absent only if one coder looked in both documents.
  review(project, ANNA, b, [safety, rights]);
  review(project, BEN, c, [safety]);
  review(project, ANNA, c, [rights]);
  const { table, raw } = await exported(project);
  const numbers = { BALANCE: '-2.5', MEMBER: '0' };
  expect(table('presence')).toEqual([
    { CASE: 'North', SAFETY: '1', RIGHTS: '0', MEMBER: '0' },
    { CASE: 'Sud', SAFETY: '', RIGHTS: '0', MEMBER: '1' },
    { CASE: 'Nowhere', SAFETY: '', RIGHTS: '', MEMBER: '0' },
  ]);
  expect(table('count')[0]).toEqual({ CASE: 'North', SAFETY: '2', RIGHTS: '0', ...numbers });
  expect(table('share').map(({ SAFETY, RIGHTS }) => [SAFETY, RIGHTS])).toEqual([
    ['0.428571', '0.000000'],
    ['', '0.000000'],
    ['', ''],
  ]);
  expect(raw('tosmana.csv')).toBe('CASE,SAFETY,RIGHTS,MEMBER\nNorth,1,0,0\n');
  expect(
    table('conditions').map(({ name, kind, cases, missing, present }) => [
      name,
      kind,
      cases,
      missing,
      present,
    ]),
  ).toEqual([
    ['SAFETY', 'code', '1', '2', '1'],
    ['RIGHTS', 'code', '2', '1', '0'],
    ['BALANCE', 'number', '3', '0', '3'],
    ['MEMBER', 'boolean', '3', '0', '1'],
  ]);
  expect(table('cases').map(({ name, label, missing }) => [name, label, missing])).toEqual([
    ['North', 'North', '0'],
    ['Sud', 'Süd', '1'],
    ['Nowhere', 'Nowhere', '2'],
  ]);
});

test('the README says plainly why the table is not fit, and what is missing', async () => {
  const { project, text, a, b, safety, rights } = await small();
  apply(project, ANNA, a, text, 'Safety', [safety]);
  review(project, BEN, a, [safety, rights]);
  review(project, ANNA, b, [safety]);
  const readme = (await exported(project)).raw('README.md');
  expect(readme).toContain('## This table is not fit for QCA as it stands');
  expect(readme).toContain('Missing cells: 4 of 9.');
  expect(readme).toContain('Cases with a missing cell: Sud, Nowhere.');
  expect(readme).toContain('The same in every case that has a value: SAFETY, RIGHTS.');
  expect(readme).toContain('one coder says present and another absent, and which count as present: 1.');
  expect(readme).toContain('Cases without a document: Nowhere.');
  expect(readme).toContain('no conditions: 1.');
});

const condition = (name: string, presence: (number | null)[]): Condition => ({
  ...{ name, kind: 'code', id: name, label: name, about: '', disputed: 0 },
  ...{ presence, count: presence, share: presence },
});

const tableOf = (cases: number, conditions: readonly Condition[]): QcaTable => ({
  cases: Array.from({ length: cases }, (_, index) => ({
    name: `K${index}`,
    unit: { kind: 'document', id: String(index), name: '', documents: [] },
  })),
  conditions,
  unjudged: [],
});

const unfit = (table: QcaTable) => remarksOn(table).filter(({ weight }) => weight === 'unfit');

test('a table is fit where nothing is missing, all varies and the cases bear the conditions', () => {
  const varied = (cases: number) => Array.from({ length: cases }, (_, index) => index % 2);
  const many = (count: number, cases: number) =>
    Array.from({ length: count }, (_, index) => condition(`C${index}`, varied(cases)));
  expect(unfit(tableOf(12, many(5, 12)))).toEqual([]);
  expect(unfit(tableOf(6, many(60, 6)))[0]?.text).toContain(
    'more than a thousand million rows, of which the cases can fill 6',
  );
  expect(unfit(tableOf(12, many(9, 12)))[0]?.text).toContain('256 rows');
  expect(unfit(tableOf(9, many(3, 9)))[0]?.text).toContain('Cases: 9; conditions: 2');
  expect(unfit(tableOf(12, [...many(2, 12), condition('SAME', Array(12).fill(1))]))[0]?.text).toContain(
    'SAME',
  );
  expect(unfit(tableOf(1, many(3, 1)))[0]?.text).toContain('nothing to compare');
});

test('a scope that asks for codes gives these as conditions', async () => {
  const { project, codes } = await newStudy();
  const scope = {
    ...{ documents: [], cases: [], attributes: [], coders: [], text: '' },
    codes: [{ mode: 'any' as const, codes: [codes.safety], below: false }],
  };
  const { raw, table } = await exported(project, { scope });
  expect(raw('presence.csv').split('\n')[0]).toBe('CASE,SAFETY,MEMBER');
  expect(table('conditions')[0]).toMatchObject({
    label: 'Values / aims / =Safety',
    about: '\'-1 < safety\r\n"quoted", and more',
  });
  expect(raw('README.md')).toContain('This dataset holds a part of the project.');
});

/** What the matrix says of a case and a code, all coders together. */
function judged(matrix: readonly Row[], unit: string, code: string): string {
  const said = matrix
    .filter((row) => row['unit_id'] === unit && row['code_id'] === code)
    .map(({ presence }) => presence);
  return said.includes('1') ? '1' : said.includes('0') ? '0' : '';
}

test('nothing that nobody judged ever becomes a zero: whatever was coded and reviewed, cells say what matrix.csv says', async () => {
  const judgement = fc.record({
    who: fc.constantFrom(ANNA, BEN),
    document: fc.nat(2),
    code: fc.nat(1),
    isReview: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(judgement, { maxLength: 8 }), async (judgements) => {
      const { project, text, a, b, c, safety, rights } = await small();
      for (const { who, document, code, isReview } of judgements) {
        const [there, what] = [[a, b, c][document] ?? a, [safety, rights][code] ?? safety];
        if (isReview) review(project, who, there, [what]);
        else apply(project, who, there, text, 'Rights', [what]);
      }
      const { table } = await exported(project);
      const folder = join(tempFolder(), 'package');
      await writeFrom(project, folder);
      const matrix = readBack(folder).table('matrix');
      const conditions = table('conditions').filter(({ kind }) => kind === 'code');
      for (const [index, ofCase] of table('cases').entries()) {
        for (const { name = '', id = '' } of conditions) {
          const expected = judged(matrix, ofCase['id'] ?? '', id);
          expect(table('presence')[index]?.[name]).toBe(expected);
          for (const measure of ['count', 'share']) {
            const cell = table(measure)[index]?.[name] ?? '';
            expect([cell === '', Number(cell) === 0]).toEqual([expected === '', expected !== '1']);
          }
        }
      }
      // A code without a column was judged nowhere.
      const columns = new Set(conditions.map(({ id }) => id));
      const left = matrix.filter((row) => !columns.has(row['code_id'] ?? ''));
      expect(left.filter(({ presence }) => presence !== '')).toEqual([]);
      for (const row of table('tosmana')) expect(Object.values(row)).not.toContain('');
    }),
    { numRuns: 6 },
  );
}, 60_000);
