import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { EachPair } from '../../../src/contract/packed-meetings.ts';
import { PairCounts } from '../../../src/engine/compare/pairs.ts';
import { Together } from '../../../src/engine/compare/together.ts';

const CODES = 5;

/** Documents, in each groups, in each places, on each the rows that it carries. */
const documentsModel = fc.array(
  fc.array(fc.array(fc.uniqueArray(fc.nat(CODES - 1), { minLength: 1 }), { maxLength: 4 }), { maxLength: 3 }),
  { maxLength: 4 },
);

const pairsOf = (each: EachPair) => {
  const pairs: number[][] = [];
  each((...pair) => pairs.push(pair));
  return pairs;
};

test('codes that lie together in groups are counted as one counts them place by place, in an array and in a map', () => {
  fc.assert(
    fc.property(documentsModel, (documents) => {
      const together = new Together(CODES);
      const [dense, sparse] = [new PairCounts(CODES), new PairCounts(CODES, 0)];
      for (const groups of documents) {
        for (const counts of [together, dense, sparse]) counts.nextDocument();
        for (const places of groups) {
          for (const row of places.flat()) together.add(row);
          together.endGroup(1);
          for (const one of places)
            for (const other of places)
              for (const a of one)
                for (const b of other) if (a < b) for (const counts of [dense, sparse]) counts.add(a, b, 1);
        }
      }
      const wanted = pairsOf(dense.each);
      expect(pairsOf(sparse.each)).toEqual(wanted);
      expect(pairsOf(together.each)).toEqual(wanted);
    }),
  );
});

test('what two groups share counts once where it is taken off', () => {
  const together = new Together(2);
  together.nextDocument();
  // Both codes on one place that lies in both groups, and the second once more in the latter.
  const groups: readonly (readonly [rows: readonly number[], sign: 1 | -1])[] = [
    [[0, 1], 1],
    [[0, 1], -1],
    [[0, 1, 1], 1],
  ];
  for (const [rows, sign] of groups) {
    for (const row of rows) together.add(row);
    together.endGroup(sign);
  }
  expect(pairsOf(together.each)).toEqual([[0, 1, 2, 1]]);
});
