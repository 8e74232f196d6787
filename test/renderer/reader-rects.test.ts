import { describe, expect, test } from 'vitest';
import { outlinePath } from '../../src/renderer/reader/outline.ts';
import { bounds, mergeRects } from '../../src/renderer/reader/rects.ts';

const rect = (x: number, y: number, width: number, height = 23) => ({ x, y, width, height });

describe('rectangles of a range', () => {
  test('join what touches on a line: text nodes side by side, and an element with its own box', () => {
    expect(mergeRects([rect(0, 0, 40), rect(40, 0, 20), rect(40, 1, 20, 21)])).toEqual([rect(0, 0, 60)]);
  });

  test('stay apart on different lines and for runs with a gap between, as in text of two directions', () => {
    expect(mergeRects([rect(0, 30, 40), rect(0, 0, 40)])).toEqual([rect(0, 0, 40), rect(0, 30, 40)]);
    expect(mergeRects([rect(100, 0, 40), rect(0, 0, 40)])).toEqual([rect(0, 0, 40), rect(100, 0, 40)]);
  });

  test('leave out what has no width: a line feed, the end of a wrapped line', () => {
    expect(mergeRects([rect(40, 0, 0), rect(0, 0, 40)])).toEqual([rect(0, 0, 40)]);
  });

  test('have bounds', () => {
    expect(bounds([rect(10, 0, 40), rect(0, 30, 20)])).toEqual({ x: 0, y: 0, width: 50, height: 53 });
    expect(bounds([])).toBeNull();
  });
});

describe('outline of a passage', () => {
  const shapes = (path: string) => path.split('Z').length - 1;
  const corners = (path: string) => path.split('Q').length - 1;

  test('is one rectangle for one line', () => {
    const path = outlinePath([rect(0, 0, 40)], 2);
    expect([shapes(path), corners(path)]).toEqual([1, 4]);
  });

  test('steps where lines differ, and runs straight where they do not', () => {
    const path = outlinePath([rect(20, 0, 80, 32), rect(0, 30, 100, 32), rect(0, 60, 40, 32)], 2);
    expect([shapes(path), corners(path)]).toEqual([1, 8]);
  });

  test('falls apart where the end of one line and the start of the next share no column', () => {
    expect(shapes(outlinePath([rect(60, 0, 40, 32), rect(0, 30, 40, 32)], 2))).toBe(2);
  });
});
