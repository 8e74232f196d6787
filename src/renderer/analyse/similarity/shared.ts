import type { CountedTable } from '../../../contract/cells.ts';

/** @returns the ids of the codes that all of some documents have, in the order of the codebook */
export function codesOfAll(
  { columns, codes, cells }: Pick<CountedTable, 'columns' | 'codes' | 'cells'>,
  documents: readonly string[],
): readonly string[] {
  const times = codes.map(() => 0);
  for (const [column, { id }] of columns.entries()) {
    if (!documents.includes(id)) continue;
    for (let at = cells.from[column] ?? 0; at < (cells.from[column + 1] ?? 0); at++) {
      const row = cells.rows[at] ?? 0;
      if ((cells.spans[at] ?? 0) > 0) times[row] = (times[row] ?? 0) + 1;
    }
  }
  return codes.filter((_, row) => times[row] === documents.length);
}
