import fc from 'fast-check';
import { expect, test } from 'vitest';
import { moved } from '../../../../src/engine/codebook/order-change.ts';

/** The longest common subsequence, by the textbook's table: a second way. */
function stay(one: readonly string[], other: readonly string[]): number {
  let row = [0, ...other.map(() => 0)];
  for (const id of one) {
    const next = [0];
    for (const [index, candidate] of other.entries()) {
      next.push(candidate === id ? (row[index] ?? 0) + 1 : Math.max(next[index] ?? 0, row[index + 1] ?? 0));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}

test('as few as possible are taken up, the same in both directions, and the others keep their order', () => {
  const members = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'];
  const order = fc.shuffledSubarray(members, { minLength: members.length });
  fc.assert(
    fc.property(order, order, (before, after) => {
      const taken = moved(before, after);
      expect(members.length - taken.length).toBe(stay(before, after));
      expect(moved(after, before).toSorted()).toEqual(taken.toSorted());
      const rest = (list: readonly string[]) => list.filter((id) => !taken.includes(id));
      expect(rest(before)).toEqual(rest(after));
    }),
  );
});
