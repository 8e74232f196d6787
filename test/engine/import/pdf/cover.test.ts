import { describe, expect, it } from 'vitest';
import { spansUnder } from '../../../../src/engine/import/pdf/cover.ts';
import type { GlyphRun } from '../../../../src/text/pages.ts';

/** A line of letters that are ten points wide and reach eight above the baseline and two below it. */
const run = (text: string, start: number, y: number): GlyphRun => ({
  start,
  x: 100,
  y,
  angle: 0,
  ascent: 8,
  descent: 2,
  edges: Float32Array.from([...text].flatMap((_, index) => [index * 10, index * 10 + 10])),
});

const text = 'one two\nthree four';
const runs = [run('one two', 0, 50), run('three four', 8, 70)];
const words = (rects: Parameters<typeof spansUnder>[2]) =>
  spansUnder(text, runs, rects).map(({ start, end }) => text.slice(start, end));

describe('what lies under a highlight', () => {
  it('is the letters whose middle it covers, without white space at the ends', () => {
    expect(words([{ x: 126, y: 40, width: 50, height: 12 }])).toEqual(['two']);
    expect(words([{ x: 104, y: 40, width: 30, height: 12 }])).toEqual(['one']);
  });

  it('goes on over a line end as one', () => {
    const rects = [
      { x: 140, y: 40, width: 40, height: 12 },
      { x: 100, y: 60, width: 50, height: 12 },
    ];
    expect(words(rects)).toEqual(['two\nthree']);
  });

  it('is several where what is covered lies apart', () => {
    const rects = [
      { x: 100, y: 40, width: 30, height: 12 },
      { x: 160, y: 60, width: 40, height: 12 },
    ];
    expect(words(rects)).toEqual(['one', 'four']);
  });

  it('is nothing beside the text, and nothing above a line that it only touches', () => {
    expect(words([{ x: 300, y: 40, width: 30, height: 12 }])).toEqual([]);
    expect(words([{ x: 100, y: 30, width: 70, height: 14 }])).toEqual([]);
  });
});
