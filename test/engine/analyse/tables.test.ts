import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contingencyOf, marginsOf } from '../../../src/engine/analyse/contingency.ts';
import { exactTest, holm, stepsEach } from '../../../src/engine/analyse/exact.ts';
import { fromR, matrixInR, needsR } from './r.ts';

/** Tables of some size, often with empty rows and columns. */
const tables = (most: number, rows = 3, columns = 3) =>
  fc.tuple(fc.integer({ min: 1, max: rows }), fc.integer({ min: 1, max: columns })).chain(([height, width]) =>
    fc.array(fc.array(fc.nat(most), { minLength: width, maxLength: width }), {
      minLength: height,
      maxLength: height,
    }),
  );

/** @returns every different order of the labels */
function ordersOf(labels: readonly number[]): number[][] {
  if (labels.length === 0) return [[]];
  return [...new Set(labels)].flatMap((first) => {
    const rest = labels.toSpliced(labels.indexOf(first), 1);
    return ordersOf(rest).map((order) => [first, ...order]);
  });
}

/** The test by its meaning: hands the groups out to the cases in every way, and counts those no commoner than what was found. */
function byHandingOut(table: readonly (readonly number[])[]): number {
  const { rows, columns } = marginsOf(table);
  const rowOf = rows.flatMap((count, row) => Array.from({ length: count }, () => row));
  const labels = columns.flatMap((count, column) => Array.from({ length: count }, () => column));
  const times = new Map<string, number>();
  const orders = ordersOf(labels);
  for (const order of orders) {
    const made = table.map((row) => row.map(() => 0));
    order.forEach((column, at) => {
      const row = made[rowOf[at] ?? 0] ?? [];
      row[column] = (row[column] ?? 0) + 1;
    });
    times.set(String(made), (times.get(String(made)) ?? 0) + 1);
  }
  const own = times.get(String(table)) ?? 0;
  const asRare = [...times.values()].filter((count) => count <= own);
  return asRare.reduce((sum, count) => sum + count, 0) / orders.length;
}

test('the exact test gives what is worked out by hand', () => {
  // Eight cups of tea: 1/70 for all right, 17/70 for one wrong each way, and as much again on the other side.
  expect(exactTest([4, 0], [0, 4])).toBeCloseTo(2 / 70, 12);
  expect(exactTest([3, 1], [1, 3])).toBeCloseTo(34 / 70, 12);
  // Three groups of one: each order of the groups is as probable.
  expect(exactTest([1, 0, 0], [0, 1, 1])).toBeCloseTo(1, 12);
});

/** A code by groups: the cases with it, and those without. */
const byGroups = (most: number, groups: number) =>
  fc.integer({ min: 1, max: groups }).chain((width) => {
    const side = fc.array(fc.nat(most), { minLength: width, maxLength: width });
    return fc.tuple(side, side);
  });

test('the exact test gives what handing out the groups in every way gives', () => {
  const small = byGroups(2, 4).filter((table) => marginsOf(table).total <= 8);
  fc.assert(
    fc.property(small, (table) => {
      const { rows, columns } = marginsOf(table);
      const isConstant = [rows, columns].some((counts) => counts.filter((count) => count > 0).length < 2);
      const p = exactTest(...table);
      if (isConstant) expect(p).toBe('constant');
      else expect(p).toBeCloseTo(byHandingOut(table), 10);
    }),
    { numRuns: 150 },
  );
});

/** The test by its meaning, table after table: the parts of all of them that are no more probable than the one found. */
function byEveryTable([having, lacking]: readonly [readonly number[], readonly number[]]): number {
  const sizes = having.map((count, group) => count + (lacking[group] ?? 0));
  const choose = (of: number, some: number) => {
    let ways = 1;
    for (let n = 1; n <= some; n++) ways *= (of - some + n) / n;
    return ways;
  };
  const own = having.reduce((product, count, group) => product * choose(sizes[group] ?? 0, count), 1);
  let [all, asRare] = [0, 0];
  const fill = (group: number, left: number, ways: number): void => {
    if (group === sizes.length) {
      if (left > 0) return;
      all += ways;
      if (ways <= own * (1 + 1e-7)) asRare += ways;
      return;
    }
    const size = sizes[group] ?? 0;
    for (let count = 0; count <= Math.min(size, left); count++)
      fill(group + 1, left - count, ways * choose(size, count));
  };
  fill(
    0,
    having.reduce((sum, count) => sum + count, 0),
    1,
  );
  return asRare / all;
}

