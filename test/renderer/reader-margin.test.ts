import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CodeRow } from '../../src/contract/codes.ts';
import type { PassageRow } from '../../src/contract/passages.ts';
import { countBeyond, nearestBeyond, orderOf, outside } from '../../src/renderer/margin/beyond.ts';
import { placeLabels } from '../../src/renderer/margin/labels.ts';
import { branchOf, headOf, lanesOf, notesOf } from '../../src/renderer/margin/view.ts';
import type { Stripe } from '../../src/renderer/reader/stripes.ts';

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

test('notes go first where room is short, and what has no lane is said even where all names fit', () => {
  const note = { key: 'note', y: 0, minor: true };
  const [first, second] = wanted(0, 0);
  if (first === undefined || second === undefined) throw new Error('No names');
  const names = (room: number, without = false) =>
    placeLabels([first, note, second], 18, room, without).placed.map(({ key }) => key);
  expect(names(54)).toEqual(['0', 'note', '1']);
  expect(names(40)).toEqual(['0', '1']);
  expect(names(54, true)).toEqual(['0', '1']);
  expect(names(40, true)).toEqual(['0']);
  expect(placeLabels(wanted(0, 0), 18, 54, true)).toMatchObject({ folded: 0, foldY: 36 });
});

describe('what lies beyond the sight', () => {
  const none = new Set<string>();
  const passage = fc.tuple(fc.nat(300), fc.integer({ min: 1, max: 60 }));

  test('is counted and found as by looking at every passage', () => {
    fc.assert(
      fc.property(fc.array(passage, { maxLength: 40 }), fc.nat(300), fc.nat(120), (spans, start, size) => {
        const places = spans.map(([from, length], index) => ({
          id: String(index),
          start: from,
          end: from + length,
        }));
        const order = orderOf(places);
        const sight = { start, end: start + size + 1, over: none, under: none };
        const above = places.filter(({ end }) => end <= sight.start);
        const below = places.filter((place) => place.start >= sight.end);
        expect(countBeyond(order, sight)).toEqual({ above: above.length, below: below.length });
        const up = nearestBeyond(order, sight, -1)?.start;
        expect(up).toBe(above.length === 0 ? undefined : Math.max(...above.map((each) => each.start)));
        const down = nearestBeyond(order, sight, 1)?.start;
        expect(down).toBe(below.length === 0 ? undefined : Math.min(...below.map((each) => each.start)));
      }),
    );
  });

  test('includes what has been scrolled out of a row that is partly in sight', () => {
    const stripe = {
      key: 'k',
      start: 0,
      end: 9,
      codeId: 'c',
      coderIds: [],
      passageIds: ['a'],
      region: null,
      lane: 0,
    };
    const box = { stripe, top: 4, bottom: 26, begins: true, ends: true };
    expect([...outside([box], 'over', 30)]).toEqual(['a']);
    expect([...outside([box], 'over', 20)]).toEqual([]);
    expect([...outside([{ ...box, ends: false }], 'over', 30)]).toEqual([]);
    expect([...outside([box], 'under', 4)]).toEqual(['a']);
    const order = orderOf([{ id: 'a', start: 0, end: 9 }]);
    const sight = { start: 0, end: 100, over: new Set(['a']), under: none };
    expect(countBeyond(order, sight)).toEqual({ above: 1, below: 0 });
    expect(nearestBeyond(order, sight, -1)?.id).toBe('a');
  });
});

describe('what the margin shows', () => {
  const stripe = (key: string, codeId: string | null, start = 0): Stripe => ({
    key,
    codeId,
    start,
    end: start + 5,
    coderIds: ['ada'],
    region: null,
    passageIds: [key],
    lane: 7,
  });
  const all = [stripe('a', 'trust'), stripe('b', 'people'), stripe('c', 'cost'), stripe('d', null, 200)];
  const shown = (choice: { codes: boolean; notes: boolean }, branch: ReadonlySet<string> | null = null) => [
    ...lanesOf(all, choice, ({ key }) => key !== 'c', branch).keys(),
  ];

  test('is every stripe, only those with notes, or only a branch', () => {
    expect(shown({ codes: true, notes: true })).toEqual(['a', 'b', 'c', 'd']);
    expect(shown({ codes: true, notes: false })).toEqual(['a', 'b', 'c']);
    // Those on the same words share their note.
    expect(shown({ codes: false, notes: true })).toEqual(['a', 'd']);
    expect(shown({ codes: true, notes: true }, new Set(['people']))).toEqual(['b']);
  });

  test('closes up where stripes are left out, and keeps the lanes where none are', () => {
    expect(lanesOf(all, { codes: true, notes: true }, () => true, null).get('a')).toBe(7);
    expect(lanesOf(all, { codes: true, notes: true }, () => true, new Set(['people'])).get('b')).toBe(0);
  });

  test('takes a comment before a memo, and the newest memo before an older one', () => {
    const passage = (id: string, comment: string) => ({ id, comment }) as PassageRow;
    const memos = [
      { passageId: 'a', words: 'newest' },
      { passageId: 'a', words: 'older' },
      { passageId: 'b', words: 'memo' },
    ];
    const notes = notesOf([passage('a', ''), passage('b', 'comment')], memos);
    expect([notes.get('a'), notes.get('b'), notes.get('c')]).toEqual(['newest', 'comment', undefined]);
  });

  test('a branch is a code with all under it, and its head the one above all', () => {
    const code = (id: string, parentId: string | null) => ({ id, parentId }) as CodeRow;
    const codes = [code('trust', null), code('people', 'trust'), code('kin', 'people'), code('cost', null)];
    expect([...branchOf(codes, 'people')]).toEqual(['people', 'kin']);
    const codebook = { codes, byId: new Map(codes.map((each) => [each.id, each])) };
    expect([headOf(codebook, 'kin'), headOf(codebook, 'cost')]).toEqual(['trust', 'cost']);
  });
});
