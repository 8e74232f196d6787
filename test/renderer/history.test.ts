import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Step } from '../../src/contract/common.ts';
import { linesOf, presentStep, wayTo } from '../../src/renderer/history/lines.ts';

const step = (seq: number, more: Partial<Step> = {}): Step => ({
  id: `step ${seq}`,
  seq,
  kind: 'do',
  code: 'codes.create',
  label: `Step ${seq}`,
  coder: { id: 'me', name: 'Me' },
  at: '2025-03-14T10:42:00.000Z',
  undone: false,
  ...more,
});

/** A history of actions, the last of which are undone; newest first, as the engine gives it. */
const history = (done: number, undone: number): Step[] => [
  ...Array.from({ length: undone }, (_, n) => step(100 + n, { kind: 'undo' })).toReversed(),
  ...Array.from({ length: done + undone }, (_, n) => step(n + 1, { undone: n >= done })).toReversed(),
];

test('the way to any step, taken one by one, ends with it as the present one', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9 }), fc.nat(9), fc.nat(20), (done, undone, pick) => {
      const steps = history(done, undone);
      const target = steps.find(({ seq }) => seq === 1 + (pick % (done + undone)));
      if (target === undefined) throw new Error('No such step');
      const way = wayTo(steps, target);
      const taken = new Set(way?.steps.map(({ id }) => id));
      const after = steps.map((each) =>
        taken.has(each.id) ? { ...each, undone: way?.direction === 'undo' } : each,
      );
      expect(presentStep(after)?.id).toBe(target.id);
      if (target.seq === done) expect(way).toBeNull();
      else expect(way?.steps).toHaveLength(Math.abs(target.seq - done));
      // Undo and redo are strictly linear: each step is the next one in its turn.
      const order = way?.steps.map(({ seq }) => seq) ?? [];
      expect(order).toEqual(order.toSorted((a, b) => (way?.direction === 'undo' ? b - a : a - b)));
    }),
  );
});

test('a newer action closes the way forward to what was undone before it', () => {
  const steps = [step(3), step(2, { undone: true }), step(1)];
  expect(wayTo(steps, step(2, { undone: true }))).toBeNull();
  expect(wayTo(steps, step(1))?.steps.map(({ seq }) => seq)).toEqual([3]);
});

test('a day has one heading; undoing is not told as a step', () => {
  const steps = [
    step(4, { kind: 'undo', at: '2025-03-15T09:00:00.000Z' }),
    step(3, { undone: true, at: '2025-03-15T08:00:00.000Z' }),
    step(2),
    step(1, { kind: 'base' }),
  ];
  const lines = linesOf(steps, (at) => at.slice(0, 10));
  expect(lines.map((line) => (line.kind === 'day' ? line.at.slice(0, 10) : line.step.seq))).toEqual([
    '2025-03-15',
    3,
    '2025-03-14',
    2,
    1,
  ]);
  expect(lines.filter((line) => line.kind === 'step' && line.isPresent)).toMatchObject([{ id: 'step 2' }]);
});
