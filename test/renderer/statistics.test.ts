import { expect, test } from 'vitest';
import type { CrosstabRow, Similarity } from '../../src/contract/analyse.ts';
import { CellWriter } from '../../src/contract/cells.ts';
import { drawnRows, strongestOf } from '../../src/renderer/analyse/crosstab/rows.ts';
import { drawnOrder, pairAt, rankedPairs } from '../../src/renderer/analyse/similarity/pairs.ts';
import { codesOfAll } from '../../src/renderer/analyse/similarity/shared.ts';

const row = (code: string, observed: number[], residuals: (number | null)[] = []): CrosstabRow => ({
  code,
  observed,
  residuals,
  expected: [],
  present: [],
  absent: [],
  notJudged: [],
  exact: { p: null, adjusted: null, lack: 'constant' },
});

test('codes with most places are drawn, in the order of the codebook', () => {
  const rows = [row('a', [1, 0]), row('b', [0, 0]), row('c', [2, 2]), row('d', [0, 3])];
  expect(drawnRows(rows, 2).map(({ code }) => code)).toEqual(['c', 'd']);
  expect(drawnRows(rows, null).map(({ code }) => code)).toEqual(['a', 'c', 'd']);
});

test('the cell most above what would be expected is named, and none where none is above', () => {
  const rows = [row('a', [1, 2], [-3, 1.5]), row('b', [1, 2], [null, 2.5])];
  expect(strongestOf(rows)).toEqual({ row: rows[1], column: 1 });
  expect(strongestOf([row('a', [1, 1], [0, 0])])).toBeNull();
});

test('pairs come with their columns, the most alike first', () => {
  const similarity: Similarity = {
    columns: ['x', 'y', 'z'].map((id, index) => ({ id, title: id, codes: index + 1 })),
    without: 0,
    values: [0.1, 0.9, 0.5],
    open: [0, 2, 1],
    mergers: [],
    order: [0, 2, 1],
  };
  expect(Array.from(rankedPairs(similarity), (at) => pairAt(similarity, at))).toEqual([
    { a: 0, b: 2, value: 0.9, open: 2 },
    { a: 1, b: 2, value: 0.5, open: 1 },
    { a: 0, b: 1, value: 0.1, open: 0 },
  ]);
  expect(drawnOrder(similarity)).toEqual([0, 2, 1]);
});

test('what two documents share are the codes that were found in both', () => {
  const cells = new CellWriter();
  // By document the codes, and how many places of each: none where it is absent.
  for (const found of [
    [
      [0, 2],
      [1, 1],
      [2, 3],
    ],
    [
      [0, 0],
      [1, 4],
    ],
    [[2, 1]],
  ]) {
    // biome-ignore format: a table
    for (const [row = 0, spans = 0] of found) cells.add(row, spans, spans, spans);
    cells.endColumn();
  }
  const table = {
    columns: ['x', 'y', 'z'].map((id) => ({ id, title: id, documents: [id], words: 10 })),
    codes: ['a', 'b', 'c'],
    cells: cells.written(),
  };
  expect(codesOfAll(table, ['x', 'y'])).toEqual(['b']);
  expect(codesOfAll(table, ['z', 'x'])).toEqual(['c']);
  expect(codesOfAll(table, ['y', 'z'])).toEqual([]);
});
