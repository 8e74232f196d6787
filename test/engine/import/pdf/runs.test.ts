import { describe, expect, it } from 'vitest';
import type { RawLine } from '../../../../src/engine/import/pdf/raw.ts';
import { runsOf } from '../../../../src/engine/import/pdf/runs.ts';

const line: RawLine = {
  text: 'area2 sown',
  edges: Float32Array.from(Array.from({ length: 20 }, (_, edge) => Math.ceil(edge / 2) * 5)),
  x: 100,
  y: 200,
  angle: 0,
  ascent: 8,
  descent: 2,
  stretches: [
    { start: 0, drop: 0, ascent: 8, descent: 2, size: 10 },
    { start: 4, drop: -3, ascent: 5, descent: 1, size: 6 },
    { start: 5, drop: 0, ascent: 8, descent: 2, size: 10 },
  ],
  size: 10,
  bold: false,
  italic: false,
  font: 'Times',
  tag: null,
  element: null,
};

describe('a line with a superscript', () => {
  it('becomes runs that stand on their own baselines and cover all its units', () => {
    const runs = runsOf(line, 50);
    expect(runs.map(({ start, y, edges }) => [start, y, edges.length / 2])).toEqual([
      [50, 200, 4],
      [54, 197, 1],
      [55, 200, 5],
    ]);
    expect([...(runs[1]?.edges ?? [])]).toEqual([20, 25]);
  });

  it('written downwards has it to the right', () => {
    const [, raised] = runsOf({ ...line, angle: 90 }, 0);
    expect(raised?.x).toBeCloseTo(103);
    expect(raised?.y).toBeCloseTo(200);
  });
});
