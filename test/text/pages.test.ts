import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packGlyphs, unpackGlyphs } from '../../src/text/glyph-packing.ts';
import { packPages, unpackPages } from '../../src/text/page-packing.ts';
import {
  boxOfRun,
  type GlyphRun,
  offsetAtPoint,
  pageIndexAt,
  rectsOfSpan,
  unitsOf,
} from '../../src/text/pages.ts';

const place = fc.double({ min: -2000, max: 20_000, noNaN: true });

/** Runs one behind the other, as a page has them; some written from the right, some turned. */
const runsOfPage: fc.Arbitrary<GlyphRun[]> = fc
  .array(
    fc.record({
      gap: fc.nat(5),
      x: place,
      y: place,
      angle: fc.constantFrom(0, 0, 0, 90, 180, 270, 12.34),
      ascent: fc.double({ min: 0, max: 80, noNaN: true }),
      descent: fc.double({ min: 0, max: 40, noNaN: true }),
      steps: fc.array(
        fc.tuple(fc.double({ min: -3, max: 9, noNaN: true }), fc.double({ min: 0, max: 30, noNaN: true })),
        {
          minLength: 1,
          maxLength: 40,
        },
      ),
      falls: fc.boolean(),
    }),
    { maxLength: 12 },
  )
  .map((drafts) => {
    let at = 0;
    return drafts.map(({ gap, steps, falls, ...rest }) => {
      const start = at + gap;
      at = start + steps.length;
      let end = 0;
      const edges = steps.flatMap(([space, width]) => {
        const from = falls ? end - space : end + space;
        end = falls ? from - width : from + width;
        return [from, end];
      });
      return { ...rest, start, edges: Float32Array.from(edges) };
    });
  });

/** A line of letters that are each 5 pt wide. */
const line = (start: number, x: number, y: number, units: number, angle = 0): GlyphRun => ({
  start,
  x,
  y,
  angle,
  ascent: 8,
  descent: 2,
  edges: Float32Array.from({ length: units * 2 }, (_, edge) => Math.ceil(edge / 2) * 5),
});

describe('packed glyphs', () => {
  it('come back within a fortieth of a point, wherever they lie and whichever way they run', () => {
    fc.assert(
      fc.property(runsOfPage, (runs) => {
        const back = unpackGlyphs(packGlyphs(runs));
        expect(back.map(({ start }) => start)).toEqual(runs.map(({ start }) => start));
        for (const [index, run] of runs.entries()) {
          const other = back[index];
          if (other === undefined) throw new Error('a run is missing');
          expect(unitsOf(other)).toBe(unitsOf(run));
          const pairs = [
            [run.x, other.x],
            [run.y, other.y],
            [run.ascent, other.ascent],
            [run.descent, other.descent],
            ...[...run.edges].map((edge, at) => [edge, other.edges[at] ?? Number.NaN]),
          ];
          for (const [a = 0, b = Number.NaN] of pairs) expect(Math.abs(a - b)).toBeLessThanOrEqual(0.0252);
        }
      }),
    );
  });

  it('refuses bytes that are cut short or followed by others', () => {
    const bytes = packGlyphs([line(0, 10, 20, 30)]);
    expect(() => unpackGlyphs(Uint8Array.from([...bytes, 0]))).toThrow('do not belong');
    for (let length = 0; length < bytes.length; length++)
      expect(() => unpackGlyphs(bytes.subarray(0, length))).toThrow(RangeError);
  });

  it('never hangs on, or grows with, damaged bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        try {
          unpackGlyphs(bytes);
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError);
        }
      }),
    );
  });
});

