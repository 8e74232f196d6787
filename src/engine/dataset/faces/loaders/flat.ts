import { csvOf, escapeText } from '../../csv.ts';
import type { Cell, Table } from '../../fields/field.ts';
import type { AnyRow } from '../../tables.ts';
import type { Encode } from '../table-files.ts';

/** What was met while a table was written, for the script that loads it. */
export interface Met {
  rows: number;
  /** Of each column: the bytes of its longest cell. */
  readonly widths: Map<string, number>;
}

/** For the data dictionary of the faces that are written like this. */
export const FLAT_RULE = `- **A row is a line.** Statistics programs read a row a line, so line ends within cells are written as a space here, and true and false as 1 and 0. The package has the cells as they are.
`;

/**
 * What a loader of such a program begins with, anew for each export: how its tables are written, and its script.
 * @param scriptOf told the tables, and what was met while they were written, by their names
 */
export const flatLoader =
  (scriptOf: (tables: readonly Table[], met: ReadonlyMap<string, Met>) => string) =>
  (tables: readonly Table[]) => {
    const met = new Map<string, Met>();
    return { encode: flatInto(met), write: () => scriptOf(tables, met) };
  };

/**
 * @param met is filled, by the names of the tables
 * @returns how tables are written for programs that read a row a line
 */
const flatInto =
  (met: Map<string, Met>): Encode =>
  (table, rows) =>
    csvOf(table, flattened(table, rows, met));

function* flattened(table: Table, rows: Iterable<AnyRow>, met: Map<string, Met>): Generator<AnyRow, void> {
  const mine: Met = { rows: 0, widths: new Map() };
  met.set(table.name, mine);
  for (const row of rows) {
    const cells = table.fields.map(({ name }) => {
      const cell = flat(row[name] ?? null);
      if (typeof cell === 'string') {
        const width = Buffer.byteLength(escapeText(cell));
        if (width > (mine.widths.get(name) ?? 0)) mine.widths.set(name, width);
      }
      return [name, cell] as const;
    });
    mine.rows++;
    yield Object.fromEntries(cells);
  }
}

function flat(cell: Cell): Cell {
  if (typeof cell === 'boolean') return cell ? 1 : 0;
  return typeof cell === 'string' ? cell.replace(/\r\n|[\r\n\v\f\u0085\u2028\u2029]/g, ' ') : cell;
}
