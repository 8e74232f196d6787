import { type RefObject, useLayoutEffect, useMemo, useState } from 'react';
import type { PageFacts } from '../../text/pages.ts';
import { usePaging, useShownPages } from '../state/pages.ts';
import { type Turn, turnedSize } from './view.ts';

/** Room beside a page that is fitted to the width, and above and below one that is shown whole, px. */
const BESIDE = 32;
const ABOVE = 24;

/** Nothing is shown smaller than this, px a point: a window being dragged shut is no reason to draw specks. */
const LEAST = 0.15;

/** But a page that is wide in itself, as large pictures are, may be shown as small as this, px. */
const LEAST_WIDE = 100;

/** The size of most pages, in points: what pages are fitted by, so that a large map among them does not make all others small. */
function usual(pages: readonly PageFacts[], turn: Turn) {
  const counts = new Map<string, { page: PageFacts; count: number }>();
  for (const page of pages) {
    const key = `${Math.round(page.width)}×${Math.round(page.height)}`;
    const entry = counts.get(key);
    if (entry === undefined) counts.set(key, { page, count: 1 });
    else entry.count++;
  }
  const most = [...counts.values()].reduce((a, b) => (b.count > a.count ? b : a));
  return turnedSize(most.page, turn);
}

/**
 * Css px for a point, from what the person chose and the room there is.
 * @param column what the pages stand in
 * @param scroller what they scroll in
 * @param full css px for a point where they are shown in their own size
 */
export function useScale(
  column: RefObject<HTMLElement | null>,
  scroller: RefObject<HTMLElement | null>,
  pages: readonly PageFacts[],
  turn: Turn,
  full: number,
): number | null {
  const zoom = usePaging((paging) => paging.zoom);
  const [room, setRoom] = useState<{ width: number; height: number } | null>(null);
  useLayoutEffect(() => {
    const [inner, outer] = [column.current, scroller.current];
    if (inner === null || outer === null) return;
    const look = () => {
      // What the margin leaves: the column itself is as wide as its widest page, which is no room to fit pages into.
      const margin = Number.parseFloat(getComputedStyle(outer).gridTemplateColumns.split(' ')[1] ?? '0');
      const next = { width: outer.clientWidth - margin, height: outer.clientHeight };
      setRoom((now) => (now?.width === next.width && now.height === next.height ? now : next));
    };
    look();
    const observer = new ResizeObserver(look);
    observer.observe(inner);
    observer.observe(outer);
    return () => observer.disconnect();
  }, [column, scroller]);
  const page = useMemo(() => (pages.length === 0 ? null : usual(pages, turn)), [pages, turn]);
  const scale = room === null || page === null ? null : fitted(zoom, room, page, full);
  useLayoutEffect(() => {
    if (scale !== null) useShownPages.setState({ scale, full });
  }, [scale, full]);
  return scale;
}

function fitted(
  zoom: ReturnType<typeof usePaging.getState>['zoom'],
  room: { width: number; height: number },
  page: { width: number; height: number },
  full: number,
): number {
  const wide = (room.width - BESIDE) / page.width;
  const high = (room.height - ABOVE * 2) / page.height;
  const least = Math.min(LEAST, LEAST_WIDE / page.width);
  if (zoom === 'width') return Math.max(least, wide);
  if (zoom === 'page') return Math.max(least, Math.min(wide, high));
  return (zoom / 100) * full;
}
