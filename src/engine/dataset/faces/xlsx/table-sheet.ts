import { type Cell, type Field, isFreeText, type Table } from '../../fields/field.ts';
import type { AnyRow } from '../../tables.ts';
import { cellXml } from './cells.ts';
import { headers } from './prose.ts';
import type { Sheet } from './sheet.ts';
import { MOST_UNITS } from './text.ts';

/** What was seen while a table was written. */
export interface Tally {
  readonly table: Table;
  rows: number;
  /** Texts that are longer than a cell can be. */
  cut: number;
  /** The latest of all moments, as it stands in the cells; none where there are no moments. */
  latest: string;
}

/** @returns a tally of nothing yet */
export const newTally = (table: Table): Tally => ({ table, rows: 0, cut: 0, latest: '' });

/**
 * @param tally told what is seen, row by row
 * @returns the table as a sheet: the names of the columns, then its rows
 */
export function tableSheet(table: Table, rows: () => Iterable<AnyRow>, tally: Tally): Sheet {
  return {
    name: table.name,
    isFrozen: true,
    widths: table.fields.map(widthOf),
    *rows() {
      yield headers(table.fields.map(({ name }) => name));
      for (const row of rows()) {
        tally.rows += 1;
        yield {
          cells: (at) => table.fields.map((field, index) => told(at(index), field, row, tally)).join(''),
        };
      }
    },
  };
}

function told(at: string, field: Field, row: AnyRow, tally: Tally): string {
  const cell: Cell = row[field.name] ?? null;
  if (typeof cell === 'string') {
    if (cell.length > MOST_UNITS) tally.cut += 1;
    // Moments are ISO 8601 in UTC: their order is that of their letters.
    if (field.type === 'datetime' && cell > tally.latest) tally.latest = cell;
  }
  return cellXml(at, field, cell);
}

/** Identities are narrow, since nobody reads them; what people wrote is wide, and quotes the widest. */
function widthOf(field: Field): number {
  if (field.name === 'quote') return 80;
  if (field.type === 'datetime') return 24;
  if (isFreeText(field)) return 32;
  return Math.max(12, field.name.length + 2);
}
