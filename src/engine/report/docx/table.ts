import type { Cell, Table } from '../model.ts';
import { escaped } from '../words.ts';
import { caption, paragraph } from './text.ts';

/** How many columns a table has at most beside its first; one with more goes on below, where a page would be too narrow. */
const MOST_COLUMNS = 12;

/** By how much a row stands in below another, in twentieths of a point. */
const INDENT = 200;

/**
 * @param width of the page between its margins, in twentieths of a point
 * @returns the table in pieces: one table, or several with the same rows where it has too many columns for a page. Its head
 * stands on every page
 */
export function* tableOf(table: Table, number: number, width: number): Generator<string, void> {
  const { columns } = table;
  const parts = Math.max(1, Math.ceil((columns.length - 1) / MOST_COLUMNS));
  // The rows are made once; a wide table has them several times.
  const rows = parts === 1 ? table.rows : [...table.rows];
  const each = Math.ceil((columns.length - 1) / parts);
  for (let part = 0; part < parts; part++) {
    const [from, to] = [1 + part * each, Math.min(1 + (part + 1) * each, columns.length)];
    const text = parts === 1 ? table.caption : `${table.caption} (part ${part + 1} of ${parts})`;
    yield part === 0
      ? caption('Table', number, text)
      : paragraph(`Table ${number}. ${text}`, { style: 'Caption' });
    yield* partOf({ ...table, caption: text, rows }, from, to, width);
    // Two tables with nothing between them would be one.
    yield paragraph('', { style: 'Note' });
  }
}

function* partOf(table: Table, from: number, to: number, width: number): Generator<string, void> {
  const { columns } = table;
  const count = to - from;
  const places = [0, ...Array.from({ length: count }, (_, index) => from + index)];
  const weights = places.map((place) => weightOf(columns[place], place === 0));
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const widths = weights.map((weight) => Math.floor((width * weight) / all));
  const line = (cells: readonly (Cell | undefined)[], style: string, properties: string) =>
    `<w:tr><w:trPr><w:cantSplit/>${properties}</w:trPr>${places
      .map((place, index) => {
        const cell = cells[place];
        const isNumber = columns[place]?.isNumber ?? false;
        const indent = Math.min(cell?.depth ?? 0, 5) * INDENT;
        return `<w:tc><w:tcPr><w:tcW w:w="${widths[index]}" w:type="dxa"/></w:tcPr>${paragraph(cell?.text ?? '', { style, isNumber, indent })}</w:tc>`;
      })
      .join('')}</w:tr>`;
  yield `<w:tbl><w:tblPr><w:tblStyle w:val="Figures"/><w:tblW w:w="${widths.reduce((sum, one) => sum + one, 0)}" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblLook w:firstRow="1" w:lastRow="0" w:firstColumn="1" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/><w:tblCaption w:val="${escaped(table.caption)}"/></w:tblPr><w:tblGrid>${widths.map((one) => `<w:gridCol w:w="${one}"/>`).join('')}</w:tblGrid>`;
  yield line(
    columns.map(({ title }) => ({ text: title })),
    'CellHead',
    '<w:tblHeader/>',
  );
  for (const row of table.rows) yield line(row, 'Cell', '');
  yield '</w:tbl>';
}

/** How much of the width a column takes beside others: names and texts more than numbers. */
function weightOf(column: Table['columns'][number] | undefined, isFirst: boolean): number {
  if (isFirst) return 2.4;
  return column?.isNumber ? 1 : 2;
}
