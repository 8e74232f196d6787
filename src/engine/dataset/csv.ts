import type { Cell, Field, Table } from './fields/field.ts';

/**
 * Beginnings that a spreadsheet may take for a formula (OWASP, "CSV Injection"), and the apostrophe itself, so that the
 * escape can be undone.
 */
const DANGEROUS = /^[=+\-@\t\r']/;

/** @returns the text with one apostrophe before it, where it begins with = + - @ TAB CR or an apostrophe */
export const escapeText = (text: string): string => (DANGEROUS.test(text) ? `'${text}` : text);

/** @returns the text that `escapeText` was given */
export const unescapeText = (cell: string): string => (cell.startsWith("'") ? cell.slice(1) : cell);

/** RFC 4180 asks for quotes around the first three; some readers trim unquoted white space at the edges. */
const QUOTED = /[",\r\n]|^\s|\s$/;

/**
 * A table as CSV: RFC 4180 but for LF after each record, no byte order mark, a header. Line ends inside a cell stay as they
 * are. Numbers and dates do not depend on the locale.
 * @param rows in the order in which they are written
 * @returns the file's text, a record at a time
 */
export function* csvOf<Name extends string>(
  table: Table<Name>,
  rows: Iterable<Readonly<Record<Name, Cell>>>,
): Generator<string, void> {
  yield record(table.fields.map((field) => field.name));
  for (const row of rows) yield record(table.fields.map((field) => cellText(field, row[field.name])));
}

/** @param cells escaped where they are texts; @returns one line of CSV, its end included */
export function record(cells: readonly string[]): string {
  return `${cells.map((cell) => (QUOTED.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\n`;
}

/** Text is escaped whatever column it stands in; numbers and truth values cannot be mistaken for a formula. */
function cellText(field: Field, cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return escapeText(cell);
  if (typeof cell === 'number' && field.decimals !== undefined) return cell.toFixed(field.decimals);
  return String(cell);
}
