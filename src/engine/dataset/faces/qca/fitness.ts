import { completeIn, crispOf, type QcaTable } from './table.ts';

/** What is to be known before the table is analysed. */
export interface Remark {
  /** `unfit`: as it stands the table is not to be analysed; `mind`: it can be, with this in mind. */
  readonly weight: 'unfit' | 'mind';
  readonly text: string;
}

/** The range that Berg-Schlosser and De Meur give for ten to forty cases. */
const MOST_CONDITIONS = 7;
const FEWEST_CASES = 10;

/** How many names a sentence holds. */
const NAMED = 12;

const named = (names: readonly string[], file: string): string =>
  names.length <= NAMED
    ? names.join(', ')
    : `${names.slice(0, NAMED).join(', ')} and ${names.length - NAMED} more (${file})`;

/** @returns what speaks against an analysis of presence.csv as it stands, and what to know of it; the gravest first */
export function remarksOn(table: QcaTable): Remark[] {
  const crisp = crispOf(table);
  if (table.cases.length < 2 || crisp.length < 2) {
    const size = `cases: ${table.cases.length}, conditions: ${crisp.length}`;
    return [
      {
        weight: 'unfit',
        text: `There is nothing to compare (${size}). Two of each are the least there can be.`,
      },
    ];
  }
  const unfit = [diversity(table, crisp.length), missing(table), variation(table)];
  const mind = [disputes(table), empty(table), unjudged(table)];
  return [
    ...unfit.flatMap((text): Remark[] => (text === null ? [] : [{ weight: 'unfit', text }])),
    ...mind.flatMap((text): Remark[] => (text === null ? [] : [{ weight: 'mind', text }])),
  ];
}

function diversity({ cases }: QcaTable, columns: number): string | null {
  const conditions = columns - 1;
  if (conditions <= MOST_CONDITIONS && cases.length >= FEWEST_CASES) return null;
  const rows = conditions > 30 ? 'more than a thousand million' : (2 ** conditions).toLocaleString('en');
  return `Cases: ${cases.length}; conditions: ${conditions}, with one of the ${columns} columns as the outcome. A truth table of so many conditions has ${rows} rows, of which the cases can fill ${cases.length} at most. As a rule of thumb, ten to forty cases bear four to six or seven conditions (Berg-Schlosser and De Meur 2009, in Rihoux and Ragin, Configurational Comparative Methods). Marx and Duşa (2011) give a limit for each number of cases; Thiem and Mkrtchyan (2023) dispute that such limits help. Choose a few conditions by what is known about them, or export these codes only.`;
}

function missing(table: QcaTable): string | null {
  const crisp = crispOf(table);
  const holes = crisp.filter(({ presence }) => presence.includes(null));
  if (holes.length === 0) return null;
  const complete = completeIn(table.cases, crisp);
  const unfit = table.cases.filter((_, index) => !complete[index]).map(({ name }) => name);
  const cells = holes.reduce((sum, { presence }) => sum + presence.filter((one) => one === null).length, 0);
  return `Missing cells: ${cells} of ${table.cases.length * crisp.length}. Nobody has judged these codes there or given these values, so the cells are empty and not 0, and such a case has no row in a truth table. Cases with a missing cell: ${named(unfit, 'cases.csv')}. Conditions with one: ${named(
    holes.map(({ name }) => name),
    'conditions.csv',
  )}. Review the documents for these codes, or leave out the conditions or the cases.`;
}

function variation(table: QcaTable): string | null {
  const constant = crispOf(table).filter(
    ({ presence }) => new Set(presence.filter((value) => value !== null)).size < 2,
  );
  if (constant.length === 0) return null;
  return `The same in every case that has a value: ${named(
    constant.map(({ name }) => name),
    'conditions.csv',
  )}. What does not vary can neither explain nor be explained.`;
}

function disputes({ conditions }: QcaTable): string | null {
  const disputed = conditions.filter((condition) => condition.disputed > 0);
  if (disputed.length === 0) return null;
  const cells = disputed.reduce((sum, condition) => sum + condition.disputed, 0);
  return `Cells in which one coder says present and another absent, and which count as present: ${cells}. Conditions: ${named(
    disputed.map(({ name }) => name),
    'conditions.csv',
  )}.`;
}

function empty({ cases }: QcaTable): string | null {
  const bare = cases.filter(({ unit }) => unit.documents.length === 0).map(({ name }) => name);
  return bare.length === 0 ? null : `Cases without a document: ${named(bare, 'cases.csv')}.`;
}

function unjudged({ unjudged: codes }: QcaTable): string | null {
  return codes.length === 0
    ? null
    : `Codes that nobody has judged in any case, and which are therefore no conditions: ${codes.length}.`;
}
