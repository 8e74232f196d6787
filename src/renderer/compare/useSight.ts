import { type RefObject, useLayoutEffect, useState } from 'react';

/** What is in sight of a scrolling element, px from where its content begins. */
export interface Sight {
  readonly top: number;
  /** From the side where writing begins. */
  readonly start: number;
  readonly width: number;
  readonly height: number;
}

/** Follows what is in sight of an element, as it scrolls and changes its size. */
export function useSight(box: RefObject<HTMLElement | null>): Sight {
  const [sight, setSight] = useState<Sight>({ top: 0, start: 0, width: 0, height: 0 });
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    const look = () =>
      setSight((now) => {
        const next = {
          top: element.scrollTop,
          // Where writing goes to the left, it counts down from 0.
          start: Math.abs(element.scrollLeft),
          width: element.clientWidth,
          height: element.clientHeight,
        };
        const names = ['top', 'start', 'width', 'height'] as const;
        return names.every((name) => now[name] === next[name]) ? now : next;
      });
    const observer = new ResizeObserver(look);
    observer.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    look();
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [box]);
  return sight;
}

/**
 * Says which of many things of one size are drawn: those in sight, a few on either side, and the one that has the focus.
 * @param from where sight begins, px
 * @param room how far it goes, px
 * @param kept place of one that is drawn wherever it is; -1 for none
 * @param beside how many are drawn on either side of those in sight
 */
export function placesInSight(
  count: number,
  size: number,
  from: number,
  room: number,
  kept: number,
  beside = 4,
): readonly number[] {
  const first = Math.max(0, Math.floor(from / size) - beside);
  const last = Math.min(count - 1, Math.ceil((from + room) / size) + beside);
  const places = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
  if (kept < 0 || kept >= count || (kept >= first && kept <= last)) return places;
  return kept < first ? [kept, ...places] : [...places, kept];
}
