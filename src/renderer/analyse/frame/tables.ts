import type { OpenRow, ShownCell, ShownColumn, ShownRow, ShownTable } from './shown.ts';

/**
 * Makes a table of a list.
 * @param cellsOf gives what stands in the row of an item, in the order of the columns
 * @param open opens what is behind an item; left out where rows lead nowhere
 */
export function listTable<Item>(
  columns: readonly ShownColumn[],
  list: readonly Item[],
  cellsOf: (item: Item) => readonly ShownCell[],
  open?: (item: Item, focus: boolean) => void,
): ShownTable {
  return {
    columns,
    count: list.length,
    cells: (place) => {
      const item = list[place];
      return item === undefined ? [] : cellsOf(item);
    },
    open: (place): OpenRow | undefined => {
      const item = list[place];
      return item === undefined || open === undefined ? undefined : (focus) => open(item, focus);
    },
  };
}

/** Makes a table of which the rows are put together, all of them, when they are asked for first: for tables of few rows. */
export function lazyTable(columns: readonly ShownColumn[], rowsOf: () => readonly ShownRow[]): ShownTable {
  let rows: readonly ShownRow[] | undefined;
  const all = () => {
    rows ??= rowsOf();
    return rows;
  };
  return {
    columns,
    get count() {
      return all().length;
    },
    cells: (place) => all()[place]?.cells ?? [],
    open: (place) => all()[place]?.open,
  };
}
