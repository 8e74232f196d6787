import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Ranked, rankBefore, ranksAfter } from '../../../src/engine/order.ts';

/** As the store reads siblings: by rank as plain text, then by id. */
const inOrder = (items: readonly Ranked[]) =>
  items.toSorted((a, b) => (a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : a.id < b.id ? -1 : 1));
const ids = (items: readonly Ranked[]) => items.map((item) => item.id);

const places = fc.array(fc.option(fc.nat(60)), { maxLength: 80 });

test('whatever is put before whatever, everything stays in the order it was put in', () => {
  fc.assert(
    fc.property(places, (picks) => {
      let items: Ranked[] = [];
      const wanted: string[] = [];
      for (const [turn, pick] of picks.entries()) {
        const at = pick === null || items.length === 0 ? items.length : pick % items.length;
        const before = items[at]?.id ?? null;
        const id = `id ${turn}`;
        items = inOrder([...items, { id, rank: rankBefore(items, before) }]);
        wanted.splice(at, 0, id);
        expect(ids(items)).toEqual(wanted);
      }
    }),
    { numRuns: 300 },
  );
});

test('a move is an insertion among the others', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(20), fc.nat(20)), { maxLength: 60 }), (moves) => {
      let items: Ranked[] = ranksAfter(null, 9).map((rank, index) => ({ id: `id ${index}`, rank }));
      for (const [from, to] of moves) {
        const moved = items[from % items.length];
        if (!moved) continue;
        const others = items.filter((item) => item !== moved);
        const at = to % (others.length + 1);
        const before = others[at]?.id ?? null;
        items = inOrder([...others, { id: moved.id, rank: rankBefore(others, before) }]);
        expect(ids(items)).toEqual([...ids(others).slice(0, at), moved.id, ...ids(others).slice(at)]);
      }
    }),
  );
});

test('among equal ranks, as a merge may leave them, a new one has a rank and the others keep their order', () => {
  const ranks = ranksAfter(null, 4);
  const merged = fc
    .array(fc.constantFrom(...ranks), { minLength: 1, maxLength: 12 })
    .map((picked) =>
      inOrder(picked.map((rank, index) => ({ id: `id ${String(index).padStart(2, '0')}`, rank }))),
    );
  fc.assert(
    fc.property(merged, fc.nat(12), (items, pick) => {
      const at = pick % (items.length + 1);
      const rank = rankBefore(items, items[at]?.id ?? null);
      const after = inOrder([...items, { id: 'new', rank }]);
      expect(ids(after).filter((id) => id !== 'new')).toEqual(ids(items));
      // Right before the wanted one, or behind all that share a rank with it and its neighbour: never further away.
      const [lower, upper] = [items[at - 1]?.rank ?? '', items[at]?.rank];
      if (upper === undefined || lower < upper) expect(ids(after).indexOf('new')).toBe(at);
      else expect(ids(after).indexOf('new')).toBe(items.findLastIndex((item) => item.rank === upper) + 1);
    }),
  );
});

test('ranks that follow ascend, and a place that is not there means the end', () => {
  const [first = '', second = ''] = ranksAfter(null, 2);
  const items = [
    { id: 'a', rank: first },
    { id: 'b', rank: second },
  ];
  expect(rankBefore(items, 'gone') > second).toBe(true);
  expect(rankBefore([], null)).toBe(first);
  const many = ranksAfter(second, 500);
  expect(many).toEqual(many.toSorted());
  expect(new Set([second, ...many]).size).toBe(501);
});

test('a thousand insertions at one place leave ranks short enough to be of no concern', () => {
  let items: Ranked[] = [];
  for (let n = 0; n < 1000; n++)
    items = inOrder([...items, { id: `id ${n}`, rank: rankBefore(items, items.at(-1)?.id ?? null) }]);
  expect(Math.max(...items.map((item) => item.rank.length))).toBeLessThan(400);
});
