import type { ColumnUse, TableGuess, TableKey, TableSheet } from '../../../contract/attribute-tables.ts';
import type { AttributeRow } from '../../../contract/cases.ts';
import { CASES } from '../../dataset/fields/cases.ts';
import { DOCUMENTS } from '../../dataset/fields/documents.ts';
import { type Cell, cellText, isEmpty, type Sheet } from './sheet.ts';
import { kindOf } from './values.ts';

type Owner = 'document' | 'case';

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** How many rows are shown of a sheet before it is imported. */
const SHOWN = 5;

/** What tables call the column of names, in lower case. */
const NAMES: Readonly<Record<Owner, readonly string[]>> = {
  case: ['name', 'case', 'case name', 'case_name'],
  document: ['title', 'document', 'name', 'document title'],
};

/** What Colligo's own tables call the column of names. */
const TITLE: Readonly<Record<Owner, string>> = { case: 'name', document: 'title' };

/** Columns of Colligo's own tables. */
const OWN: Readonly<Record<Owner, readonly string[]>> = {
  case: CASES.fields.map(({ name }) => name),
  document: DOCUMENTS.fields.map(({ name }) => name),
};

/** Those that stand before the attributes where there are any. */
const BASE: Readonly<Record<Owner, readonly string[]>> = {
  case: ['case_id', 'name', 'description'],
  document: ['document_id', 'short_key', 'title'],
};

const normal = (text: string) => text.trim().normalize('NFC').toLowerCase();

const columnOf = ({ rows }: Sheet, at: number): Cell[] => rows.map(({ cells }) => cells[at] ?? null);

/** @returns a sheet as it is shown: its columns with their kinds, some rows, and how it may be taken */
export function describeSheet(sheet: Sheet, attributes: readonly AttributeRow[]): TableSheet {
  const guesses = { case: guess(sheet, 'case', attributes), document: guess(sheet, 'document', attributes) };
  return {
    name: sheet.name,
    rows: sheet.rows.length,
    columns: sheet.head.map((name, at) => {
      const cells = columnOf(sheet, at);
      return {
        name,
        kind: kindOf(cells, sheet.decimalComma),
        filled: cells.filter((cell) => !isEmpty(cell)).length,
      };
    }),
    sample: sheet.rows.slice(0, SHOWN).map(({ cells }) => cells.map(cellText)),
    likely: likelyOf(sheet),
    guesses,
  };
}

function likelyOf({ head }: Sheet): Owner {
  const names = head.map(normal);
  const isDocuments =
    names.includes('document_id') || ['title', 'short_key', 'document'].includes(names[0] ?? '');
  return isDocuments && names[0] !== 'case_id' ? 'document' : 'case';
}

function guess(sheet: Sheet, of: Owner, attributes: readonly AttributeRow[]): TableGuess {
  const key = keyOf(sheet, of);
  const own = attributes.filter(({ appliesTo }) => appliesTo === of);
  const isOurs = key?.by === 'id' && normal(sheet.head[key.column] ?? '') === `${of}_id`;
  const taken = new Set<string>();
  return {
    key,
    columns: sheet.head.map((name, at): ColumnUse => {
      const use = useOf(sheet, at, of, own, key, isOurs);
      // What two columns would become, the first of them becomes.
      const what = use.to === 'attribute' ? use.attribute : use.to === 'new' ? normal(name) : use.to;
      if (use.to !== 'nothing' && taken.has(what)) return { to: 'nothing' };
      taken.add(what);
      return use;
    }),
  };
}

function useOf(
  sheet: Sheet,
  at: number,
  of: Owner,
  own: readonly AttributeRow[],
  key: TableKey | null,
  isOurs: boolean,
): ColumnUse {
  const name = sheet.head[at] ?? '';
  const identity = sheet.attributes[at];
  if (isOurs && identity === undefined && isOwnColumn(sheet.head, at, of)) {
    if (name === TITLE[of]) return { to: 'name' };
    return name === 'description' ? { to: 'description' } : { to: 'nothing' };
  }
  const same = own.find(({ id }) => id === identity) ?? namedSo(own, name);
  if (same) return { to: 'attribute', attribute: same.id };
  if (NAMES[of].includes(normal(name))) {
    // A name that says whose row it is does not change it.
    return key?.column === at ? { to: 'nothing' } : { to: 'name' };
  }
  if (key?.column === at) return { to: 'nothing' };
  if (of === 'case' && normal(name) === 'description') return { to: 'description' };
  return { to: 'new', name: name.slice(0, 500), kind: kindOf(columnOf(sheet, at), sheet.decimalComma) };
}

/** Whether a column of Colligo's own is no attribute: a dataset has only such, a table with attributes has them at its start. */
function isOwnColumn(head: readonly string[], at: number, of: Owner): boolean {
  const name = head[at] ?? '';
  const isFirst = head.indexOf(name) === at && OWN[of].includes(name);
  return isFirst && (head.includes('created_at') || BASE[of].includes(name));
}

/** The attribute of exactly that name, else the only one whose name differs in its case alone. */
function namedSo(own: readonly AttributeRow[], name: string): AttributeRow | undefined {
  const alike = own.filter((each) => normal(each.name) === normal(name));
  return own.find((each) => each.name === name) ?? (alike.length === 1 ? alike[0] : undefined);
}

function keyOf(sheet: Sheet, of: Owner): TableKey | null {
  const names = sheet.head.map(normal);
  const isId = (at: number) => columnOf(sheet, at).every((cell) => UUID.test(cellText(cell)));
  const named = (...wanted: string[]) => wanted.map((name) => names.indexOf(name)).find((at) => at >= 0);
  const id = [`${of}_id`, 'owner_id', 'id', 'guid', 'uuid']
    .map((name) => names.indexOf(name))
    .find((at) => at >= 0 && isId(at));
  if (id !== undefined) return { column: id, by: 'id' };
  const short = of === 'document' ? named('short_key', 'key') : undefined;
  if (short !== undefined) return { column: short, by: 'key' };
  const called = named(...NAMES[of]);
  if (called !== undefined) return { column: called, by: 'name' };
  return { column: 0, by: 'name' };
}
