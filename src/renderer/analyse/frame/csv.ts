import type { ShownTable } from './shown.ts';

const BREAKS = /[",\r\n]/;

/** Beginnings that a spreadsheet would take for a formula. */
const FORMULA = /^[=+\-@\t\r]/;

function field(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return BREAKS.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Writes a table as CSV: numbers unrounded, shares as fractions of 1, what is not known as an empty field. Lines end in CRLF. */
export function tableCsv({ columns, rows }: Pick<ShownTable, 'columns' | 'rows'>): string {
  const lines = [columns.map(({ title }) => title), ...rows.map(({ cells }) => cells)];
  return lines.map((line) => `${line.map(field).join(',')}\r\n`).join('');
}
