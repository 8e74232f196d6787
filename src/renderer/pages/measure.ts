import { countWhile } from '../../text/ascending.ts';
import { type GlyphRun, rectsOfSpan } from '../../text/pages.ts';
import type { Span } from '../../text/reading.ts';
import type { Marked, Measured } from '../reader/measure.ts';
import { mergeRects, pad, type Rect } from '../reader/rects.ts';
import type { Segment } from '../reader/segments.ts';
import { type PageView, toScreen } from './view.ts';

/** Parts of a line nearer to each other than this, px, are joined: words of one passage have no holes between them. */
const GAP = 3;

/** Where the words of a span stand on a page: px from its corner, one rectangle a line, exactly as wide as they are. */
export function screenRects(runs: readonly GlyphRun[], span: Span, view: PageView): Rect[] {
  return mergeRects(
    rectsOfSpan(runs, span).map((rect) => toScreen(view, rect)),
    GAP,
  );
}

/**
 * Says where the words of a page's highlights stand, from the places of the letters alone: nothing is measured in the page.
 * @param segments those that touch the page
 * @param outlined the passage that gets an outline, or null
 */
export function measurePage(
  runs: readonly GlyphRun[],
  segments: readonly Segment[],
  outlined: Span | null,
  view: PageView,
): Measured {
  const marks = segments.map((segment): Marked => ({ segment, rects: screenRects(runs, segment, view) }));
  const outline = outlined === null ? [] : screenRects(runs, outlined, view);
  return {
    marks: marks.filter(({ rects }) => rects.length > 0),
    outline: outline.map((rect) => pad(rect, 1, 1)),
  };
}

/** The spans that touch another, which is a page's. Binary search: thousands of hits cost no more than those in sight. */
export function spansOn(spans: readonly Span[], within: Span): Span[] {
  const found: Span[] = [];
  for (let at = countWhile(spans.length, (index) => (spans[index]?.end ?? 0) <= within.start); ; at++) {
    const span = spans[at];
    if (span === undefined || span.start >= within.end) return found;
    found.push(span);
  }
}
