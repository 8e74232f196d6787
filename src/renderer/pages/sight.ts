import type { Part } from './PageCanvas.tsx';
import type { PageView } from './view.ts';

/** Parts in sight begin and end at multiples of this, px: a page is drawn anew only after so much scrolling. */
const STEP = 512;

const steps = (from: number, to: number, most: number) => {
  const start = Math.max(0, Math.floor(from / STEP) * STEP);
  return { start, length: Math.max(0, Math.min(most, Math.ceil(to / STEP) * STEP) - start) };
};

const parts = new WeakMap<PageView, Map<string, Part>>();

/**
 * The part of a page that is in sight, and a little around it, px from the page's corner. The same object for the same part, so
 * that nothing is drawn anew for a few px.
 * @param start where the page begins in what scrolls, px
 * @param top how far that is scrolled, px, and how high its window is
 * @returns null where nothing of it is in sight
 */
export function sightOn(
  scroller: HTMLElement | null,
  view: PageView,
  start: number,
  top: number,
  height: number,
): Part | null {
  const down = steps(top - start, top + height - start, view.height);
  const left = Math.abs(scroller?.scrollLeft ?? 0);
  const across = steps(left - 64, left + (scroller?.clientWidth ?? 0), view.width);
  if (down.length <= 0 || across.length <= 0) return null;
  const key = `${across.start} ${down.start} ${across.length} ${down.length}`;
  const known = parts.get(view) ?? new Map<string, Part>();
  parts.set(view, known);
  const part = known.get(key) ?? {
    x: across.start,
    y: down.start,
    width: across.length,
    height: down.length,
  };
  known.set(key, part);
  return part;
}