describe('rectangles of a span', () => {
  const runs = [line(0, 100, 50, 10), line(11, 100, 62, 10), line(21, 300, 50, 4)];

  it('cover exactly the letters, a rectangle a line', () => {
    expect(rectsOfSpan(runs, { start: 2, end: 14 })).toEqual([
      { x: 110, y: 42, width: 40, height: 10 },
      { x: 100, y: 54, width: 15, height: 10 },
    ]);
    expect(rectsOfSpan(runs, { start: 10, end: 11 })).toEqual([]);
    expect(rectsOfSpan(runs, { start: 0, end: 99 })).toHaveLength(3);
  });

  it('turn with the line', () => {
    const [rect] = rectsOfSpan([line(0, 100, 50, 10, 90)], { start: 0, end: 10 });
    expect(rect?.x).toBeCloseTo(98);
    expect(rect?.y).toBeCloseTo(50);
    expect(rect?.width).toBeCloseTo(10);
    expect(rect?.height).toBeCloseTo(50);
  });

  it('of one letter lie within those of any span that holds it', () => {
    fc.assert(
      fc.property(runsOfPage, fc.nat(), fc.nat(), fc.nat(), (all, a, b, c) => {
        const units = all.flatMap((run) =>
          Array.from({ length: unitsOf(run) }, (_, unit) => run.start + unit),
        );
        fc.pre(units.length > 0);
        const [from = 0, at = 0, to = 0] = [a, b, c]
          .map((n) => units[n % units.length] ?? 0)
          .sort((p, q) => p - q);
        const whole = rectsOfSpan(all, { start: from, end: to + 1 });
        for (const small of rectsOfSpan(all, { start: at, end: at + 1 })) {
          const around = whole.some(
            ({ x, y, width, height }) =>
              small.x >= x - 1e-6 &&
              small.y >= y - 1e-6 &&
              small.x + small.width <= x + width + 1e-6 &&
              small.y + small.height <= y + height + 1e-6,
          );
          expect(around).toBe(true);
        }
      }),
    );
  });
});

describe('the offset at a point', () => {
  const runs = [line(0, 100, 50, 10), line(11, 100, 62, 10), line(21, 300, 50, 4)];

  it('stands between the letters that the point is nearest to', () => {
    expect(offsetAtPoint(runs, 111, 47)).toBe(2);
    expect(offsetAtPoint(runs, 114, 47)).toBe(3);
    expect(offsetAtPoint(runs, 20, 47)).toBe(0);
    expect(offsetAtPoint(runs, 160, 47)).toBe(10);
  });

  it('is on the nearest line of the column that the point is in', () => {
    expect(offsetAtPoint(runs, 121, 61)).toBe(15);
    expect(offsetAtPoint(runs, 301, 70)).toBe(21);
    expect(offsetAtPoint([], 1, 1)).toBeNull();
  });

  it('is inside a run for every point of its box', () => {
    fc.assert(
      fc.property(runsOfPage, fc.double({ min: 0, max: 1, noNaN: true }), (all, share) => {
        const run = all[0];
        fc.pre(run !== undefined);
        if (run === undefined) return;
        const { x, y, width, height } = boxOfRun(run);
        const offset = offsetAtPoint([run], x + width * share, y + height / 2);
        expect(offset).toBeGreaterThanOrEqual(run.start);
        expect(offset).toBeLessThanOrEqual(run.start + unitsOf(run));
      }),
    );
  });
});

it('finds the page of an offset', () => {
  const pages = [{ start: 0 }, { start: 10 }, { start: 10 }, { start: 30 }];
  expect([0, 9, 10, 29, 30, 99].map((offset) => pageIndexAt(pages, offset))).toEqual([0, 0, 2, 2, 3, 3]);
});

it('packs pages so that they come back as they were', () => {
  const size = fc.double({ min: 1, max: 9999, noNaN: true });
  const page = fc.record({
    label: fc.string({ minLength: 1 }),
    width: size,
    height: size,
    start: fc.nat(),
    end: fc.nat(),
  });
  fc.assert(
    fc.property(fc.array(page), (drafts) => {
      const pages = drafts.map((draft, index) => ({ number: index + 1, ...draft }));
      expect(unpackPages(packPages(pages))).toEqual(pages);
    }),
  );
});
