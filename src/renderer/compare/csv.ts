import type { Sheet } from './sheet.ts';
import { judgementOf, numberOf, presentIn, totalOf } from './sheet.ts';
import type { Measure } from './view.ts';
import type { Words } from './words.ts';

const BREAKS = /[",\r\n]/;

/** Beginnings that a spreadsheet would take for a formula. */
const FORMULA = /^[=+\-@\t\r]/;

function field(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return BREAKS.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Writes lines of fields as CSV, each ending in CRLF; what a spreadsheet would take for a formula is marked as text. */
export const csvLines = (lines: readonly (readonly (string | number)[])[]): string =>
  lines.map((line) => `${line.map(field).join(',')}\r\n`).join('');

/**
 * Writes the table as CSV, as it is shown: its rows in their order, absence as 0, and what nobody has judged as an empty field.
 * @returns lines that end in CRLF, with a head and a last column of totals
 */
export function csvOf(
  sheet: Sheet,
  measure: Measure,
  words: Words,
  heads: { code: string; total: string },
): string {
  const lines = [
    [heads.code, ...sheet.columns.map((column) => words.column(column)), heads.total],
    ...sheet.rows.map((row) => [
      row.code.path,
      ...sheet.columns.map((column, place) => {
        const cell = row.cells.get(place);
        const judgement = judgementOf(cell, row.counts);
        if (judgement === 'absent') return 0;
        return judgement === 'present' ? numberOf(cell, measure, column.words) : '';
      }),
      row.counts || presentIn(row) > 0 ? totalOf(row, measure, sheet.words) : '',
    ]),
  ];
  return csvLines(lines);
}
