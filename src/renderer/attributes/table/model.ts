import type { AttributeRow, AttributeValue } from '../../../contract/cases.ts';
import type { Cursor, Sorting } from './state.ts';

export type Value = AttributeValue['value'];

/** A column: what its rows are called, what belongs to them, or an attribute. */
export type Column =
  | { readonly id: 'name' | 'members' }
  | { readonly id: string; readonly attribute: AttributeRow };

/** A case or document. */
export interface Line {
  readonly id: string;
  readonly name: string;
  /** What belongs to it: the documents of a case, the cases of a document. */
  readonly members: readonly string[];
  readonly values: ReadonlyMap<string, Value>;
}

/** The words that values without a form of their own are shown by. */
export interface Words {
  readonly yes: string;
  readonly no: string;
}

/** @returns the columns of a table: names, what belongs to them, then the attributes in their order */
export const columnsOf = (attributes: readonly AttributeRow[]): readonly Column[] => [
  { id: 'name' },
  { id: 'members' },
  ...attributes.map((attribute) => ({ id: attribute.id, attribute })),
];

/** @returns the attribute of a column, or undefined for the first two */
export const attributeOf = (column: Column | undefined): AttributeRow | undefined =>
  column !== undefined && 'attribute' in column ? column.attribute : undefined;

/** @returns what a cell says; empty where nothing is known */
export function textOfCell(line: Line, column: Column, words: Words): string {
  if (column.id === 'name') return line.name;
  if (column.id === 'members') return line.members.join(', ');
  const value = line.values.get(column.id);
  if (value === undefined) return '';
  return typeof value === 'boolean' ? (value ? words.yes : words.no) : String(value);
}

const inOrder = new Intl.Collator('en', { numeric: true });

/** @returns the lines sorted by a column, those of which nothing is known always at the end */
export function sorted(
  lines: readonly Line[],
  columns: readonly Column[],
  sorting: Sorting | null,
): readonly Line[] {
  const column = columns.find(({ id }) => id === sorting?.column);
  if (sorting === null || column === undefined) return lines;
  const sign = sorting.descending ? -1 : 1;
  const choices = attributeOf(column)?.choices ?? [];
  const keyOf = (line: Line): Value | undefined =>
    column.id === 'name'
      ? line.name
      : column.id === 'members'
        ? line.members.length
        : line.values.get(column.id);
  const compare = (a: Value, b: Value) => {
    if (typeof a !== 'string' || typeof b !== 'string') return Number(a) - Number(b);
    // Choices have an order of their own.
    return choices.length > 0 ? choices.indexOf(a) - choices.indexOf(b) : inOrder.compare(a, b);
  };
  return lines.toSorted((left, right) => {
    const [a, b] = [keyOf(left), keyOf(right)];
    if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
    return sign * compare(a, b);
  });
}

/** What was typed, as a value of an attribute; null clears; why it is none is the form that it should have. */
export type Typed = { readonly value: Value | null } | { readonly misfit: AttributeRow['kind'] };

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

/** A day of the calendar whose length is its precision. */
function isDate(text: string): boolean {
  const match = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text);
  if (match === null) return false;
  const full = `${match[1]}-${match[2] ?? '01'}-${match[3] ?? '01'}`;
  const time = Date.parse(`${full}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(full);
}

/** Takes what was typed or pasted into a cell. A choice is one of those there are, once there are any. */
export function taken(typed: string, { kind, choices }: AttributeRow, words: Words): Typed {
  const text = typed.trim();
  if (text === '') return { value: null };
  if (kind === 'number') return NUMBER.test(text) ? { value: Number(text) } : { misfit: kind };
  if (kind === 'date') return isDate(text) ? { value: text } : { misfit: kind };
  if (kind === 'boolean') {
    const low = text.toLowerCase();
    if ([words.yes.toLowerCase(), 'yes', 'true', '1'].includes(low)) return { value: true };
    return [words.no.toLowerCase(), 'no', 'false', '0'].includes(low) ? { value: false } : { misfit: kind };
  }
  if (kind === 'choice' && choices.length > 0) {
    const choice =
      choices.find((each) => each === text) ??
      choices.find((each) => each.toLowerCase() === text.toLowerCase());
    return choice === undefined ? { misfit: kind } : { value: choice };
  }
  return { value: text };
}

/**
 * The option that a list begins with when a cell is edited.
 * @param draft what the cell says, or the letter that was typed; a letter that begins no option leaves what is there
 * @param current what the cell says; empty where nothing is known, which no option is taken for
 */
export function optionFor(options: readonly string[], draft: string, current: string): string {
  if (draft === '' || draft === current) return current;
  const low = draft.toLowerCase();
  return options.find((each) => each.toLowerCase().startsWith(low)) ?? current;
}

/** A rectangle of cells, ends included. */
export interface Block {
  readonly top: number;
  readonly bottom: number;
  readonly start: number;
  readonly end: number;
}

/** @returns the block between two corners; of the titles nothing belongs to it */
export const blockOf = (a: Cursor, b: Cursor): Block => ({
  top: Math.max(0, Math.min(a.row, b.row)),
  bottom: Math.max(0, a.row, b.row),
  start: Math.min(a.column, b.column),
  end: Math.max(a.column, b.column),
});

/** @returns cells as spreadsheets exchange them: tabs between cells, lines between rows, quotes where one holds either */
export const toClipboard = (rows: readonly (readonly string[])[]): string =>
  rows
    .map((cells) =>
      cells.map((cell) => (/[\t\n\r"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join('\t'),
    )
    .join('\n');

/** @returns the cells of what a spreadsheet copied; the inverse of `toClipboard` */
export function fromClipboard(text: string): string[][] {
  const rows: string[][] = [[]];
  const body = text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  // A cell in quotes, where they begin it, or what goes to the next tab or line end; then what ends it.
  const cell = /(?:"((?:[^"]|"")*)"(?=[\t\n]|$)|([^\t\n]*))([\t\n]|$)/gy;
  for (;;) {
    const match = cell.exec(body);
    if (match === null) break;
    rows.at(-1)?.push(match[1] === undefined ? (match[2] ?? '') : match[1].replaceAll('""', '"'));
    if (match[3] === '') break;
    if (match[3] === '\n') rows.push([]);
  }
  return rows;
}

/** How many lines say what, the most frequent first; `null` for those of which nothing is known. */
export function groupsOf(
  lines: readonly Line[],
  column: Column,
  words: Words,
): readonly [string | null, number][] {
  const counts = new Map<string | null, number>();
  for (const line of lines) {
    const text = textOfCell(line, column, words) || null;
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return [...counts].toSorted((a, b) => Number(a[0] === null) - Number(b[0] === null) || b[1] - a[1]);
}
