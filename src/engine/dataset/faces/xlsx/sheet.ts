import { refused } from '../../output/failure.ts';
import { columnName } from './cells.ts';

/** As many rows as a sheet has. */
export const MOST_ROWS = 1_048_576;

/** As many columns as a sheet has. */
const MOST_COLUMNS = 16_384;

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

const FROZEN =
  '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft"/>';

/** A sheet of a workbook. */
export interface Sheet {
  /** At most 31 characters. */
  readonly name: string;
  /** Whether the first row stays in sight. */
  readonly isFrozen: boolean;
  /** Of each column, in characters. */
  readonly widths: readonly number[];
  /** @returns the rows; called once */
  rows(): Iterable<Row>;
}

export interface Row {
  /**
   * @param at names the cell of a column, from 0: `at(1)` is B7 in the seventh row
   * @returns the cells' XML, from left to right
   */
  readonly cells: (at: (column: number) => string) => string;
  /** How many lines it shows; one, where it is left out. */
  readonly lines?: number;
}

/** Points. */
const LINE = 15;

/** As high as a row can be. */
const MOST_LINES = 27;

/** @returns how many lines a text takes in a column that is so many characters wide; not every letter is as narrow as a digit */
export function linesOf(text: string, width: number): number {
  const lines = text.split('\n').map((line) => Math.ceil(Math.max(1, line.length) / (width * 0.9)));
  return Math.min(
    MOST_LINES,
    lines.reduce((sum, count) => sum + count, 0),
  );
}

/**
 * @param isFirst whether the workbook opens with it
 * @returns the sheet's XML in pieces, a row at a time
 * @throws ColligoError REFUSED where there are too many columns, or at the first row that has no room
 */
export function* sheetXml(sheet: Sheet, isFirst: boolean): Generator<string, void> {
  if (sheet.widths.length > MOST_COLUMNS) throw tooMany('columns', sheet.name, '16,384');
  const view = `<sheetView${isFirst ? ' tabSelected="1"' : ''} workbookViewId="0">`;
  const columns = sheet.widths.map(
    (width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  const names = sheet.widths.map((_, index) => columnName(index));
  yield `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${MAIN}">`;
  yield `<sheetViews>${view}${sheet.isFrozen ? FROZEN : ''}</sheetView></sheetViews>`;
  yield `<sheetFormatPr defaultRowHeight="${LINE}"/><cols>${columns.join('')}</cols><sheetData>`;
  let number = 0;
  for (const { cells, lines = 1 } of sheet.rows()) {
    number += 1;
    if (number > MOST_ROWS) throw tooMany('rows', sheet.name, '1,048,576');
    const height = lines > 1 ? ` ht="${lines * LINE}" customHeight="1"` : '';
    yield `<row r="${number}"${height}>${cells((column) => `${names[column]}${number}`)}</row>`;
  }
  yield '</sheetData></worksheet>\n';
}

const tooMany = (what: 'rows' | 'columns', name: string, most: string) =>
  refused(
    `The table “${name}” has more ${what} than a sheet of a workbook can hold (${most}): choose CSV or Parquet instead.`,
    'Choose another format, or export a part of the project.',
  );
