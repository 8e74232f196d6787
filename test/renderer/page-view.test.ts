import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layerTransform, pageView, toPage, toScreen, turnedSize } from '../../src/renderer/pages/view.ts';

const turns = fc.constantFrom(0 as const, 90 as const, 180 as const, 270 as const);
const sizes = fc.record({
  width: fc.double({ min: 50, max: 3000, noNaN: true }),
  height: fc.double({ min: 50, max: 3000, noNaN: true }),
});
const share = fc.double({ min: 0, max: 1, noNaN: true });

describe('a page on the screen', () => {
  it('has every point at the same place there and back, however it is turned and sized', () => {
    fc.assert(
      fc.property(
        sizes,
        turns,
        fc.double({ min: 0.1, max: 6, noNaN: true }),
        share,
        share,
        (page, turn, scale, a, b) => {
          const view = pageView(page, scale, turn);
          const [x, y] = [a * page.width, b * page.height];
          const rect = toScreen(view, { x, y, width: 0, height: 0 });
          const back = toPage(view, rect.x, rect.y);
          expect(back.x).toBeCloseTo(x, 6);
          expect(back.y).toBeCloseTo(y, 6);
        },
      ),
    );
  });

  it('holds every rectangle of the page, to a px', () => {
    fc.assert(
      fc.property(sizes, turns, share, share, (page, turn, a, b) => {
        const view = pageView(page, 1.25, turn);
        const x = a * page.width * 0.9;
        const y = b * page.height * 0.9;
        const rect = toScreen(view, { x, y, width: page.width * 0.1, height: page.height * 0.1 });
        expect(rect.x).toBeGreaterThanOrEqual(-1e-6);
        expect(rect.y).toBeGreaterThanOrEqual(-1e-6);
        expect(rect.x + rect.width).toBeLessThanOrEqual(view.width + 1);
        expect(rect.y + rect.height).toBeLessThanOrEqual(view.height + 1);
      }),
    );
  });

  it('changes sides with a quarter turn', () => {
    expect(turnedSize({ width: 100, height: 200 }, 90)).toEqual({ width: 200, height: 100 });
    expect(turnedSize({ width: 100, height: 200 }, 180)).toEqual({ width: 100, height: 200 });
    const view = pageView({ width: 100, height: 200 }, 2, 90);
    expect([view.width, view.height]).toEqual([400, 200]);
    // The top left corner of the page is at the top right once it is turned clockwise.
    expect(toScreen(view, { x: 0, y: 0, width: 10, height: 20 })).toEqual({
      x: 360,
      y: 0,
      width: 40,
      height: 20,
    });
    expect(layerTransform(view)).toBe('translate(400px, 0) rotate(90deg) scale(2)');
  });
});
