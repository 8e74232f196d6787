import type { Association } from '../../contract/analyse.ts';

/** What a table of counts says of its rows and columns; the contract names the sources. */
export interface Contingency extends Association {
  readonly expected: readonly (readonly number[])[];
  readonly residuals: readonly (readonly (number | null)[])[];
}

/** @returns the sums of the rows and of the columns, and of all */
export function marginsOf(table: readonly (readonly number[])[]) {
  const rows = table.map((row) => row.reduce((sum, count) => sum + count, 0));
  const columns = (table[0] ?? []).map((_, column) =>
    table.reduce((sum, row) => sum + (row[column] ?? 0), 0),
  );
  return { rows, columns, total: rows.reduce((sum, count) => sum + count, 0) };
}

/** @param table counts; all rows have the same length */
export function contingencyOf(table: readonly (readonly number[])[]): Contingency {
  const { rows, columns, total } = marginsOf(table);
  const expected = rows.map((row) => columns.map((column) => (total === 0 ? 0 : (row * column) / total)));
  let sum = 0;
  const residuals = table.map((counts, row) =>
    counts.map((count, column): number | null => {
      const expects = expected[row]?.[column] ?? 0;
      if (expects === 0) return null;
      sum += (count - expects) ** 2 / expects;
      const rest = (1 - (rows[row] ?? 0) / total) * (1 - (columns[column] ?? 0) / total);
      return rest === 0 ? null : (count - expects) / Math.sqrt(expects * rest);
    }),
  );
  const used = (counts: readonly number[]) => counts.filter((count) => count > 0).length;
  const least = Math.min(used(rows), used(columns)) - 1;
  const isTable = least > 0;
  return {
    expected,
    residuals,
    places: total,
    chiSquare: isTable ? sum : null,
    degrees: isTable ? (used(rows) - 1) * (used(columns) - 1) : 0,
    // Rounding may lift it above 1 where rows and columns go together wholly.
    cramersV: isTable ? Math.min(1, Math.sqrt(sum / (total * least))) : null,
  };
}
