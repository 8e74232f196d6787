import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Anchor, followed } from '../../src/renderer/parallel/follow.ts';
import { commonest, linksOf, notedPanes, sharedCodes, tuplesOf } from '../../src/renderer/parallel/pairs.ts';
import type { Stripe } from '../../src/renderer/reader/stripes.ts';

const stripe = (start: number, codeId: string | null): Stripe => ({
  key: `${start}-${codeId}`,
  start,
  end: start + 5,
  codeId,
  coderIds: [],
  passageIds: [`p${start}`],
  region: null,
  lane: 0,
});

/** A document as the codes of its passages, in order; a dot is a comment without a code. */
const coded = (codes: string): Stripe[] =>
  [...codes].map((code, at) => stripe(at * 10, code === '.' ? null : code));

const codebook = [...'abcd'].map((id) => ({ id }));
const model = fc.array(fc.string({ unit: fc.constantFrom('a', 'b', 'c', '.'), maxLength: 9 }).map(coded), {
  minLength: 2,
  maxLength: 4,
});

describe('pairs', () => {
  test('the nth passage of the code in each document stand beside one another, as far as any goes', () => {
    const tuples = tuplesOf([coded('ab.a'), coded('ba'), coded('aaa')], 'a');
    expect(tuples.map((tuple) => tuple.map((each) => each?.start ?? null))).toEqual([
      [0, 10, 0],
      [30, null, 10],
      [null, null, 20],
    ]);
  });

  test('every passage of the code stands in exactly one, and its place is how many came before it', () => {
    fc.assert(
      fc.property(model, (documents) => {
        const tuples = tuplesOf(documents, 'a');
        for (const [number, stripes] of documents.entries()) {
          const own = stripes.filter(({ codeId }) => codeId === 'a');
          expect(tuples.flatMap((tuple) => tuple[number] ?? [])).toEqual(own);
          expect(tuples.findIndex((tuple) => tuple[number] === null)).toBe(
            own.length === tuples.length ? -1 : own.length,
          );
        }
        expect(tuples.every((tuple) => tuple.some((each) => each !== null))).toBe(true);
      }),
    );
  });

  test('codes are counted by document, in the order of the codebook, and those without a passage left out', () => {
    expect(sharedCodes([coded('bab.'), coded('c')], codebook)).toEqual([
      { codeId: 'a', counts: [1, 0] },
      { codeId: 'b', counts: [2, 0] },
      { codeId: 'c', counts: [0, 1] },
    ]);
  });

  test('the commonest code is shared by most documents, however often another lies in one of them', () => {
    const of = (...documents: string[]) => commonest(sharedCodes(documents.map(coded), codebook));
    expect(of('aaaab', 'b')).toBe('b');
    expect(of('aabb', 'abb')).toBe('b');
    expect(of('ab', 'ab')).toBe('a');
    expect(of('aaab', 'cc', 'b')).toBe('b');
    expect(of('..', '.')).toBeNull();
  });

  test('bridges are as many as the lesser count of each code, and join passages that are as manieth', () => {
    fc.assert(
      fc.property(model, ([from = [], to = []]) => {
        const links = linksOf(from, to, codebook);
        for (const { codeId, counts } of sharedCodes([from, to], codebook)) {
          const own = links.filter((link) => link.codeId === codeId);
          expect(own).toHaveLength(Math.min(...counts));
          for (const link of own) {
            expect(from.filter((each) => each.codeId === codeId)[link.at]).toBe(link.from);
            expect(to.filter((each) => each.codeId === codeId)[link.at]).toBe(link.to);
          }
        }
      }),
    );
  });

  test('a note is about the pane with the focus and the next that has such a passage', () => {
    const tuple = (there: string) => [...there].map((each) => (each === 'x' ? stripe(0, 'a') : null));
    expect(notedPanes(tuple('xx'), 0)).toEqual([0, 1]);
    expect(notedPanes(tuple('xx'), 1)).toEqual([0, 1]);
    expect(notedPanes(tuple('x.xx'), 0)).toEqual([0, 2]);
    expect(notedPanes(tuple('x.xx'), 2)).toEqual([2, 3]);
    expect(notedPanes(tuple('x.xx'), 3)).toEqual([2, 3]);
    expect(notedPanes(tuple('x.xx'), 1)).toEqual([0, 2]);
    expect(notedPanes(tuple('..x.'), 2)).toBeNull();
  });
});

describe('going along', () => {
  test('places that belong together stand together, and between them one goes on evenly', () => {
    const anchors: Anchor[] = [
      [100, 400],
      [300, 500],
    ];
    const at = (y: number) => followed(y, anchors, [1000, 1200]);
    expect([0, 50, 100, 200, 300, 650, 1000, 2000].map(at)).toEqual([0, 200, 400, 450, 500, 850, 1200, 1200]);
  });

  test('whatever the anchors, reading on never goes back, and stays within the other document', () => {
    const anchor = fc.tuple(fc.nat(1500), fc.nat(1500));
    fc.assert(
      fc.property(fc.array(anchor), fc.nat(1000), fc.nat(1000), (anchors, a, b) => {
        const [first, second] = [Math.min(a, b), Math.max(a, b)].map((y) =>
          followed(y, anchors, [1000, 700]),
        );
        expect(first).toBeLessThanOrEqual((second ?? 0) + 1e-9);
        expect(first).toBeGreaterThanOrEqual(0);
        expect(second).toBeLessThanOrEqual(700);
      }),
    );
  });
});
