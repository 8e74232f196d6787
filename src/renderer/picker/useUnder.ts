import { type RefObject, useLayoutEffect, useState } from 'react';
import { rectOf } from '../reader/selection.ts';
import { type Target, useReader } from '../state/reader.ts';

/** Space between the passage and what opens under it, and to the window's edges, px. */
const GAP = 8;

/** The least that stays in sight of the passage above, px. */
const HEAD = 40;

export interface Place {
  /** From the window's inline start: the left in scripts from the left. */
  readonly x: number;
  readonly y: number;
  /** Height down to the window's edge, px. */
  readonly room: number;
}

/**
 * Finds the place under a passage, and scrolls the text until there is room: what opens there never covers the passage
 * and never leaves the window. Follows when the text is scrolled.
 * @param size of what opens, px
 * @returns null until there is one
 */
export function useUnder(
  scroller: RefObject<HTMLElement | null>,
  target: Target,
  size: { width: number; height: number },
): Place | null {
  const [place, setPlace] = useState<Place | null>(null);
  const { documentId, start, end, region = null } = target;
  const { width, height } = size;
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const look = () => {
      const words = rectOf(element, { start, end, region });
      if (words === null) return false;
      const rightward = getComputedStyle(element).direction === 'rtl';
      const from = rightward ? innerWidth - words.right : words.left;
      const x = Math.max(GAP, Math.min(from, innerWidth - width - GAP));
      const y = words.bottom + GAP;
      setPlace({ x, y, room: innerHeight - GAP - y });
      return true;
    };
    const settle = () => {
      const words = rectOf(element, { start, end, region });
      if (words === null) return false;
      const view = element.getBoundingClientRect();
      const bottom = Math.min(innerHeight - GAP - height - GAP, view.bottom - HEAD);
      const below = words.bottom - Math.max(view.top + HEAD, bottom);
      const above = view.top + HEAD - words.bottom;
      if (below > 0) element.scrollTop += below;
      else if (above > 0) element.scrollTop -= above;
      return look();
    };
    let frame = 0;
    if (!settle()) {
      // The passage is not on the page: the reader goes there first.
      useReader.getState().goTo({ documentId, start, end, align: 'center', focus: false });
      const wait = () => {
        frame = settle() ? 0 : requestAnimationFrame(wait);
      };
      frame = requestAnimationFrame(wait);
    }
    const abort = new AbortController();
    element.addEventListener('scroll', look, { signal: abort.signal });
    window.addEventListener('resize', look, { signal: abort.signal });
    return () => {
      cancelAnimationFrame(frame);
      abort.abort();
    };
  }, [scroller, documentId, start, end, region, width, height]);
  return place;
}
