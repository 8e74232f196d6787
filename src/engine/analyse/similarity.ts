import type { Likeness, Similarity } from '../../contract/analyse.ts';
import type { CompareColumns, CompareTable } from '../../contract/compare.ts';
import { compareTable } from '../compare/table.ts';
import type { Sql } from '../store/sql.ts';
import type { Judgements } from './crosstab.ts';
import { averageLinkage } from './linkage.ts';

/** What is asked about columns that are alike; the contract says what each means. */
export interface SimilarityRequest extends Judgements {
  readonly columns: CompareColumns;
  readonly likeness: Likeness;
}

/**
 * Says how alike columns are by their codes.
 * @param db within a read transaction, so that all of it is of one moment
 * @throws ColligoError NOT_FOUND where the attribute or the coder is gone
 */
export function similarityOf(db: Sql, { likeness, ...asked }: SimilarityRequest): Similarity {
  const table = compareTable(db, asked);
  const codes = table.columns.map(() => 0);
  for (const { column, presence } of table.cells)
    if (presence === 1) codes[column] = (codes[column] ?? 0) + 1;
  const kept = [...codes.keys()].filter((column) => codes[column] !== 0);
  const { values, open } = pairsOf(table, kept, likeness);
  const count = kept.length;
  const { mergers, order } = averageLinkage(count, (a, b) => 1 - (values[pairAt(count, a, b)] ?? 0));
  return {
    columns: kept.map((column) => {
      const { id = '', title = '' } = table.columns[column] ?? {};
      return { id, title, codes: codes[column] ?? 0 };
    }),
    without: codes.length - count,
    values: [...values],
    open: [...open],
    mergers,
    order,
  };
}

/** @returns where a pair stands among all of them; @param a the smaller number */
const pairAt = (count: number, a: number, b: number): number => a * count - (a * (a + 1)) / 2 + (b - a - 1);

/** Goes through the codes: each adds to the pairs of columns that have it. */
function pairsOf({ cells, codes }: CompareTable, kept: readonly number[], likeness: Likeness) {
  const count = kept.length;
  const size = (count * (count - 1)) / 2;
  const places = new Map(kept.map((column, place) => [column, place]));
  /** By pair the codes that both have, or the products of their places. */
  const both = new Float64Array(size);
  const open = new Int32Array(size);
  /** By column how many codes it has, or the squares of its places. */
  const own = new Float64Array(count);
  for (const { having, judged } of rowsOf(cells, codes.length, places)) {
    having.forEach(([a, spans], index) => {
      const weight = likeness === 'jaccard' ? 1 : spans;
      own[a] = (own[a] ?? 0) + weight * weight;
      for (let next = index + 1; next < having.length; next++) {
        const [b, others] = having[next] ?? [0, 0];
        const at = pairAt(count, a, b);
        both[at] = (both[at] ?? 0) + (likeness === 'jaccard' ? 1 : weight * others);
      }
    });
    if (having.length === 0 || judged.size === count) continue;
    const unjudged = [...own.keys()].filter((place) => !judged.has(place));
    for (const [a] of having)
      for (const b of unjudged) {
        const at = pairAt(count, Math.min(a, b), Math.max(a, b));
        open[at] = (open[at] ?? 0) + 1;
      }
  }
  const values = new Float64Array(size);
  for (let a = 0; a < count; a++)
    for (let b = a + 1; b < count; b++) {
      const at = pairAt(count, a, b);
      const [one = 0, other = 0, shared = 0] = [own[a], own[b], both[at]];
      const whole = likeness === 'jaccard' ? one + other - shared : Math.sqrt(one * other);
      // Rounding may lift the cosine of equal columns above 1.
      values[at] = Math.min(1, shared / whole);
    }
  return { values, open };
}

/** A code: the columns that have it with their places, in their order, and those about which somebody has judged. */
interface Row {
  readonly having: [place: number, spans: number][];
  readonly judged: Set<number>;
}

function rowsOf(
  cells: CompareTable['cells'],
  count: number,
  places: ReadonlyMap<number, number>,
): readonly Row[] {
  const rows = Array.from({ length: count }, (): Row => ({ having: [], judged: new Set() }));
  for (const { row, column, spans, presence } of cells) {
    const place = places.get(column);
    if (place === undefined) continue;
    rows[row]?.judged.add(place);
    if (presence === 1) rows[row]?.having.push([place, spans]);
  }
  // Cells come column after column.
  return rows;
}
