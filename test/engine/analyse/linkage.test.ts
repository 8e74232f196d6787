import fc from 'fast-check';
import { expect, test } from 'vitest';
import { averageLinkage } from '../../../src/engine/analyse/linkage.ts';
import { fromR, matrixInR, needsR } from './r.ts';

/** Distances of which no two are equal nor means likely to be, so that there is one answer. */
const distances = fc.integer({ min: 2, max: 9 }).chain((count) =>
  fc
    .uniqueArray(fc.noBias(fc.integer({ min: 1, max: 1_000_000_000 })), {
      minLength: (count * (count - 1)) / 2,
      maxLength: (count * (count - 1)) / 2,
    })
    .map((values) => {
      const table = Array.from({ length: count }, () => Array.from({ length: count }, () => 0));
      let next = 0;
      for (let a = 0; a < count; a++)
        for (let b = a + 1; b < count; b++) {
          const value = (values[next++] ?? 0) / 1_000_000_000;
          for (const [one, other] of [[a, b], [b, a]]) (table[one ?? 0] ?? [])[other ?? 0] = value; // biome-ignore format: a pair
        }
      return table;
    }),
);

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** As it is written in books: always joins the two clusters whose members are nearest on average. */
function naive(table: readonly (readonly number[])[]) {
  let clusters = [...table.keys()].map((member) => [member]);
  const joined: { members: number[]; height: number }[] = [];
  while (clusters.length > 1) {
    const pairs = clusters.flatMap((one, index) =>
      clusters.slice(index + 1).map((other) => ({
        one,
        other,
        height: mean(one.flatMap((a) => other.map((b) => table[a]?.[b] ?? NaN))),
      })),
    );
    const [nearest] = pairs.sort((a, b) => a.height - b.height);
    if (!nearest) break;
    const members = [...nearest.one, ...nearest.other].sort((a, b) => a - b);
    clusters = [...clusters.filter((one) => one !== nearest.one && one !== nearest.other), members];
    joined.push({ members, height: nearest.height });
  }
  return joined;
}

const clustersOf = (table: readonly (readonly number[])[]) =>
  averageLinkage(table.length, (a, b) => table[a]?.[b] ?? NaN);

test('joins what is nearest on average, and lets no branches cross', () => {
  fc.assert(
    fc.property(distances, (table) => {
      const { mergers, order } = clustersOf(table);
      const members = [...table.keys()].map((member) => [member]);
      const found = mergers.map(({ a, b, height }) => {
        const both = [...(members[a] ?? []), ...(members[b] ?? [])].sort((one, other) => one - other);
        members.push(both);
        return { members: both, height };
      });
      const expected = naive(table);
      expect(found.map((one) => one.members)).toEqual(expected.map((one) => one.members));
      found.forEach(({ height }, index) => {
        expect(height).toBeCloseTo(expected[index]?.height ?? NaN, 10);
      });
      expect(order.toSorted((a, b) => a - b)).toEqual([...table.keys()]);
      for (const { members: both } of found) {
        const places = both.map((member) => order.indexOf(member));
        expect(Math.max(...places) - Math.min(...places)).toBe(both.length - 1);
      }
    }),
  );
});

test('few, equal and no members', () => {
  expect(averageLinkage(0, () => 1)).toEqual({ mergers: [], order: [] });
  expect(averageLinkage(1, () => 1)).toEqual({ mergers: [], order: [0] });
  const equal = averageLinkage(5, () => 0.5);
  expect(equal.mergers.map(({ height }) => height)).toEqual([0.5, 0.5, 0.5, 0.5]);
  expect(equal.order.toSorted()).toEqual([0, 1, 2, 3, 4]);
});

test('heights are those of R', (context) => {
  needsR(context);
  const made = fc.sample(distances, { numRuns: 20, seed: 6 });
  const lines = fromR(
    made
      .map((table) => `cat(sprintf("%.15g", hclust(as.dist(${matrixInR(table)}), "average")$height), "\\n")`)
      .join('\n'),
  );
  made.forEach((table, index) => {
    const { mergers } = clustersOf(table);
    expect(mergers.length).toBe(lines[index]?.length);
    mergers.forEach(({ height }, at) => {
      expect(height).toBeCloseTo(lines[index]?.[at] ?? NaN, 10);
    });
  });
});
