import type { Frame } from '../../frame.ts';
import { sourcesOf } from '../../tables.ts';
import type { Face, FaceOptions } from '../face.ts';
import { columnsSheet } from './columns.ts';
import { type Packing, packed } from './packed.ts';
import { bookParts, sheetPath } from './parts.ts';
import { readmeSheet } from './readme.ts';
import { sheetXml } from './sheet.ts';
import { newTally, tableSheet } from './table-sheet.ts';

/** One workbook: a sheet that says what it is, one that explains the columns, and a sheet for each table. */
export const XLSX: Face = {
  format: 'xlsx',
  about: 'One workbook with a sheet for each table, for Excel, LibreOffice and other spreadsheets.',
  isSingle: true,
  tables: null,
  *files(frame, options) {
    yield { path: 'dataset.xlsx', content: packed(workbook(frame, options)) };
  },
};

/**
 * The parts of the workbook. Sheets are written from the last to the first: the one that is seen first counts the rows of the
 * others, and the matrix, which runs out of room first, is refused before the rest is written.
 */
function* workbook(frame: Frame, { onStep }: FaceOptions): Generator<Packing, void> {
  const telling = { row: () => undefined, step: () => onStep?.() };
  const sources = sourcesOf(frame);
  const tallied = sources.map(({ table, rows }) => {
    const tally = newTally(table);
    return { tally, sheet: tableSheet(table, () => rows(frame, telling), tally) };
  });
  const tallies = tallied.map(({ tally }) => tally);
  const sheets = [
    readmeSheet(frame, tallies),
    columnsSheet(sources.map(({ table }) => table)),
    ...tallied.map(({ sheet }) => sheet),
  ];
  for (const [path, xml] of bookParts(sheets)) yield { path, text: [xml] };
  for (const [index, sheet] of [...sheets.entries()].reverse()) {
    yield { path: sheetPath(index), text: sheetXml(sheet, index === 0) };
  }
}
