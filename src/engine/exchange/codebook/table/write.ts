import { stringify } from 'csv-stringify/sync';
import type { CodebookNode } from '../../../codebook/whole.ts';
import { escapeText } from '../../../dataset/csv.ts';
import { textCell } from '../../../dataset/faces/xlsx/cells.ts';
import { packed } from '../../../dataset/faces/xlsx/packed.ts';
import { bookParts, sheetPath } from '../../../dataset/faces/xlsx/parts.ts';
import { linesOf, type Sheet, sheetXml } from '../../../dataset/faces/xlsx/sheet.ts';
import { pathsOf } from '../book.ts';
import { type Column, headingOf, WRITTEN } from './columns.ts';

/** @returns the rows of a codebook, a code each, in the order of `WRITTEN` */
export function* rowsOf(nodes: readonly CodebookNode[]): Generator<string[], void> {
  const paths = new Map([...pathsOf(nodes)].map(([id, path]) => [id, path.join(' / ')]));
  for (const node of nodes) yield WRITTEN.map((column) => cellOf(node, column, paths));
}

function cellOf(node: CodebookNode, column: Column, paths: ReadonlyMap<string, string>): string {
  switch (column) {
    case 'parent':
      return node.parentId ?? '';
    case 'path':
      return paths.get(node.id) ?? '';
    case 'depth':
      return '';
    case 'codable':
      return node.codable ? 'yes' : 'no';
    case 'notation':
    case 'alias':
    case 'hidden':
    case 'note':
      return node.labels
        .filter(({ kind }) => kind === column)
        .map(({ text }) => text)
        .join('\n');
    case 'see_also':
    case 'not_to_be_confused':
      return node.links
        .filter(({ kind }) => kind === column)
        .map(({ other }) => paths.get(other) ?? other)
        .join('\n');
    default:
      return node[column];
  }
}

const HEADINGS = WRITTEN.map(headingOf);

/** @returns a codebook as CSV (RFC 4180), UTF-8; what a spreadsheet would take for a formula has an apostrophe before it */
export const writeCodesCsv = (nodes: readonly CodebookNode[]): string =>
  stringify([HEADINGS, ...[...rowsOf(nodes)].map((row) => row.map(escapeText))], {
    record_delimiter: 'windows',
    // Left alone, a lone line feed would stand without quotation marks.
    quoted_match: /[\r\n]/,
  });

const WIDTHS: Readonly<Partial<Record<Column, number>>> = {
  definition: 60,
  useWhen: 40,
  useNotWhen: 40,
  example: 40,
  path: 40,
};

/** @returns a codebook as a workbook with one sheet, in pieces */
export function* writeCodesXlsx(nodes: readonly CodebookNode[]): Generator<Uint8Array, void> {
  const widths = WRITTEN.map((column) => WIDTHS[column] ?? 20);
  const sheet: Sheet = {
    name: 'codebook',
    isFrozen: true,
    widths,
    *rows() {
      for (const row of [HEADINGS, ...rowsOf(nodes)]) {
        const cells = (at: (column: number) => string) =>
          row.map((text, index) => textCell(at(index), text)).join('');
        yield { cells, lines: Math.max(...row.map((text, index) => linesOf(text, widths[index] ?? 20))) };
      }
    },
  };
  const parts = bookParts([sheet]).map(([path, xml]) => ({ path, text: [xml] }));
  yield* packed([...parts, { path: sheetPath(0), text: sheetXml(sheet, true) }]);
}
