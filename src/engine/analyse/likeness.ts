import type { Likeness } from '../../contract/analyse.ts';
import { type CellArrays, CellWriter, eachCell } from '../../contract/cells.ts';

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
  const [having, lacking] = [new Lists(found, codes), new Lists(silent, codes)];

  const own = new Float64Array(count);
  eachCell(found, (_row, column, spans) => {
    own[column] = (own[column] ?? 0) + (likeness === 'jaccard' ? 1 : spans * spans);
  });
  const unit = likeness === 'cosine' ? unitFor(own, codes) : 0;
  const size = (count * (count - 1)) / 2;
  const both = new Float64Array(size);
  const open = new Int32Array(size);
  const [shared, products, met] = [new Int32Array(count), new Float64Array(count), new Int32Array(count)];
  const has = (column: number) => (found.from[column + 1] ?? 0) - (found.from[column] ?? 0);
  for (let a = 0, pair = 0; a < count; a++) {
    // Of each list only what stands behind this column is gone through: what stands before was set beside this one then.
    for (let at = found.from[a] ?? 0; at < (found.from[a + 1] ?? 0); at++) {
      const code = found.rows[at] ?? 0;
      having.pass(code);
      if (likeness === 'cosine') having.multiply(products, code, found.spans[at] ?? 0, unit);
      if (unit === 0) having.addOne(shared, code);
      lacking.addOne(met, code);
    }
    for (let at = silent.from[a] ?? 0; at < (silent.from[a + 1] ?? 0); at++) {
      const code = silent.rows[at] ?? 0;
      lacking.pass(code);
      having.addOne(met, code);
    }
    for (let b = a + 1; b < count; b++, pair++) {
      const sum = products[b] ?? 0;
      const common = unit === 0 ? (shared[b] ?? 0) : Math.floor(sum / unit);
      const judged = met[b] ?? 0;
      both[pair] = likeness === 'jaccard' ? common : sum - common * unit;
      open[pair] = countsOpen ? judged : has(a) + has(b) - 2 * common - judged;
    }
    for (const sums of [shared, products, met]) sums.fill(0, a);
  }
  return { own, both, open };
}

/**
 * Sums of products and the codes that both columns have are added up in one number, since two additions take twice as long.
 * @returns what each such code adds beside its product; 0 where one number cannot hold both
 */
function unitFor(own: Float64Array, codes: number): number {
  // No sum of products is larger than the larger of the two sums of squares.
  const most = own.reduce((a, b) => Math.max(a, b), 0);
  let unit = 1;
  while (unit <= most) unit *= 2;
  return unit * (codes + 1) <= Number.MAX_SAFE_INTEGER ? unit : 0;
}

/** @returns the cells with places that are wanted */
function picked(cells: CellArrays, isWanted: (spans: number) => boolean): CellArrays {
  const writer = new CellWriter(cells.rows.length);
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

/** By code the columns of its cells, in their order, which are passed one after the other. */
class Lists {
  /** By code, which cell is the first that was not passed; those of the code end where `#end` says. */
  readonly #next: Int32Array;
  readonly #end: Int32Array;
  readonly #columns: Int32Array;
  readonly #spans: Float64Array;

  constructor(cells: CellArrays, codes: number) {
    this.#next = new Int32Array(codes);
    for (const row of cells.rows) this.#next[row] = (this.#next[row] ?? 0) + 1;
    for (let code = 0, begin = 0; code < codes; code++) {
      const own = this.#next[code] ?? 0;
      this.#next[code] = begin;
      begin += own;
    }
    this.#end = this.#next.slice();
    this.#columns = new Int32Array(cells.rows.length);
    this.#spans = new Float64Array(cells.rows.length);
    eachCell(cells, (row, column, places) => {
      const at = this.#end[row] ?? 0;
      this.#end[row] = at + 1;
      this.#columns[at] = column;
      this.#spans[at] = places;
    });
  }

  /** The first column of a code that was not passed is. */
  pass(code: number): void {
    this.#next[code] = (this.#next[code] ?? 0) + 1;
  }

  /** Adds one to each column of a code that was not passed. */
  addOne(sums: Int32Array, code: number): void {
    const columns = this.#columns;
    const end = this.#end[code] ?? 0;
    for (let at = this.#next[code] ?? 0; at < end; at++) {
      const column = columns[at] ?? 0;
      sums[column] = (sums[column] ?? 0) + 1;
    }
  }

  /** Adds to each column of a code that was not passed its places there times some, and some more. */
  multiply(sums: Float64Array, code: number, times: number, more: number): void {
    const [columns, spans] = [this.#columns, this.#spans];
    const end = this.#end[code] ?? 0;
    for (let at = this.#next[code] ?? 0; at < end; at++) {
      const column = columns[at] ?? 0;
      sums[column] = (sums[column] ?? 0) + (times * (spans[at] ?? 0) + more);
    }
  }
}
