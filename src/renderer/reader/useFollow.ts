import { type RefObject, useEffect, useRef } from 'react';
import { useShownPages } from '../state/pages.ts';
import { useReader } from '../state/reader.ts';
import { ROOM } from './useGoal.ts';

/** The element that takes the focus for a paragraph, if it is on the page: the first, where it goes on overleaf. */
export const textOfBlock = (root: HTMLElement, block: number): HTMLElement | null =>
  root.querySelector(`[data-block="${block}"] .rd-text`);

/** The page in sight, where there is no word on any: then it takes the focus itself. */
function wordlessPage(root: HTMLElement): HTMLElement | null {
  if (useReader.getState().reading?.loaded.total !== 0) return null;
  return root.querySelector(`[data-page="${useShownPages.getState().page ?? 1}"]`);
}

/** The element that has the focus while one is in a paragraph: its words, or the page where there are none. */
export const holderOf = (root: HTMLElement, block: number): HTMLElement | null =>
  textOfBlock(root, block) ?? wordlessPage(root);

/** Gives the present paragraph the focus, and brings it into sight, where the cursor asks for that. */
export function useFollow(scroller: RefObject<HTMLElement | null>): void {
  const cursor = useReader((state) => state.cursor);
  // Asked anew with every render until the paragraph is on the page: its row may have to be brought there first.
  const followed = useRef<typeof cursor>(null);
  useEffect(() => {
    const root = scroller.current;
    if (cursor.follow === false || root === null || followed.current === cursor) return;
    const follow = (): boolean => {
      const text = textOfBlock(root, cursor.head);
      const element = text ?? wordlessPage(root);
      if (element === null) return false;
      followed.current = cursor;
      element.focus({ preventScroll: true });
      if (text === null || cursor.follow === 'still') return true;
      const view = root.getBoundingClientRect();
      const box = text.getBoundingClientRect();
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
