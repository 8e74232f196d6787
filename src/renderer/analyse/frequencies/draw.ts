import type { Room } from '../frame/shown.ts';
import { clipped, textWidth, widest } from '../plot/measure.ts';
import { axisX, barX, gridX, opensRows, pictureOf, ruleX, text } from '../plot/plot.ts';

/** A bar: its words and how long it is. */
export interface Bar {
  readonly id: string;
  readonly name: string;
  readonly value: number;
  readonly figure: string;
  /** Said while the pointer rests on it. */
  readonly hint: string;
}

/** The height that a bar takes with the space below it, px. */
const LINE = 24;
const HEAD = 4;
const FOOT = 28;
/** Space between words and bars, px. */
const GAP = 8;
/** Wider names are cut off: a part of the room, and px. */
const NAMES = { part: 0.4, most: 280 };

/** Draws bars, the longest on top and in the accent: the others are there to compare it with. Each opens the row of its place. */
export function drawBars(
  bars: readonly Bar[],
  { width }: Room,
  figure: (value: number) => string,
): SVGSVGElement {
  const names = widest(
    bars.map(({ name }) => name),
    Math.min(width * NAMES.part, NAMES.most),
  );
  const figures = Math.max(...bars.map((bar) => textWidth(bar.figure)));
  const longest = Math.max(...bars.map(({ value }) => value));
  const opens = opensRows((place) => place);
  return pictureOf({
    width,
    height: HEAD + bars.length * LINE + FOOT,
    marginTop: HEAD,
    marginBottom: FOOT,
    marginLeft: Math.ceil(names) + GAP,
    marginRight: Math.ceil(figures) + GAP + 4,
    x: { domain: [0, Math.max(1, longest)], label: null },
    y: { domain: bars.map(({ id }) => id), padding: 0.42, label: null, axis: null },
    marks: [
      gridX({ stroke: 'var(--line)', strokeOpacity: 1, ticks: 5 }),
      axisX({
        label: null,
        tickSize: 0,
        tickPadding: 8,
        ticks: 5,
        fill: 'var(--text-quiet)',
        tickFormat: (value: number) => (Number.isInteger(value) ? figure(value) : ''),
      }),
      text(bars, {
        y: 'id',
        frameAnchor: 'left',
        textAnchor: 'end',
        dx: -GAP,
        text: ({ name }: Bar) => clipped(name, names),
        title: 'name',
        fill: 'var(--text)',
        ...opens,
      }),
      barX(bars, {
        x: 'value',
        y: 'id',
        fill: (_: Bar, place: number) => (place === 0 ? 'var(--accent)' : 'var(--line-field)'),
        title: 'hint',
        ...opens,
      }),
      text(bars, {
        x: 'value',
        y: 'id',
        text: 'figure',
        textAnchor: 'start',
        dx: GAP - 2,
        fill: 'var(--text-quiet)',
        ...opens,
      }),
      ruleX([0], { stroke: 'var(--line-strong)' }),
    ],
  });
}
