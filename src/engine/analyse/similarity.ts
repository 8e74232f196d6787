import type { Likeness, Similarity } from '../../contract/analyse.ts';
import { CellWriter, type CountedTable, eachCell } from '../../contract/cells.ts';
import type { CompareColumns } from '../../contract/compare.ts';
import { type LikenessSums, similarityFrom, valuesOf } from '../../contract/packed-similarity.ts';
import { countTable } from '../compare/table.ts';
import type { Sql } from '../store/sql.ts';
import type { Judgements } from './crosstab.ts';
import { pairAt, sumsOf } from './likeness.ts';
import { averageLinkage } from './linkage.ts';

/** What is asked about columns that are alike; the contract says what each means. */
export interface SimilarityRequest extends Judgements {
  readonly columns: CompareColumns;
  readonly likeness: Likeness;
}

/** The same as `likenessOf`, worked out. */
export const similarityOf = (db: Sql, request: SimilarityRequest): Similarity =>
  similarityFrom(likenessOf(db, request));

/**
 * Says how alike columns are by their codes.
 * @param db within a read transaction, so that all of it is of one moment
 * @throws ColligoError NOT_FOUND where the attribute or the coder is gone
 */
export function likenessOf(db: Sql, { likeness, ...asked }: SimilarityRequest): LikenessSums {
  const table = countTable(db, asked);
  const codes = table.columns.map(() => 0);
  eachCell(table.cells, (_row, column, spans) => {
    if (spans > 0) codes[column] = (codes[column] ?? 0) + 1;
  });
  const kept = [...codes.keys()].filter((column) => codes[column] !== 0);
  const sums = sumsOf(cellsIn(table, kept), table.codes.length, likeness);
  const values = valuesOf({ likeness, ...sums });
  const { length } = kept;
  const { mergers, order } = averageLinkage(length, (a, b) => 1 - (values[pairAt(length, a, b)] ?? 0));
  return {
    likeness,
    columns: kept.map((column) => {
      const { id = '', title = '' } = table.columns[column] ?? {};
      return { id, title, codes: codes[column] ?? 0 };
    }),
    without: codes.length - length,
    ...sums,
    mergers,
    order,
  };
}

/** @returns the cells of some columns alone */
function cellsIn({ cells: { from, rows, spans } }: CountedTable, columns: readonly number[]) {
  const writer = new CellWriter(rows.length);
  for (const column of columns) {
    for (let at = from[column] ?? 0; at < (from[column + 1] ?? 0); at++)
      writer.add(rows[at] ?? 0, spans[at] ?? 0, 0, 0);
    writer.endColumn();
  }
  return writer.written();
}
