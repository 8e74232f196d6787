import type { ShownCell, ShownTable } from './shown.ts';

const BREAKS = /[",\r\n]/;

/** Beginnings that a spreadsheet would take for a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/** Rows that are written at a time. */
const ROWS = 20_000;

function field(value: ShownCell): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return BREAKS.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const line = (cells: readonly ShownCell[]): string => `${cells.map(field).join(',')}\r\n`;

/**
 * Writes a table as CSV: numbers unrounded, shares as fractions of 1, what is not known as an empty field. Lines end in CRLF.
 * @returns it part by part: as a whole a table of millions of rows would not fit into a string
 */
export function* tableCsv(
  { columns, count, cells }: Pick<ShownTable, 'columns' | 'count' | 'cells'>,
  rows: number = ROWS,
): Generator<string, void> {
  let part = line(columns.map(({ title }) => title));
  for (let place = 0; place < count; place++) {
    part += line(cells(place));
    if ((place + 1) % rows > 0) continue;
    yield part;
    part = '';
  }
  if (part !== '') yield part;
}
