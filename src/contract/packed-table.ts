import { CellWriter, type CountedTable } from './cells.ts';
import { NumberReader, NumberWriter } from './numbers.ts';

/**
 * A comparison as it travels. A large one has a million cells: as objects they would take seconds between the engine and the screen.
 */
export interface PackedTable extends Omit<CountedTable, 'cells'> {
  /**
   * Numbers as text: for each column how many cells it has, then of each cell how far its row lies behind the one before (the first:
   * behind -1), places, codings and words. A cell without places is absent.
   */
  readonly packed: string;
}

/** @returns a comparison as it travels */
export function packTable({ cells, ...table }: CountedTable): PackedTable {
  const { from, rows, spans, codings, words } = cells;
  const numbers = new NumberWriter();
  for (let column = 0; column < from.length - 1; column++) {
    const end = from[column + 1] ?? 0;
    let at = from[column] ?? 0;
    numbers.add(end - at);
    for (let last = -1; at < end; at++) {
      const row = rows[at] ?? 0;
      numbers.add(row - last);
      numbers.add(spans[at] ?? 0);
      numbers.add(codings[at] ?? 0);
      numbers.add(words[at] ?? 0);
      last = row;
    }
  }
  return { ...table, packed: numbers.text() };
}

/** Letters that a cell takes at least: four digits, each behind a space. */
const LEAST = 8;

/** @returns the comparison that was packed */
export function unpackTable({ packed, ...table }: PackedTable): CountedTable {
  const numbers = new NumberReader(packed);
  const cells = new CellWriter(Math.ceil(packed.length / LEAST));
  while (!numbers.isDone) {
    let row = -1;
    for (let left = numbers.next(); left > 0; left--) {
      row += numbers.next();
      const spans = numbers.next();
      const codings = numbers.next();
      cells.add(row, spans, codings, numbers.next());
    }
    cells.endColumn();
  }
  return { ...table, cells: cells.written() };
}