test('the exact test gives what going through all tables gives', () => {
  fc.assert(
    fc.property(byGroups(7, 5), (table) => {
      const p = exactTest(...table);
      if (p !== 'constant') expect(p).toBeCloseTo(byEveryTable(table), 9);
    }),
    { numRuns: 150 },
  );
});

test('the exact test says where it would take too long, and is quick where groups are of one size', () => {
  const wide = Array.from({ length: 12 }, () => 6);
  // All groups are alike: no table is more probable.
  expect(exactTest(wide, wide)).toBeCloseTo(1, 12);
  const uneven = Array.from({ length: 10 }, (_, group) => 31 + 2 * group);
  expect(exactTest(uneven, uneven.toReversed())).toBe('large');
  expect(exactTest([2, 1], [1, 2], 3)).toBe('large');
  expect(exactTest([2, 1], [1, 2])).toBeCloseTo(1, 12);
  // What many tests take together has an end, too.
  expect(stepsEach(2_000) * 2_000).toBeLessThanOrEqual(stepsEach(20) * 20);
});

test('the exact test, residuals, Cramér’s V and Holm’s correction are those of R', (context) => {
  needsR(context);
  const filled = byGroups(9, 5).filter((table) => {
    const { rows, columns } = marginsOf(table);
    return rows.length > 1 && columns.length > 1 && [...rows, ...columns].every((count) => count > 0);
  });
  const made = fc.sample(filled, { numRuns: 60, seed: 6 });
  const script = made
    .map(
      (table) => `
        t <- ${matrixInR(table)}
        x <- suppressWarnings(chisq.test(t, correct = FALSE))
        p <- c(p, fisher.test(t, workspace = 2e6)$p.value)
        out(c(p[length(p)], x$statistic, x$parameter, sqrt(x$statistic / (sum(t) * (min(dim(t)) - 1)))))
        out(t(x$expected)); out(t(x$stdres))`,
    )
    .join('\n');
  const lines = fromR(`
    options(digits = 15); p <- c()
    out <- function(x) cat(format(as.vector(x), digits = 15, scientific = TRUE), "\\n")
    ${script}
    out(p.adjust(p, "holm"))`);
  const close = (found: readonly (number | null)[], expected: readonly number[] | undefined) => {
    expect(found.length).toBe(expected?.length);
    found.forEach((value, index) => {
      expect(value).toBeCloseTo(expected?.[index] ?? NaN, 8);
    });
  };
  const values = made.map((table, index) => {
    const { chiSquare, degrees, cramersV, expected, residuals } = contingencyOf(table);
    const p = exactTest(...table);
    const figures = [typeof p === 'number' ? p : null, chiSquare, degrees, cramersV];
    close(figures, lines[index * 3]);
    close(expected.flat(), lines[index * 3 + 1]);
    close(residuals.flat(), lines[index * 3 + 2]);
    return typeof p === 'number' ? p : 1;
  });
  close(holm(values), lines.at(-1));
});

test('expected counts have the margins of the observed ones, and V lies between 0 and 1', () => {
  fc.assert(
    fc.property(tables(20, 5, 5), (table) => {
      const { expected, cramersV, places } = contingencyOf(table);
      const [observed, thought] = [marginsOf(table), marginsOf(expected)];
      expect(places).toBe(observed.total);
      for (const side of ['rows', 'columns'] as const)
        observed[side].forEach((sum, index) => {
          expect(thought[side][index]).toBeCloseTo(sum, 8);
        });
      if (cramersV !== null) expect(cramersV).toBeGreaterThanOrEqual(0);
      if (cramersV !== null) expect(cramersV).toBeLessThanOrEqual(1);
    }),
  );
  expect(contingencyOf([[5, 0], [0, 7]]).cramersV).toBeCloseTo(1, 12); // biome-ignore format: a table
  expect(contingencyOf([[2, 4], [3, 6]]).cramersV).toBeCloseTo(0, 12); // biome-ignore format: a table
  expect(contingencyOf([[2, 4]])).toMatchObject({ chiSquare: null, cramersV: null, degrees: 0 });
  expect(contingencyOf([])).toMatchObject({ places: 0, chiSquare: null, cramersV: null });
});
