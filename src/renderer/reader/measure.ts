import type { Span } from '../../text/reading.ts';
import type { StripeBox } from './geometry.ts';
import { mergeRects, pad, type Rect } from './rects.ts';
import type { Segment } from './segments.ts';
import { rangeInside } from './selection.ts';
import type { Stripe } from './stripes.ts';

/** How far a highlight reaches beyond the letters of its line, px: above, and below for the threads. */
const ABOVE = 1;
const BELOW = 4;

/** One segment with the rectangles of its words, px from the row's corner. */
export interface Marked {
  readonly segment: Segment;
  readonly rects: readonly Rect[];
}

export interface Measured {
  readonly marks: readonly Marked[];
  /** The rectangles of the passage that has an outline, one per line and run. */
  readonly outline: readonly Rect[];
}

const WORDS = /\S+/g;

/**
 * The rectangles of a span in one block, one per line and run. The space that a line is wrapped at hangs over its end,
 * so a span of several lines is measured by what stands between spaces; on one line, two neighbours are joined again.
 */
function rectsOf({ element, start }: TextElement, span: Span, origin: DOMRect): Rect[] {
  const read = (part: Span) =>
    [...rangeInside(element, part).getClientRects()].map(
      ({ left, top, width, height }): Rect => ({ x: left - origin.left, y: top - origin.top, width, height }),
    );
  const whole = mergeRects(read(span));
  const first = whole[0];
  if (first === undefined) return [];
  const last = whole.at(-1) ?? first;
  if (last.y < first.y + first.height / 2) return whole.map((rect) => pad(rect, ABOVE, BELOW));
  const words = (element.textContent ?? '').slice(span.start - start, span.end - start);
  const parts = [...words.matchAll(WORDS)].map(({ index, 0: word }) =>
    read({ start: span.start + index, end: span.start + index + word.length }),
  );
  return mergeRects(parts.flat(), first.height).map((rect) => pad(rect, ABOVE, BELOW));
}

/** A text element of a row, and the part of the canonical text that it shows. */
export interface TextElement extends Span {
  readonly element: HTMLElement;
}

/** The text elements of a row, in order. */
export function textElements(row: HTMLElement): TextElement[] {
  return [...row.querySelectorAll<HTMLElement>('[data-start]')].map((element) => {
    const start = Number(element.dataset['start']);
    return { element, start, end: start + (element.textContent?.length ?? 0) };
  });
}

/**
 * Measures where the words of a row's highlights stand.
 * @param segmentsOf gives the segments of a block, cut to it
 * @param outlined the passage that gets an outline, or null
 */
export function measureRow(
  row: HTMLElement,
  segmentsOf: (block: Span) => readonly Segment[],
  outlined: Span | null,
): Measured {
  const origin = row.getBoundingClientRect();
  const marks: Marked[] = [];
  const outline: Rect[] = [];
  for (const text of textElements(row)) {
    const { start, end } = text;
    for (const segment of segmentsOf({ start, end })) {
      marks.push({ segment, rects: rectsOf(text, segment, origin) });
    }
    const from = Math.max(start, outlined?.start ?? 0);
    const to = Math.min(end, outlined?.end ?? 0);
    if (from < to) outline.push(...rectsOf(text, { start: from, end: to }, origin));
  }
  return { marks, outline };
}

/**
 * Says how high each stripe stands in a row.
 * @param row the part of the text that the row shows
 */
export function stripeBoxes(marks: readonly Marked[], row: Span): StripeBox[] {
  const extents = new Map<Stripe, { top: number; bottom: number }>();
  for (const { segment, rects } of marks) {
    for (const stripe of segment.stripes) {
      for (const { y, height } of rects) {
        const extent = extents.get(stripe);
        if (extent === undefined) extents.set(stripe, { top: y, bottom: y + height });
        else {
          extent.top = Math.min(extent.top, y);
          extent.bottom = Math.max(extent.bottom, y + height);
        }
      }
    }
  }
  return [...extents].map(([stripe, { top, bottom }]) => ({
    stripe,
    top,
    bottom,
    begins: stripe.start >= row.start,
    ends: stripe.end <= row.end,
  }));
}
