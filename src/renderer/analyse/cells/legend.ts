import { textWidth } from '../plot/measure.ts';
import { shape } from '../plot/shapes.ts';

/** What stands in the legend: a shade or a shape, and what it means. */
export interface LegendItem {
  /** A step of the ramp, from 1, or a shape. */
  readonly of: number | 'absent' | 'not_judged';
  readonly words: string;
}

const SIZE = { width: 20, height: 12 };
const GAP = 6;
const BETWEEN = 16;

function key(of: LegendItem['of'], x: number, y: number): SVGElement {
  if (of === 'absent')
    return shape('rect', {
      x: x + 5,
      y: y - 5,
      width: 10,
      height: 10,
      fill: 'none',
      stroke: 'var(--text-quiet)',
      'stroke-width': 1.5,
    });
  if (of === 'not_judged') return shape('circle', { cx: x + 10, cy: y, r: 1.75, fill: 'var(--text-faint)' });
  return shape('rect', { x, y: y - SIZE.height / 2, ...SIZE, fill: `var(--heat-${of})` });
}

/** Draws what shades and shapes mean, in one line. @param y its middle, px */
export function legendRow(items: readonly LegendItem[], y: number): SVGElement {
  let x = 0;
  const drawn = items.flatMap(({ of, words }) => {
    const from = x;
    const to = from + SIZE.width + GAP;
    x = to + Math.ceil(textWidth(words)) + BETWEEN;
    const label = { x: to, y, dy: '0.35em', 'text-anchor': 'start', fill: 'var(--text-quiet)' };
    return [key(of, from, y), shape('text', label, words)];
  });
  return shape('g', {}, drawn);
}
