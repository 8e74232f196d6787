import { statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { CsvError, parse } from 'csv-parse/sync';
import { delimiterOf, ESCAPED } from '../../cases/import/csv.ts';
import { cellText } from '../../cases/import/sheet.ts';
import { readXlsx } from '../../cases/import/xlsx/read.ts';
import { ColligoError } from '../../errors.ts';
import { decode } from '../../import/decode.ts';
import { ExchangeError } from '../error.ts';

/** The largest table, in bytes. */
const MOST_BYTES = 128 * 1024 * 1024;

/** The longest row, in bytes: a quote may be a chapter. */
const LONGEST_ROW = 16 * 1024 * 1024;

/** The most rows, and cells in a row. */
const MOST_ROWS = 1_000_000;
const MOST_COLUMNS = 1000;

/** A table of codings as it stands in the file. */
export interface CodingsTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** What was guessed about the encoding. */
  readonly notices: readonly string[];
}

/** What every workbook begins with, as every zip does. */
const ZIP = 'PK\u0003\u0004';

/**
 * Reads a table that is written as text, with whatever stands between its fields, in any encoding that an import knows, or the
 * sheet of a workbook that fits. The apostrophe is taken off that Colligo puts before what a spreadsheet would take for a formula.
 * @param fits whether a head is one of such a table; the first sheet is taken where none is
 * @throws ExchangeError in one sentence; ImportError for what is no text
 */
export async function readTable(
  path: string,
  fits: (head: readonly string[]) => boolean,
): Promise<CodingsTable> {
  const title = basename(path);
  const facts = statSync(path, { throwIfNoEntry: false });
  if (!facts?.isFile()) throw new ExchangeError('The file is not there any more: choose it again.');
  if (facts.size > MOST_BYTES)
    throw new ExchangeError(`“${title}” is larger than the 128 MB that are read: divide it.`);
  const bytes = new Uint8Array(await readFile(path));
  if (Buffer.from(bytes.subarray(0, ZIP.length)).toString('latin1') === ZIP)
    return workbook(bytes, title, fits);
  const { text, notices } = decode(bytes);
  const records = parsed(text.replace(/^\uFEFF/, ''), title);
  const [head = [], ...rows] = records.filter((cells) => cells.some((cell) => cell.trim() !== ''));
  if (head.length > MOST_COLUMNS)
    throw new ExchangeError(`“${title}” has more than ${MOST_COLUMNS} columns.`);
  return { head, rows, notices };
}

async function workbook(
  bytes: Uint8Array<ArrayBuffer>,
  title: string,
  fits: (head: readonly string[]) => boolean,
): Promise<CodingsTable> {
  try {
    const sheets = await readXlsx(bytes);
    const sheet = sheets.find(({ head }) => fits(head)) ?? sheets[0];
    if (!sheet) throw new ExchangeError(`“${title}” holds no table.`);
    const rows = sheet.rows.map(({ cells }) =>
      cells.map(cellText).map((cell) => (ESCAPED.test(cell) ? cell.slice(1) : cell)),
    );
    return { head: sheet.head, rows, notices: [] };
  } catch (error) {
    if (!(error instanceof ColligoError)) throw error;
    throw new ExchangeError(`“${title}”: ${error.message} ${error.data.remedy ?? ''}`.trim(), {
      cause: error,
    });
  }
}

function parsed(text: string, title: string): string[][] {
  try {
    return parse(text, {
      delimiter: delimiterOf(text),
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: LONGEST_ROW,
      to: MOST_ROWS,
      cast: (cell) => (ESCAPED.test(cell) ? cell.slice(1) : cell),
    }) as string[][];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = 'lines' in error ? ` near line ${String(error['lines'])}` : '';
    throw new ExchangeError(
      `“${title}” is not well-formed CSV${line}: a quotation mark is missing or stands where none may; save it from a spreadsheet as CSV again.`,
      { cause: error },
    );
  }
}
