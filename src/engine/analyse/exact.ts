import { marginsOf } from './contingency.ts';

/** Tables that are gone through at most: some milliseconds. */
const MOST = 100_000;

/** Probabilities that differ by less than this part of them are taken for equal, as in R’s fisher.test. */
const EQUAL = 1e-7;

/**
 * The exact test of Fisher, Freeman and Halton: the probability of all tables with the same margins that are no more probable than
 * this one.
 * @param table counts; all rows have the same length
 * @param most tables that are gone through at most
 * @returns from 0 to 1; `constant` where fewer than two rows or columns have counts, `large` where there are more tables
 */
export function exactTest(
  table: readonly (readonly number[])[],
  most: number = MOST,
): number | 'constant' | 'large' {
  const { rows, columns, total } = marginsOf(table);
  const filled = (counts: readonly number[]) => counts.filter((count) => count > 0);
  const [left, tops] = [filled(rows), filled(columns)];
  if (left.length < 2 || tops.length < 2) return 'constant';
  const log = logFactorials(total);
  const sumLog = (counts: readonly number[]) => counts.reduce((sum, count) => sum + (log[count] ?? 0), 0);
  // Π rows! Π columns! / (total! Π cells!)
  const constant = sumLog(left) + sumLog(tops) - (log[total] ?? 0);
  const own = constant - sumLog(table.flat());
  const walk = new Walk({ left, tops, log, limit: own + Math.log1p(EQUAL), constant, most });
  walk.column(0, 0, tops[0] ?? 0, 0);
  return walk.isLarge ? 'large' : Math.min(1, walk.p);
}

/** @returns ln(n!) for n from 0 up to and with the last */
function logFactorials(last: number): Float64Array {
  const log = new Float64Array(last + 1);
  for (let n = 2; n <= last; n++) log[n] = (log[n - 1] ?? 0) + Math.log(n);
  return log;
}

/** Goes through all tables with given margins, column after column. */
class Walk {
  p = 0;
  isLarge = false;
  #tables = 0;
  /** By row what its cells still have to add up to. */
  readonly #left: number[];
  readonly #tops: readonly number[];
  readonly #log: Float64Array;
  readonly #limit: number;
  readonly #constant: number;
  readonly #most: number;

  constructor(given: {
    readonly left: readonly number[];
    readonly tops: readonly number[];
    readonly log: Float64Array;
    /** The logarithm of the greatest probability that counts. */
    readonly limit: number;
    readonly constant: number;
    readonly most: number;
  }) {
    this.#left = [...given.left];
    this.#tops = given.tops;
    this.#log = given.log;
    this.#limit = given.limit;
    this.#constant = given.constant;
    this.#most = given.most;
  }

  /**
   * Fills a column from a row on, and all columns behind it.
   * @param rest what is still to be put into the column
   * @param cells the sum of ln(n!) of the cells filled
   */
  column(column: number, row: number, rest: number, cells: number): void {
    if (this.isLarge) return;
    // The last column is what the rows have left.
    if (column === this.#tops.length - 1) {
      this.#count(cells + this.#left.reduce((sum, count) => sum + (this.#log[count] ?? 0), 0));
      return;
    }
    const own = this.#left[row] ?? 0;
    if (row === this.#left.length - 1) {
      this.#left[row] = own - rest;
      this.column(column + 1, 0, this.#tops[column + 1] ?? 0, cells + (this.#log[rest] ?? 0));
      this.#left[row] = own;
      return;
    }
    let below = 0;
    for (let other = row + 1; other < this.#left.length; other++) below += this.#left[other] ?? 0;
    for (let count = Math.max(0, rest - below); count <= Math.min(own, rest) && !this.isLarge; count++) {
      this.#left[row] = own - count;
      this.column(column, row + 1, rest - count, cells + (this.#log[count] ?? 0));
    }
    this.#left[row] = own;
  }

  #count(cells: number): void {
    this.#tables += 1;
    if (this.#tables > this.#most) this.isLarge = true;
    const probability = this.#constant - cells;
    if (probability <= this.#limit) this.p += Math.exp(probability);
  }
}

/**
 * Corrects the p-values of several tests for their number, after Holm.
 * @returns in the same order, none below its own and none above 1
 */
export function holm(values: readonly number[]): number[] {
  const order = values.map((_, place) => place).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
  const adjusted = values.map(() => 1);
  let greatest = 0;
  order.forEach((place, before) => {
    greatest = Math.max(greatest, Math.min(1, (values[place] ?? 0) * (values.length - before)));
    adjusted[place] = greatest;
  });
  return adjusted;
}
