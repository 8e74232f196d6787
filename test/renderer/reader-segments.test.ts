import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PassageRow } from '../../src/contract/passages.ts';
import { LINE, packLanes } from '../../src/renderer/margin/lanes.ts';
import { segmentsIn, segmentsOf, segmentsWith } from '../../src/renderer/reader/segments.ts';
import { stripesOf, withPending } from '../../src/renderer/reader/stripes.ts';

let serial = 0;

function passage(
  start: number,
  end: number,
  ...codes: (string | [code: string, coder: string])[]
): PassageRow {
  const id = `passage-${serial++}`;
  return {
    id,
    documentId: 'document',
    versionId: 'version',
    start,
    end,
    region: null,
    page: null,
    status: 'exact',
    comment: '',
    createdBy: 'me',
    createdAt: '',
    codings: codes.map((entry, index) => {
      const [codeId, coderId] = typeof entry === 'string' ? [entry, 'me'] : entry;
      return { id: `${id}-${index}`, codeId, coderId, weight: null, createdAt: '' };
    }),
  };
}

const drawn = (passages: PassageRow[]) =>
  segmentsOf(stripesOf(passages)).map(({ start, end, codeIds }) => [start, end, codeIds.join('+')]);

describe('segments', () => {
  test('cut overlapping passages where either begins or ends', () => {
    expect(drawn([passage(0, 10, 'a'), passage(5, 15, 'b')])).toEqual([
      [0, 5, 'a'],
      [5, 10, 'a+b'],
      [10, 15, 'b'],
    ]);
  });

  test('draw one code by two coders on one span once, and overlapping passages of one code as that code', () => {
    expect(drawn([passage(0, 4, ['a', 'me']), passage(0, 4, ['a', 'you'])])).toEqual([[0, 4, 'a']]);
    expect(drawn([passage(0, 4, 'a'), passage(2, 6, 'a')]).map(([, , codes]) => codes)).toEqual([
      'a',
      'a',
      'a',
    ]);
    const [stripe] = stripesOf([passage(0, 4, ['a', 'me']), passage(0, 4, ['a', 'you'])]);
    expect(stripe?.coderIds).toEqual(['me', 'you']);
    expect(stripe?.passageIds).toHaveLength(2);
  });

  test('leave gaps bare, keep a passage that has only a comment, and drop what was lost', () => {
    expect(drawn([passage(0, 2, 'a'), passage(8, 9)])).toEqual([
      [0, 2, 'a'],
      [8, 9, ''],
    ]);
    expect(drawn([{ ...passage(0, 2, 'a'), status: 'lost' }])).toEqual([]);
  });

  test('show what is still on its way, once, also after the answer has come', () => {
    const pending = [{ key: 'p', documentId: 'document', start: 0, end: 4, codeIds: ['a'] }];
    expect(withPending([], pending)).toHaveLength(1);
    const known = stripesOf([passage(0, 4, 'a')]);
    expect(withPending(known, pending)).toBe(known);
  });

  test('what is on its way lies in the same segments as if it were known, and in a lane of its own', () => {
    const span = fc.tuple(fc.nat(200), fc.integer({ min: 1, max: 90 }), fc.constantFrom('a', 'b', 'c', 'd'));
    fc.assert(
      fc.property(fc.array(span, { maxLength: 12 }), fc.array(span, { maxLength: 4 }), (spans, coming) => {
        const known = stripesOf(spans.map(([start, length, code]) => passage(start, start + length, code)));
        const pending = coming.map(([start, length, code], index) => ({
          key: `${index}`,
          documentId: 'document',
          start,
          end: start + length,
          codeIds: [code],
        }));
        const stripes = withPending(known, pending);
        const added = stripes.filter((stripe) => !known.includes(stripe));
        expect(segmentsWith(segmentsOf(known), stripes, added)).toEqual(segmentsOf(stripes));
        expect(stripes).toEqual(stripes.toSorted((a, b) => a.start - b.start || b.end - a.end));
        for (const one of added) {
          const meets = stripes.filter(({ start, end }) => start < one.end + LINE && end + LINE > one.start);
          expect(meets.filter(({ lane }) => lane === one.lane)).toEqual([one]);
        }
      }),
    );
  });

  test('cover exactly the units that some passage covers, with exactly their codes', () => {
    const span = fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 20 }), fc.constantFrom('a', 'b', 'c', 'd'));
    fc.assert(
      fc.property(fc.array(span, { maxLength: 12 }), (spans) => {
        const passages = spans.map(([start, length, code]) => passage(start, start + length, code));
        const segments = segmentsOf(stripesOf(passages));
        for (let unit = 0; unit < 80; unit++) {
          const wanted = passages.filter(({ start, end }) => start <= unit && unit < end);
          const found = segments.filter(({ start, end }) => start <= unit && unit < end);
          expect(found.length).toBe(wanted.length > 0 ? 1 : 0);
          const codes = new Set(wanted.flatMap(({ codings }) => codings.map(({ codeId }) => codeId)));
          expect(new Set(found[0]?.codeIds ?? [])).toEqual(codes);
        }
      }),
    );
  });

  test('are found for a block by its span, and cut to it', () => {
    const segments = segmentsOf(stripesOf([passage(0, 10, 'a'), passage(12, 30, 'b')]));
    expect(segmentsIn(segments, { start: 5, end: 20 }).map(({ start, end }) => [start, end])).toEqual([
      [5, 10],
      [12, 20],
    ]);
    expect(segmentsIn(segments, { start: 10, end: 12 })).toEqual([]);
  });
});

describe('lanes', () => {
  test('never hold two stripes that may stand on one line', () => {
    const interval = fc.record({
      start: fc.nat(2000),
      length: fc.integer({ min: 1, max: 300 }),
      group: fc.constantFrom('a', 'b'),
    });
    fc.assert(
      fc.property(fc.array(interval, { maxLength: 40 }), (drafts) => {
        const intervals = drafts
          .map(({ start, length, group }) => ({ start, end: start + length, group }))
          .sort((a, b) => a.start - b.start || b.end - a.end);
        const lanes = packLanes(intervals);
        for (const [index, one] of intervals.entries()) {
          for (const [other, two] of intervals.entries()) {
            if (index < other && lanes[index] === lanes[other])
              expect(two.start).toBeGreaterThanOrEqual(one.end + 80);
          }
        }
      }),
    );
  });

  test('are kept by a code where its last one is free again', () => {
    const lanes = packLanes([
      { start: 0, end: 100, group: 'a' },
      { start: 10, end: 20, group: 'b' },
      { start: 400, end: 420, group: 'b' },
    ]);
    expect(lanes).toEqual([0, 1, 1]);
  });
});
