import { ColligoError } from '../../errors.ts';
import { MIB } from '../../import/limits.ts';

/** What stands in a cell of a table that was read; null for nothing, an error where the file has no value for it. */
export type Cell = string | number | boolean | null | { readonly error: string };

/** A row below the head. */
export interface TableRow {
  /** As a spreadsheet counts, from 1. */
  readonly number: number;
  readonly cells: readonly Cell[];
}

/** A sheet of a file: its head and what stands below it. */
export interface Sheet {
  readonly name: string;
  readonly head: readonly string[];
  readonly rows: readonly TableRow[];
  /** Whether numbers in texts are written with a decimal comma. */
  readonly decimalComma: boolean;
  /** Identities of attributes, by column, where the file names them. */
  readonly attributes: readonly (string | undefined)[];
}

/** A file that was read. */
export interface TableContent {
  readonly name: string;
  readonly notices: readonly string[];
  readonly sheets: readonly Sheet[];
}

/** What a table of cases may hold: far more than any that a person keeps, and few enough to be held in memory. */
export const MOST = { bytes: 32 * MIB, part: 128 * MIB, rows: 50_000, columns: 1000, cells: 1_000_000 };

/** @returns the error for a table that cannot be read: what is wrong, and what can be done */
export function unreadable(sentence: string, remedy: string): ColligoError {
  return new ColligoError('UNREADABLE', sentence, { safe: 'Nothing was changed.', remedy });
}

/** @throws ColligoError UNREADABLE where there is more than a table may hold */
export function refuseTooMany(rows: number, columns: number, cells: number): void {
  const split = 'Divide it, or leave out what is not needed.';
  if (rows > MOST.rows)
    throw unreadable(`The table has more than ${MOST.rows.toLocaleString('en')} rows.`, split);
  if (columns > MOST.columns)
    throw unreadable(`The table has more than ${MOST.columns.toLocaleString('en')} columns.`, split);
  if (cells > MOST.cells)
    throw unreadable(`The file has more than ${MOST.cells.toLocaleString('en')} cells.`, split);
}

/** @returns whether nothing stands in a cell */
export const isEmpty = (cell: Cell | undefined): boolean =>
  cell === undefined || cell === null || (typeof cell === 'string' && cell.trim() === '');

/** @returns a cell as a person reads it */
export function cellText(cell: Cell | undefined): string {
  if (cell === undefined || cell === null) return '';
  return typeof cell === 'object' ? cell.error : String(cell);
}

/**
 * Makes a sheet of rows: the first that holds anything is the head, empty ones are passed over, and columns without a head and
 * without content are left out.
 * @returns null where nothing stands below a head
 */
export function sheetOf(name: string, all: readonly TableRow[], decimalComma: boolean): Sheet | null {
  const [first, ...rest] = all.filter(({ cells }) => !cells.every(isEmpty));
  if (first === undefined || rest.length === 0) return null;
  const width = Math.max(first.cells.length, ...widths(rest));
  const columns = Array.from({ length: width }, (_, at) => at).filter(
    (at) => !isEmpty(first.cells[at]) || rest.some(({ cells }) => !isEmpty(cells[at])),
  );
  return {
    name,
    decimalComma,
    head: columns.map((at) => cellText(first.cells[at]).trim() || `Column ${at + 1}`),
    rows: rest.map(({ number, cells }) => ({ number, cells: columns.map((at) => cells[at] ?? null) })),
    attributes: [],
  };
}

/** The greatest width, as a list of one: too many rows would be too many arguments. */
const widths = (rows: readonly TableRow[]) => [
  rows.reduce((most, { cells }) => Math.max(most, cells.length), 0),
];
