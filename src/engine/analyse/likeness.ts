import type { Likeness } from '../../contract/analyse.ts';
import { type CellArrays, CellWriter, eachCell } from '../../contract/cells.ts';

/** By code its columns, in their order: those of code `n` stand from `from[n]` up to but without `from[n + 1]`. */
interface Lists {
  readonly from: Int32Array;
  readonly columns: Int32Array;
  /** Places of the code in them. */
  readonly spans: Int32Array;
}

/** @returns where a pair of columns stands among all of them; @param a the smaller number */
export const pairAt = (count: number, a: number, b: number): number =>
  a * count - (a * (a + 1)) / 2 + (b - a - 1);

/**
 * Adds up what pairs of columns have in common. One column after the other is set beside those behind it: what is added to then lies
 * in one short array, so that two million pairs take no longer than reading them.
 * @param cells of columns that have at least one code each
 * @param codes how many codes there are
 * @returns the sums that `LikenessSums` of the contract names
 */
export function sumsOf(cells: CellArrays, codes: number, likeness: Likeness) {
  const count = cells.from.length - 1;
  const found = picked(cells, (spans) => spans > 0);
  // Each code of the one column is in the other, absent there, or not judged: the fewer of the last two are counted.
  const absent = picked(cells, (spans) => spans === 0);
  const unjudged = count * codes - cells.rows.length;
  const countsOpen = unjudged < absent.rows.length;
  const silent = countsOpen ? unjudgedOf(cells, codes) : absent;
  const [having, lacking] = [listsOf(found, codes), listsOf(silent, codes)];

  const own = new Float64Array(count);
  eachCell(found, (_row, column, spans) => {
    own[column] = (own[column] ?? 0) + (likeness === 'jaccard' ? 1 : spans * spans);
  });
  const size = (count * (count - 1)) / 2;
  const both = new Float64Array(size);
  const open = new Int32Array(size);
  const [shared, products, met] = [new Int32Array(count), new Float64Array(count), new Int32Array(count)];
  const has = (column: number) => (found.from[column + 1] ?? 0) - (found.from[column] ?? 0);
  for (let a = 0, pair = 0; a < count; a++) {
    for (const sums of [shared, products, met]) sums.fill(0);
    for (let at = found.from[a] ?? 0; at < (found.from[a + 1] ?? 0); at++) {
      const code = found.rows[at] ?? 0;
      if (likeness === 'cosine') multiply(products, having, code, found.spans[at] ?? 0);
      addOne(shared, having, code);
      addOne(met, lacking, code);
    }
    for (let at = silent.from[a] ?? 0; at < (silent.from[a + 1] ?? 0); at++)
      addOne(met, having, silent.rows[at] ?? 0);
    for (let b = a + 1; b < count; b++, pair++) {
      const common = shared[b] ?? 0;
      const judged = met[b] ?? 0;
      both[pair] = likeness === 'jaccard' ? common : (products[b] ?? 0);
      open[pair] = countsOpen ? judged : has(a) + has(b) - 2 * common - judged;
    }
  }
  return { own, both, open };
}

/** Adds one to each column of a code. */
function addOne(sums: Int32Array, { from, columns }: Lists, code: number): void {
  const end = from[code + 1] ?? 0;
  for (let at = from[code] ?? 0; at < end; at++) {
    const column = columns[at] ?? 0;
    sums[column] = (sums[column] ?? 0) + 1;
  }
}

/** Adds to each column of a code its places there times some. */
function multiply(sums: Float64Array, { from, columns, spans }: Lists, code: number, times: number): void {
  const end = from[code + 1] ?? 0;
  for (let at = from[code] ?? 0; at < end; at++) {
    const column = columns[at] ?? 0;
    sums[column] = (sums[column] ?? 0) + times * (spans[at] ?? 0);
  }
}

/** @returns the cells with places that are wanted */
function picked(cells: CellArrays, isWanted: (spans: number) => boolean): CellArrays {
  const writer = new CellWriter();
  for (let column = 0; column < cells.from.length - 1; column++) {
    for (let at = cells.from[column] ?? 0; at < (cells.from[column + 1] ?? 0); at++) {
      const spans = cells.spans[at] ?? 0;
      if (isWanted(spans)) writer.add(cells.rows[at] ?? 0, spans, 0, 0);
    }
    writer.endColumn();
  }
  return writer.written();
}

/** @returns the cells that there are not */
function unjudgedOf(cells: CellArrays, codes: number): CellArrays {
  const writer = new CellWriter();
  for (let column = 0; column < cells.from.length - 1; column++) {
    const judged = new Set(cells.rows.subarray(cells.from[column], cells.from[column + 1]));
    for (let row = 0; row < codes; row++) if (!judged.has(row)) writer.add(row, 0, 0, 0);
    writer.endColumn();
  }
  return writer.written();
}

function listsOf(cells: CellArrays, codes: number): Lists {
  const from = new Int32Array(codes + 1);
  for (const row of cells.rows) from[row + 1] = (from[row + 1] ?? 0) + 1;
  for (let code = 0; code < codes; code++) from[code + 1] = (from[code + 1] ?? 0) + (from[code] ?? 0);
  const next = from.slice();
  const columns = new Int32Array(cells.rows.length);
  const spans = new Int32Array(cells.rows.length);
  eachCell(cells, (row, column, places) => {
    const at = next[row] ?? 0;
    next[row] = at + 1;
    columns[at] = column;
    spans[at] = places;
  });
  return { from, columns, spans };
}
