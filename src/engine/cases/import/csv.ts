import { CsvError, parse } from 'csv-parse/sync';
import { decode } from '../../import/decode.ts';
import { refuseTooMany, type Sheet, sheetOf, type TableRow, unreadable } from './sheet.ts';

/** What may stand between two fields; the first wins where several do as well. */
const DELIMITERS = [',', ';', '\t', '|'] as const;

/** So many lines say what stands between the fields. */
const SAMPLE_ROWS = 50;

/** What `escapeText` of the dataset puts an apostrophe before, and nothing else. */
export const ESCAPED = /^'[=+\-@\t\r']/;

/** A field with the line that its row begins on. */
interface Parsed {
  readonly record: string[];
  readonly info: { readonly lines: number };
}

/**
 * Reads a table that is written as text: RFC 4180 with any line ends, in any encoding that an import knows, with commas,
 * semicolons, tabs or bars between the fields. The apostrophe is taken off that Colligo puts before what a spreadsheet would
 * take for a formula.
 * @returns the sheet, null where nothing stands below a head, and what was guessed
 * @throws ColligoError UNREADABLE, ImportError for what is no text
 */
export function readCsv(bytes: Uint8Array): { sheet: Sheet | null; notices: readonly string[] } {
  const { text, notices } = decode(bytes);
  const body = text.replace(/^\ufeff/, '');
  const delimiter = delimiterOf(body);
  const rows: TableRow[] = [];
  let cells = 0;
  for (const [at, fields] of records(body, delimiter).entries()) {
    cells += fields.length;
    refuseTooMany(at, fields.length, cells);
    rows.push({
      number: at + 1,
      cells: fields.map((field) => (ESCAPED.test(field) ? field.slice(1) : field)),
    });
  }
  const hasComma = delimiter === ';';
  const comma = hasComma && /\d,\d/.test(body);
  return {
    sheet: sheetOf('', rows, hasComma),
    notices: comma
      ? [...notices, 'Semicolons stand between the fields, so that a comma in a number is its decimal sign.']
      : notices,
  };
}

function records(text: string, delimiter: string, to?: number): string[][] {
  try {
    const parsed = parse(text, {
      delimiter,
      info: true,
      relax_column_count: true,
      relax_quotes: false,
      skip_empty_lines: false,
      max_record_size: 1024 * 1024,
      ...(to === undefined ? {} : { to }),
    }) as unknown as Parsed[];
    return parsed.map(({ record }) => record);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = 'lines' in error ? ` near line ${String(error['lines'])}` : '';
    throw unreadable(
      `The table is not well-formed CSV${line}: a quotation mark is missing or stands where none may.`,
      'Open it in a spreadsheet and save it as CSV again.',
    );
  }
}

/** What gives the most columns, and as many in every row as in the others. */
export function delimiterOf(text: string): string {
  let best: { delimiter: string; score: number } = { delimiter: ',', score: 0 };
  for (const delimiter of DELIMITERS) {
    const widths = widthsWith(text, delimiter);
    const [head = 1] = widths;
    const alike = widths.filter((width) => width === head).length / Math.max(1, widths.length);
    const score = head > 1 ? alike * 1000 + head : 0;
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

function widthsWith(text: string, delimiter: string): readonly number[] {
  try {
    return records(text, delimiter, SAMPLE_ROWS)
      .filter((fields) => fields.some((field) => field.trim() !== ''))
      .map((fields) => fields.length);
  } catch {
    // Quotation marks that fit no field say that it is another.
    return [];
  }
}
