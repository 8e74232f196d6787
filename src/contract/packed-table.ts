import type { CompareCell, CompareTable } from './compare.ts';

/**
 * A comparison as it travels. A large one has a million cells: as objects they would take seconds between the engine and the screen.
 */
export interface PackedTable extends Omit<CompareTable, 'cells'> {
  /**
   * Numbers in decimal, each behind a space: for each column that has any its place and how many cells it has, then of each cell how
   * far its row lies behind the one before (the first: behind -1), places, codings and words. A cell without places is absent.
   */
  readonly packed: string;
}

/**
 * @param table with cells by column, in the order of their rows
 * @returns the same as it travels
 */
export function packTable({ cells, ...table }: CompareTable): PackedTable {
  const parts: string[] = [];
  for (let at = 0; at < cells.length; ) {
    const column = cells[at]?.column ?? 0;
    let end = at;
    while (end < cells.length && cells[end]?.column === column) end++;
    parts.push(` ${column} ${end - at}`);
    let last = -1;
    for (; at < end; at++) {
      const cell = cells[at];
      if (cell === undefined) continue;
      parts.push(` ${cell.row - last} ${cell.spans} ${cell.codings} ${cell.words}`);
      last = cell.row;
    }
  }
  return { ...table, packed: parts.join('') };
}

const SPACE = 32;
const ZERO = 48;

/** @returns the comparison that was packed */
export function unpackTable({ packed, ...table }: PackedTable): CompareTable {
  let at = 0;
  const next = () => {
    let value = 0;
    for (at++; at < packed.length; at++) {
      const code = packed.charCodeAt(at);
      if (code === SPACE) break;
      value = value * 10 + code - ZERO;
    }
    return value;
  };
  const cells: CompareCell[] = [];
  while (at < packed.length) {
    const column = next();
    let row = -1;
    for (let left = next(); left > 0; left--) {
      row += next();
      const spans = next();
      cells.push({ row, column, spans, codings: next(), words: next(), presence: spans > 0 ? 1 : 0 });
    }
  }
  return { ...table, cells };
}
