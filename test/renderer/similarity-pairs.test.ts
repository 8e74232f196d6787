import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Similarity } from '../../src/contract/analyse.ts';
import { drawnPairs, nearestPair, pairAt, rankedPairs } from '../../src/renderer/analyse/similarity/pairs.ts';

const similarities = fc.integer({ min: 0, max: 7 }).chain((count) => {
  const size = (count ** 2 - count) / 2;
  const value = fc.oneof(fc.constantFrom(0, 0.5, 1), fc.double({ min: 0, max: 1, noNaN: true }));
  const pairs = { minLength: size, maxLength: size };
  return fc.record({
    values: fc.array(value, pairs),
    open: fc.array(fc.nat(9), pairs),
    order: fc.shuffledSubarray([...Array(count).keys()]),
    columns: fc.constant(Array.from({ length: count }, (_, at) => ({ id: `${at}`, title: '', codes: 1 }))),
  });
});

test('pairs are ranked by how alike they are, and drawn ones know their rank', () => {
  fc.assert(
    fc.property(similarities, ({ order, ...rest }) => {
      const similarity: Similarity = { ...rest, without: 0, mergers: [], order };
      const ranked = rankedPairs(similarity);
      const places = [...rest.values.keys()];
      expect([...ranked]).toEqual(
        places.toSorted((a, b) => (rest.values[b] ?? 0) - (rest.values[a] ?? 0) || a - b),
      );
      const pairs = Array.from(ranked, (at) => pairAt(similarity, at));
      const columns = [...rest.columns.keys()];
      const all = columns.flatMap((a) => columns.slice(a + 1).map((b) => [a, b]));
      expect(places.map((at) => pairAt(similarity, at)).map(({ a, b }) => [a, b])).toEqual(all);
      expect(nearestPair(similarity, ranked)).toEqual(pairs[0]);
      const drawn = drawnPairs(similarity, ranked, order);
      expect(drawn.length).toBe((order.length ** 2 - order.length) / 2);
      for (const { places: at, rank, ...pair } of drawn) {
        expect(pair).toEqual(pairs[rank]);
        expect(at.map((place) => order[place] ?? -1).toSorted((a, b) => a - b)).toEqual([pair.a, pair.b]);
      }
    }),
  );
});
