import type { Room } from '../frame/shown.ts';
import { clipped, widest } from '../plot/measure.ts';
import { axisX, opensRows, pictureOf, rect, text } from '../plot/plot.ts';
import { paintsOf, SWATCH, shape, swatchAt } from '../plot/shapes.ts';
import { type Key, wrappedLegend } from './legend.ts';

/** A mark in a strip; its ends are parts of the document. */
export interface StripMark {
  readonly from: number;
  readonly to: number;
  /** The line of the strip that it stands on, from 0. */
  readonly line: number;
  /** The letter or sign of its code. */
  readonly sign: string;
  readonly colour: string;
  readonly hint: string;
  /** The row of the table that it opens. */
  readonly opens: number;
}

/** A document, or a code in a document: its marks beside its name. */
export interface Strip {
  readonly name: string;
  /** The colour of a code; null for a document, which has none. */
  readonly colour: string | null;
  /** Which part of the words is covered, as it is written. */
  readonly figure: string;
  readonly marks: readonly StripMark[];
}

interface Placed extends StripMark {
  readonly y: number;
}

/** Room for the square of the first code, which is higher than its mark, px. */
const HEAD = 3;
const MARK = 13;
const LINE = 15;
const BETWEEN = 11;
const FOOT = 30;
const GAP = 8;
const NAMES = { part: 0.32, most: 260 };
/** The shortest stretch must be seen, px. */
const LEAST = 2;
/** The narrowest mark with room for a sign: for its first letter, and for each behind it, px. */
const LETTER = { first: 11, next: 7 };

/**
 * Draws strips one below the other, on one scale from the first word of a document to its last.
 * @param keys what colours mean, where strips do not say it
 * @param percent writes a part of a document
 */
export function drawStrips(
  strips: readonly Strip[],
  { width }: Room,
  keys: readonly Key[],
  percent: (part: number) => string,
): SVGSVGElement {
  const square = strips.some(({ colour }) => colour !== null) ? SWATCH + GAP : 0;
  const names = Math.ceil(
    widest(
      strips.map(({ name }) => name),
      Math.min(width * NAMES.part, NAMES.most),
    ),
  );
  const figures = Math.ceil(
    widest(
      strips.map(({ figure }) => figure),
      80,
    ),
  );
  const start = square + names + 2 * GAP;
  const wide = width - start - figures - 2 * GAP;
  const tops: number[] = [];
  let high = HEAD;
  for (const { marks } of strips) {
    tops.push(high);
    high += (Math.max(0, ...marks.map(({ line }) => line)) + 1) * LINE + BETWEEN;
  }
  const placed = strips.flatMap(({ marks }, place) =>
    marks.map((mark): Placed => {
      const to = Math.max(mark.to, mark.from + LEAST / wide);
      return { ...mark, to, y: (tops[place] ?? 0) + mark.line * LINE };
    }),
  );
  const lettered = placed.filter(
    ({ from, to, sign }) => (to - from) * wide >= LETTER.first + (sign.length - 1) * LETTER.next,
  );
  const legend = wrappedLegend(keys, width, high + FOOT);
  const opens = (marks: readonly Placed[]) => opensRows((place) => marks[place]?.opens);
  const svg = pictureOf({
    width,
    height: high + FOOT + legend.height + GAP,
    marginTop: 0,
    marginBottom: FOOT + legend.height + GAP,
    marginLeft: start,
    marginRight: width - start - wide,
    x: { domain: [0, 1], label: null },
    y: { domain: [0, high], range: [0, high], axis: null },
    marks: [
      axisX({
        label: null,
        tickSize: 0,
        tickPadding: 8,
        ticks: wide < 300 ? 2 : 4,
        fill: 'var(--text-quiet)',
        tickFormat: percent,
      }),
      rect(placed, {
        x1: 'from',
        x2: 'to',
        y1: 'y',
        y2: ({ y }: Placed) => y + MARK,
        // So that two that follow each other are two.
        insetRight: 0.5,
        fill: ({ colour }: Placed) => paintsOf(colour).stripe,
        title: 'hint',
        ...opens(placed),
      }),
      text(lettered, {
        x: ({ from, to }: Placed) => (from + to) / 2,
        y: ({ y }: Placed) => y + MARK / 2,
        text: 'sign',
        fontSize: 10,
        fontWeight: 650,
        fill: 'var(--surface-2)',
        pointerEvents: 'none',
      }),
    ],
  });
  svg.prepend(...strips.map((_, place) => ground(start, wide, tops[place] ?? 0, tops[place + 1] ?? high)));
  svg.append(
    ...strips.flatMap((strip, place) => labels(strip, (tops[place] ?? 0) + MARK / 2, square, names, width)),
    legend.svg,
  );
  return svg;
}

/** What lies under the marks of a strip: the document itself. */
function ground(x: number, width: number, top: number, next: number): SVGElement {
  const height = next - top - BETWEEN - (LINE - MARK);
  return shape('rect', { x, y: top, width, height, fill: 'var(--pressed)' });
}

/** @param y the middle of the first line, px */
function labels(
  { name, colour, figure }: Strip,
  y: number,
  square: number,
  names: number,
  width: number,
): SVGElement[] {
  const words = shape('text', { x: square, y, dy: '0.35em', 'text-anchor': 'start' }, clipped(name, names));
  words.append(shape('title', {}, name));
  const end = { x: width, y, dy: '0.35em', 'text-anchor': 'end', fill: 'var(--text-quiet)' };
  return [...(colour === null ? [] : [swatchAt(0, y, { name, colour })]), words, shape('text', end, figure)];
}
