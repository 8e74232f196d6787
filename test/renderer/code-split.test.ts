import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CodeRow } from '../../src/contract/codes.ts';
import {
  type Part,
  type Shares,
  send,
  shareOf,
  splitWish,
  turn,
  withoutPart,
} from '../../src/renderer/codebook/split/parts.ts';

const NONE: Shares = new Map();

function code(id: string, parentId: string | null = null): CodeRow {
  const text = { definition: '', useWhen: '', useNotWhen: '', example: '' };
  const place = { path: id, depth: 0, passages: 0, documents: 0 };
  return { id, parentId, name: id, colour: '#3273b5', codable: true, ...text, ...place };
}

test('a piece goes to one part, or to several, and without any it stays', () => {
  const one = send(NONE, ['a'], 1, false);
  expect(shareOf(one, 'a')).toEqual([1]);
  const both = send(one, ['a', 'b'], 2, true);
  expect([shareOf(both, 'a'), shareOf(both, 'b')]).toEqual([
    [1, 2],
    [0, 2],
  ]);
  const off = send(both, ['a', 'b'], 2, true);
  expect([shareOf(off, 'a'), shareOf(off, 'b')]).toEqual([[1], [0]]);
  expect(shareOf(send(one, ['a'], 1, true), 'a')).toEqual([0]);
});

test('left and right go round through the parts', () => {
  const right = turn(NONE, ['a'], 1, 2);
  expect(shareOf(right, 'a')).toEqual([1]);
  expect(shareOf(turn(turn(right, ['a'], 1, 2), ['a'], 1, 2), 'a')).toEqual([0]);
  expect(shareOf(turn(NONE, ['a'], -1, 2), 'a')).toEqual([2]);
});

test('whatever is sent and taken away, a piece always goes somewhere that there is', () => {
  const action = fc.record({ piece: fc.nat(3), part: fc.nat(4), adds: fc.boolean(), removes: fc.boolean() });
  fc.assert(
    fc.property(fc.array(action, { maxLength: 30 }), (actions) => {
      let parts = 4;
      let shares = NONE;
      for (const { piece, part, adds, removes } of actions) {
        if (removes && parts > 0) {
          const gone = 1 + (part % parts);
          shares = withoutPart(shares, gone);
          parts--;
        } else shares = send(shares, [`${piece}`], part % (parts + 1), adds);
        for (const share of shares.values()) {
          expect(share.length).toBeGreaterThan(0);
          expect(Math.max(...share)).toBeLessThanOrEqual(parts);
          expect(new Set(share).size).toBe(share.length);
        }
      }
    }),
  );
});

test('the engine is asked only for what goes, with new codes beside or under the code', () => {
  const codes = [code('a'), code('b'), code('c')];
  const parts: Part[] = [{ name: 'New' }, { code: code('c') }];
  const shares: Shares = new Map([
    ['x', [1]],
    ['y', [0]],
    ['z', [0, 2]],
  ]);
  const [first = code('a')] = codes;
  expect(splitWish(first, codes, { parts, shares, where: 'beside', note: '' })).toEqual({
    parts: [{ name: 'New', parentId: null, beforeId: 'b' }, { code: 'c' }],
    assignments: [
      { coding: 'x', parts: [0], stays: false },
      { coding: 'z', parts: [1], stays: true },
    ],
    note: '',
  });
  expect(splitWish(first, codes, { parts, shares, where: 'under', note: '' }).parts[0]).toEqual({
    name: 'New',
    parentId: 'a',
    beforeId: null,
  });
});
