import type { CrosstabRow } from '../../../contract/analyse.ts';

const places = ({ observed }: CrosstabRow) => observed.reduce((sum, count) => sum + count, 0);

/** @returns the rows that are drawn: those with most places, in the order of the codebook */
export function drawnRows(rows: readonly CrosstabRow[], most: number | null): readonly CrosstabRow[] {
  const found = rows.filter((row) => places(row) > 0);
  const first = new Set([...found].sort((a, b) => places(b) - places(a)).slice(0, most ?? found.length));
  return found.filter((row) => first.has(row));
}

/** @returns the cell that is most above what would be expected, by its residual; null where none is */
export function strongestOf(rows: readonly CrosstabRow[]): { row: CrosstabRow; column: number } | null {
  let strongest: { row: CrosstabRow; column: number } | null = null;
  let greatest = 0;
  for (const row of rows)
    for (const [column, residual] of row.residuals.entries()) {
      if (residual === null || residual <= greatest) continue;
      strongest = { row, column };
      greatest = residual;
    }
  return strongest;
}
