import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PassageRow } from '../../src/contract/passages.ts';
import { overlapsOf } from '../../src/renderer/picker/overlap.ts';

let serial = 0;

const passage = (
  start: number,
  end: number,
  codings: readonly (readonly [code: string, coder: string])[],
  status: PassageRow['status'] = 'exact',
): PassageRow => ({
  id: `p${serial++}`,
  documentId: 'd',
  versionId: 'v',
  start,
  end,
  region: null,
  page: null,
  status,
  comment: '',
  createdBy: 'me',
  createdAt: '',
  codings: codings.map(([codeId, coderId]) => ({
    id: `c${serial++}`,
    codeId,
    coderId,
    weight: null,
    createdAt: '',
  })),
});

const spansOf = (passages: PassageRow[], start: number, end: number, codes = ['a']) =>
  overlapsOf({ passages, me: 'me' }, { start, end }, codes).map((each) => [
    each.passage.start,
    each.passage.end,
    each.coding.codeId,
  ]);

test('only an own coding of the same code that shares words overlaps', () => {
  expect(spansOf([passage(0, 5, [['a', 'me']])], 3, 8)).toEqual([[0, 5, 'a']]);
  expect(spansOf([passage(0, 5, [['a', 'me']])], 5, 8)).toEqual([]);
  expect(spansOf([passage(0, 5, [['b', 'me']])], 3, 8)).toEqual([]);
  expect(spansOf([passage(0, 5, [['a', 'other']])], 3, 8)).toEqual([]);
  expect(spansOf([passage(0, 5, [['a', 'me']], 'lost')], 3, 8)).toEqual([]);
});

test('where the code lies on these very words already, there is no overlap', () => {
  const both = [passage(0, 5, [['a', 'me']]), passage(3, 8, [['a', 'me']])];
  expect(spansOf(both, 3, 8)).toEqual([]);
  expect(spansOf(both.toReversed(), 3, 8)).toEqual([]);
});

test('of several, each code meets the one that shares the most', () => {
  const passages = [
    passage(0, 4, [['a', 'me']]),
    passage(5, 9, [
      ['a', 'me'],
      ['b', 'me'],
    ]),
  ];
  expect(spansOf(passages, 3, 8, ['a', 'b'])).toEqual([
    [5, 9, 'a'],
    [5, 9, 'b'],
  ]);
});

test('agrees with the plain definition, whatever lies in the document', () => {
  const some = fc.array(
    fc.tuple(fc.nat(12), fc.integer({ min: 1, max: 8 }), fc.subarray(['a', 'b', 'c'] as const), fc.boolean()),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(some, fc.nat(12), fc.integer({ min: 1, max: 8 }), (drafts, start, length) => {
      const passages = drafts.map(([from, size, codes, mine]) =>
        passage(
          from,
          from + size,
          codes.map((code) => [code, mine ? 'me' : 'other'] as const),
        ),
      );
      const span = { start, end: start + length };
      const found = overlapsOf({ passages, me: 'me' }, span, ['a', 'b']);
      for (const code of ['a', 'b']) {
        const own = passages.filter(({ codings }) =>
          codings.some(({ codeId, coderId }) => codeId === code && coderId === 'me'),
        );
        const isThere = own.some((each) => each.start === span.start && each.end === span.end);
        const sharing = own.filter((each) => each.start < span.end && span.start < each.end);
        const wanted = isThere ? 0 : Math.min(1, sharing.length);
        expect(found.filter(({ coding }) => coding.codeId === code)).toHaveLength(wanted);
      }
      for (const { passage: met } of found) expect(passages).toContain(met);
    }),
  );
});
