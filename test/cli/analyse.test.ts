import { beforeEach, expect, it } from 'vitest';
import type { Along } from '../../src/contract/along.ts';
import type { Crosstab, Saturation, Similarity } from '../../src/contract/analyse.ts';
import type { CompareMeetings, CompareTable } from '../../src/contract/compare.ts';
import { Place } from './kit/place.ts';

let place: Place;
beforeEach(async () => {
  place = new Place();
  await place.ok('sample', 'try.colligo');
});

type WithCodes<Table> = Omit<Table, 'codes'> & { codes: { id: string; path: string }[] };

/** By document the codes found in it, from the table of all of them. */
async function codesByDocument(...scope: string[]) {
  const table = await place.json<WithCodes<CompareTable>>(
    ...['table', 'try.colligo', '--columns', 'document', ...scope],
  );
  return table.columns.map((_, column) =>
    table.cells.flatMap((cell) => (cell.column === column && cell.presence === 1 ? [cell.row] : [])),
  );
}

it('sets codes beside groups', async () => {
  const crosstab = await place.json<Crosstab & { rows: { path: string }[] }>(
    ...['analyse', 'crosstab', 'try.colligo', '--attribute', 'Bloc'],
  );
  const table = await place.json<WithCodes<CompareTable>>('table', 'try.colligo', '--columns', 'Bloc');
  expect(crosstab.groups.map(({ id }) => id)).toEqual(table.columns.map(({ id }) => id));
  expect(crosstab.rows.length).toBeGreaterThan(50);
  for (const { code, path, observed } of crosstab.rows) {
    const row = table.codes.findIndex(({ id }) => id === code);
    expect(path).toBe(table.codes[row]?.path);
    expect(observed).toEqual(
      table.columns.map(
        (_, column) => table.cells.find((cell) => cell.row === row && cell.column === column)?.spans ?? 0,
      ),
    );
  }
  const said = await place.ok(
    ...['analyse', 'crosstab', 'try.colligo', '--attribute', 'Bloc', '--row', 'Regulators'],
    ...['--row', 'Sandboxes and test beds'],
  );
  expect(said).toContain('there is no p-value');
  // Of the 20 ways in which three of six cases can have it, this one and its reverse are the rarest.
  expect(said).toMatch(/Sandboxes and test beds +3\/0 +0\/1 +0\/2 +p 0\.1000, Holm 0\.2000/);
  expect(await place.fails(1, 'analyse', 'crosstab', 'try.colligo', '--attribute', 'Size')).toContain('Bloc');
});

it('says how alike documents are', async () => {
  const similarity = await place.json<Similarity>('analyse', 'similarity', 'try.colligo');
  const [first = [], second = []] = await codesByDocument();
  const both = first.filter((row) => second.includes(row)).length;
  expect(similarity.values[0]).toBeCloseTo(both / (first.length + second.length - both), 12);
  expect(similarity.values.length).toBe(15);
  const cases = await place.ok(
    ...['analyse', 'similarity', 'try.colligo', '--columns', 'case', '--by', 'cosine', '--roll-up'],
  );
  expect(cases).toContain('United Kingdom  (');
  expect(cases).toContain('Left out: 0 without a code.');
  await place.fails(2, 'analyse', 'similarity', 'try.colligo', '--by', 'eye');
});

it('says how many codes each document adds, within the scope', async () => {
  for (const scope of [[], ['--coder', 'Coder B'], ['--code', 'Rules']]) {
    const documents = await codesByDocument(...scope);
    const { steps } = await place.json<Saturation>('analyse', 'saturation', 'try.colligo', ...scope);
    expect(steps.at(-1)?.cumulative).toBe(new Set(documents.flat()).size);
    expect(steps.map(({ codes }) => codes)).toEqual(
      documents.map(({ length }) => length).slice(0, steps.length),
    );
  }
  const said = await place.ok('analyse', 'saturation', 'try.colligo', '--order', 'imported');
  expect(said).toMatch(/^ +codes +new +so far +in any order$/m);
});

it('says which codes meet, and how near', async () => {
  type Meetings = WithCodes<CompareMeetings>;
  const meet = (...more: string[]) =>
    place.json<Meetings>('analyse', 'co-occurrence', 'try.colligo', ...more);
  const table = await place.json<WithCodes<CompareTable>>('table', 'try.colligo', '--columns', 'document');
  const overlap = await meet();
  expect(overlap.codes).toEqual(table.codes);
  expect(overlap.places).toEqual(table.rows.map(({ spans }) => spans));
  // What meets on one place overlaps, and what overlaps lies in one section.
  const sum = ({ pairs }: Meetings) => pairs.reduce((all, { places }) => all + places, 0);
  const [onPlace, section] = [await meet('--near', 'place'), await meet('--near', 'section')];
  expect(sum(onPlace)).toBeGreaterThan(0);
  expect(sum(overlap)).toBeGreaterThanOrEqual(sum(onPlace));
  expect(sum(section)).toBeGreaterThan(sum(overlap));
  expect(sum(await meet('--near', '9999'))).toBeGreaterThan(sum(section));
  const said = await place.ok(
    'analyse',
    'co-occurrence',
    'try.colligo',
    '--near',
    '10',
    '--coder',
    'Coder A',
  );
  expect(said).toMatch(/^\d+ pairs of codes meet, of \d+ possible ones\.$/m);
  expect(await place.fails(2, 'analyse', 'co-occurrence', 'try.colligo', '--near', 'page')).toContain(
    'section',
  );
});

it('shows where codes lie along documents', async () => {
  const along = await place.json<WithCodes<Along>>('analyse', 'along', 'try.colligo', '--roll-up');
  const table = await place.json<WithCodes<CompareTable>>(
    ...['table', 'try.colligo', '--columns', 'document', '--roll-up'],
  );
  expect(along.documents.map(({ id }) => id)).toEqual(table.columns.map(({ id }) => id));
  along.documents.forEach(({ codes, coded, words }, column) => {
    expect([coded, words]).toEqual([table.all[column]?.words, table.columns[column]?.words]);
    for (const { row, words: covered, stretches } of codes) {
      const cell = table.cells.find((one) => one.row === row && one.column === column);
      expect(covered).toBe(cell?.words);
      expect(stretches.reduce((sum, { from, to }) => sum + to - from, 0)).toBe(covered);
    }
  });
  const said = await place.ok(
    'analyse',
    'along',
    'try.colligo',
    '--document',
    'APEC AI Initiative, in brief',
  );
  expect(said).toMatch(/^APEC AI Initiative, in brief {2}\(\d+ words, \d+\.\d% coded\)$/m);
  expect(said).toMatch(/^ {2}\S.+ \d+\.\d% {2}\|[ #-]{50}\|$/m);
});
