import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeLabels } from '../../src/renderer/margin/labels.ts';

const wanted = (...heights: number[]) => heights.map((y, index) => ({ key: String(index), y }));

test('a name stands beside its stripe where there is room, and is pushed down where there is not', () => {
  expect(placeLabels(wanted(0, 60), 18, 120).placed.map(({ y }) => y)).toEqual([0, 60]);
  expect(placeLabels(wanted(0, 4, 60), 18, 120).placed.map(({ y }) => y)).toEqual([0, 18, 60]);
});

test('names too many for a row fold, and the last place says how many', () => {
  const { placed, folded, foldY } = placeLabels(wanted(0, 0, 0, 0, 0), 18, 56);
  expect([placed.length, folded, foldY]).toEqual([2, 3, 36]);
});

test('names keep their order, never touch and never leave their row', () => {
  const heights = fc.array(fc.nat(200), { maxLength: 15 });
  fc.assert(
    fc.property(heights, fc.integer({ min: 18, max: 220 }), (ys, room) => {
      const { placed, folded, foldY } = placeLabels(wanted(...ys.sort((a, b) => a - b)), 18, room);
      expect(placed.length + folded).toBe(ys.length);
      for (const [index, { y }] of placed.entries()) {
        expect(y).toBeGreaterThanOrEqual(index === 0 ? 0 : (placed[index - 1]?.y ?? 0) + 18);
        expect(y + 18).toBeLessThanOrEqual(room);
      }
      if (folded > 0) expect(foldY + 18).toBeLessThanOrEqual(room);
    }),
  );
});
