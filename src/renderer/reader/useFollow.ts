import { type RefObject, useEffect, useRef } from 'react';
import { useReader } from '../state/reader.ts';
import { ROOM } from './useGoal.ts';

/** The element that takes the focus for a paragraph, if it is on the page: the first, where it goes on overleaf. */
export const textOfBlock = (root: HTMLElement, block: number): HTMLElement | null =>
  root.querySelector(`[data-block="${block}"] .rd-text`);

/** Gives the present paragraph the focus, and brings it into sight, where the cursor asks for that. */
export function useFollow(scroller: RefObject<HTMLElement | null>): void {
  const cursor = useReader((state) => state.cursor);
  // Asked anew with every render until the paragraph is on the page: its row may have to be brought there first.
  const followed = useRef<typeof cursor>(null);
  useEffect(() => {
    const root = scroller.current;
    if (cursor.follow === false || root === null || followed.current === cursor) return;
    const follow = (): boolean => {
      const element = textOfBlock(root, cursor.head);
      if (element === null) return false;
      followed.current = cursor;
      element.focus({ preventScroll: true });
      if (cursor.follow === 'still') return true;
      const view = root.getBoundingClientRect();
      const box = element.getBoundingClientRect();
      const above = view.top + ROOM / 2 - box.top;
      const below = box.bottom - (view.bottom - ROOM);
      if (above > 0) root.scrollTop -= above;
      else if (below > 0) root.scrollTop += Math.min(below, box.top - view.top - ROOM / 2);
      return true;
    };
    if (follow()) return;
    // The words of its page may come when nothing else is rendered any more.
    const observer = new MutationObserver(() => {
      if (follow()) observer.disconnect();
    });
    observer.observe(root, { childList: true, subtree: true });
    return () => observer.disconnect();
  });
}
