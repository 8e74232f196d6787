import { textWidth } from '../plot/measure.ts';
import { SWATCH, shape } from '../plot/shapes.ts';

/** What stands in a legend: a square, drawn at a place, and its words. */
export interface Key {
  readonly words: string;
  /** @param y the middle of the square, px */
  readonly square: (x: number, y: number) => SVGElement;
}

const LINE = 22;
const GAP = 6;
const BETWEEN = 16;

/** Draws squares and what they mean, in as many lines as they need. @param y the upper end, px; @returns also how high it is */
export function wrappedLegend(
  keys: readonly Key[],
  width: number,
  y: number,
): { readonly svg: SVGElement; readonly height: number } {
  let [x, line] = [0, 0];
  const drawn = keys.flatMap(({ words, square }) => {
    const wide = SWATCH + GAP + Math.ceil(textWidth(words));
    if (x > 0 && x + wide > width) [x, line] = [0, line + 1];
    const middle = y + line * LINE + LINE / 2;
    const from = x;
    x += wide + BETWEEN;
    const label = {
      x: from + SWATCH + GAP,
      y: middle,
      dy: '0.35em',
      'text-anchor': 'start',
      fill: 'var(--text-quiet)',
    };
    return [square(from, middle), shape('text', label, words)];
  });
  return { svg: shape('g', {}, drawn), height: keys.length === 0 ? 0 : (line + 1) * LINE };
}
