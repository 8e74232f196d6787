import { type RefObject, useEffect, useState } from 'react';

/** Faster than this, px a millisecond, nothing on a page can be read: a page is in sight for a fifth of a second. */
const FAST = 2.5;

/** How long it has to have been slower, ms. */
const REST = 90;

/**
 * Whether pages race by: the wheel was spun or the scroll bar is dragged. A single leap is none. What passes too fast to be
 * read is neither fetched nor drawn, so that scrolling stays even, and what one comes to rest on is there sooner.
 */
export function useRacing(scroller: RefObject<HTMLElement | null>): boolean {
  const [racing, setRacing] = useState(false);
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    let before = { at: performance.now(), top: element.scrollTop };
    let fast = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      const now = { at: performance.now(), top: element.scrollTop };
      const speed = Math.abs(now.top - before.top) / Math.max(1, now.at - before.at);
      before = now;
      fast = speed > FAST ? fast + 1 : 0;
      // The first is the leap itself.
      if (fast < 2) return;
      setRacing(true);
      clearTimeout(timer);
      timer = setTimeout(() => {
        fast = 0;
        setRacing(false);
      }, REST);
    };
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      element.removeEventListener('scroll', look);
      clearTimeout(timer);
    };
  }, [scroller]);
  return racing;
}
