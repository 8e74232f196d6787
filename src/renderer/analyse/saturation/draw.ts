import type { SaturationStep } from '../../../contract/analyse.ts';
import type { Room } from '../frame/shown.ts';
import { textWidth } from '../plot/measure.ts';
import { axisX, axisY, dot, gridY, line, opensRows, pictureOf } from '../plot/plot.ts';
import { shape } from '../plot/shapes.ts';

const AROUND = { top: 16, right: 16, bottom: 64, left: 40 };
const HEIGHT = { least: 240, most: 440 };
const LEGEND = { key: 24, gap: 8, between: 24 };

interface Point extends SaturationStep {
  readonly at: number;
}

/** Draws the codes so far, document after document, and as a broken line their mean over all orders. */
export function drawSteps(
  steps: readonly SaturationStep[],
  room: Room,
  said: { readonly hint: (step: SaturationStep) => string; readonly legend: readonly [string, string] },
): SVGSVGElement {
  const points = steps.map((step, index): Point => ({ ...step, at: index + 1 }));
  const most = Math.max(1, steps.at(-1)?.cumulative ?? 0);
  const height = Math.max(HEIGHT.least, Math.min(HEIGHT.most, room.height));
  const ticks = Math.max(1, Math.min(10, points.length));
  const whole = (value: number) => (Number.isInteger(value) ? String(value) : '');
  const axis = { label: null, tickSize: 0, fill: 'var(--text-quiet)', tickFormat: whole };
  const svg = pictureOf({
    width: room.width,
    height,
    marginTop: AROUND.top,
    marginRight: AROUND.right,
    marginBottom: AROUND.bottom,
    marginLeft: AROUND.left,
    x: { domain: [0, Math.max(2, points.length)], label: null },
    y: { domain: [0, most], nice: true, label: null },
    marks: [
      gridY({ stroke: 'var(--line)', strokeOpacity: 1, ticks: 5 }),
      axisX({ ...axis, ticks }),
      axisY({ ...axis, ticks: 5 }),
      line(points, {
        x: 'at',
        y: 'expected',
        stroke: 'var(--text-quiet)',
        strokeWidth: 1.5,
        strokeDasharray: '5 4',
      }),
      line(points, { x: 'at', y: 'cumulative', stroke: 'var(--accent)', strokeWidth: 2 }),
      dot(points, {
        x: 'at',
        y: 'cumulative',
        r: points.length > 60 ? 2 : 4,
        fill: 'var(--accent)',
        title: said.hint,
        // A document without new codes has none to list.
        ...opensRows((place) => (points[place]?.fresh.length === 0 ? undefined : place)),
      }),
    ],
  });
  svg.append(...legendOf(said.legend, height - 12));
  return svg;
}

/** @param y the middle of the line, px */
function legendOf([first, second]: readonly [string, string], y: number): SVGElement[] {
  const from = AROUND.left;
  const next = from + LEGEND.key + LEGEND.gap + Math.ceil(textWidth(first)) + LEGEND.between;
  const item = (x: number, words: string, look: Readonly<Record<string, string | number>>) => [
    shape('line', { x1: x, x2: x + LEGEND.key, y1: y, y2: y, ...look }),
    shape(
      'text',
      {
        x: x + LEGEND.key + LEGEND.gap,
        y,
        dy: '0.35em',
        'text-anchor': 'start',
        fill: 'var(--text-quiet)',
      },
      words,
    ),
  ];
  return [
    ...item(from, first, { stroke: 'var(--accent)', 'stroke-width': 2 }),
    ...item(next, second, {
      stroke: 'var(--text-quiet)',
      'stroke-width': 1.5,
      'stroke-dasharray': '5 4',
    }),
  ];
}
