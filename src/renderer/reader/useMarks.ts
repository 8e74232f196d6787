import { type RefObject, useEffect, useLayoutEffect } from 'react';
import { countWhile } from '../../text/ascending.ts';
import type { Span } from '../../text/reading.ts';
import { textElements } from './measure.ts';
import { rangeInside } from './selection.ts';

/** The spans that touch another, cut to it. Binary search: thousands of hits cost no more than those in sight. */
function spansIn(spans: readonly Span[], within: Span): Span[] {
  const found: Span[] = [];
  for (let at = countWhile(spans.length, (index) => (spans[index]?.end ?? 0) <= within.start); ; at++) {
    const span = spans[at];
    if (span === undefined || span.start >= within.end) return found;
    found.push({ start: Math.max(within.start, span.start), end: Math.min(within.end, span.end) });
  }
}

/**
 * Marks spans by the browser's own custom highlights (CSS Custom Highlight API), so that no text node is touched and the
 * highlights of the codes stay what they are. Only what stands on the page is marked; it is done anew with every render.
 * @param name of the highlight in CSS
 * @param spans in order, UTF-16 offsets of the canonical text
 */
export function useMarks(root: RefObject<HTMLElement | null>, name: string, spans: readonly Span[]): void {
  // After every render: rows come and go as the text is scrolled, and their text nodes with them.
  useLayoutEffect(() => {
    const element = root.current;
    if (element === null || !('highlights' in CSS)) return;
    if (spans.length === 0) {
      CSS.highlights.delete(name);
      return;
    }
    const ranges = textElements(element).flatMap((text) =>
      spansIn(spans, text).map((span) => rangeInside(text.element, span)),
    );
    CSS.highlights.set(name, new Highlight(...ranges));
  });
  useEffect(
    () => () => {
      if ('highlights' in CSS) CSS.highlights.delete(name);
    },
    [name],
  );
}
