import type { Field, RowOf } from '../../fields/field.ts';
import { count, defineTable, id, text } from '../../fields/field.ts';
import type { Condition, QcaCase, QcaTable } from './table.ts';

/** What stands in the cells of a table. */
export type Measure = 'presence' | 'count' | 'share';

const shown = (value: number | null, isShare: boolean): string =>
  value === null ? '' : isShare ? value.toFixed(6) : String(value);

/**
 * @param rows which cases; all of them, where it is left out
 * @returns the lines of a table as all three programs read them: commas, a header, the cases in the first column, nothing to be
 * quoted; a cell that nobody judged is empty
 */
export function* measured(
  cases: readonly QcaCase[],
  conditions: readonly Condition[],
  measure: Measure,
  rows: readonly boolean[] = cases.map(() => true),
): Generator<string, void> {
  yield `${['CASE', ...conditions.map(({ name }) => name)].join(',')}\n`;
  for (const [index, { name }] of cases.entries()) {
    if (!rows[index]) continue;
    const cells = conditions.map((condition) =>
      shown(condition[measure][index] ?? null, measure === 'share' && condition.kind === 'code'),
    );
    yield `${[name, ...cells].join(',')}\n`;
  }
}

const number = <const Name extends string>(name: Name, about: string): Field<Name> => ({
  name,
  type: 'number',
  about,
  empty: 'Every cell is missing.',
});

export const CONDITIONS = defineTable({
  name: 'conditions',
  title: 'Conditions',
  about: 'What the columns of the tables are.',
  primaryKey: ['name'],
  fields: [
    text('name', 'The name in the tables.'),
    text('kind', 'What it is.', {
      values: { code: 'a code', number: 'a number: not in presence.csv', boolean: 'true (1) or false (0)' },
    }),
    id('id', 'The code or attribute, as in the other formats.'),
    text('label', 'The path of the code, or the name of the attribute.'),
    text('about', 'Its definition.', { empty: 'Nothing was written.' }),
    count('cases', 'Cases with a value.'),
    count('missing', 'Cases without one: not judged, or not given.'),
    count('present', 'Cases in which it is present (a number: not 0).'),
    count('disputed', 'Cases in which one coder says present and another absent; they count as present.'),
    number('least_share', 'The smallest value in share.csv.'),
    number('greatest_share', 'The greatest value in share.csv.'),
  ],
});

/** @returns a row for each condition */
export function* conditionRows({ conditions }: QcaTable): Generator<RowOf<typeof CONDITIONS>, void> {
  for (const { name, kind, id: ofWhat, label, about, disputed, presence, share } of conditions) {
    const given = presence.filter((value) => value !== null);
    const shares = share.filter((value) => value !== null);
    const edge = (pick: (a: number, b: number) => number) =>
      shares.length === 0 ? null : Number(shares.reduce((a, b) => pick(a, b)).toFixed(6));
    yield {
      name,
      kind,
      id: ofWhat,
      label,
      about,
      cases: given.length,
      missing: presence.length - given.length,
      present: given.filter((value) => value !== 0).length,
      disputed,
      least_share: edge(Math.min),
      greatest_share: edge(Math.max),
    };
  }
}

export const CASES = defineTable({
  name: 'cases',
  title: 'Cases',
  about: 'What the rows of the tables are.',
  primaryKey: ['name'],
  fields: [
    text('name', 'The name in the tables.'),
    text('kind', 'What it is.', {
      values: { case: 'a case with all its documents', document: 'a document that belongs to no case' },
    }),
    id('id', 'The case or document, as in the other formats.'),
    text('label', 'The name of the case or the title of the document.'),
    count('documents', 'Its documents.'),
    count('words', 'All their words.'),
    count('missing', 'Empty cells in its row of presence.csv.'),
  ],
});

/** @returns a row for each case */
export function* caseRows(
  { cases }: QcaTable,
  crisp: readonly Condition[],
): Generator<RowOf<typeof CASES>, void> {
  for (const [index, { name, unit }] of cases.entries()) {
    yield {
      name,
      kind: unit.kind,
      id: unit.id,
      label: unit.name,
      documents: unit.documents.length,
      words: unit.documents.reduce((sum, { words }) => sum + words, 0),
      missing: crisp.filter(({ presence }) => presence[index] === null).length,
    };
  }
}
