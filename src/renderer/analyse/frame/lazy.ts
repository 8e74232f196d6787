import type { ShownColumn, ShownRow, ShownTable } from './shown.ts';

/** Makes a table of which the rows are put together when they are asked for first: a picture of a large project needs none. */
export function lazyTable(columns: readonly ShownColumn[], rowsOf: () => readonly ShownRow[]): ShownTable {
  let rows: readonly ShownRow[] | undefined;
  return {
    columns,
    get rows() {
      rows ??= rowsOf();
      return rows;
    },
  };
}
