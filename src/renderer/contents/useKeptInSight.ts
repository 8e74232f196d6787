import { type RefObject, useEffect, useRef } from 'react';

/** How often a row that is not drawn yet is waited for, in frames. */
const PATIENCE = 5;

function bring(list: HTMLElement, key: string, guess: number, patience: number): void {
  const row = list.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`);
  if (row === null) {
    if (patience === 0) return;
    list.scrollTop = guess - list.clientHeight / 2;
    requestAnimationFrame(() => bring(list, key, guess, patience - 1));
    return;
  }
  const [outer, inner] = [list.getBoundingClientRect(), row.getBoundingClientRect()];
  const top = list.clientTop + outer.top;
  if (inner.top < top) list.scrollTop -= top - inner.top;
  else if (inner.bottom > top + list.clientHeight) list.scrollTop += inner.bottom - top - list.clientHeight;
}

/**
 * Scrolls a list that draws only what is in sight as little as is needed to show a row, whenever that is another one or the
 * list or its rows have another size. The person may scroll it away, and fold what stands above it.
 * @param key of the row; undefined for none
 * @param index of the row, from 0: tells where it stands, about, before it is drawn
 * @param height of a row, px
 */
export function useKeptInSight(
  ref: RefObject<HTMLElement | null>,
  key: string | undefined,
  index: number,
  height: number,
): void {
  const at = useRef(index);
  at.current = index;
  useEffect(() => {
    const list = ref.current;
    if (list === null || key === undefined) return;
    let frame = 0;
    // It is told at once, too. What the list itself does about its size comes first.
    const observer = new ResizeObserver(() => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => bring(list, key, (at.current + 0.5) * height, PATIENCE));
    });
    observer.observe(list);
    return () => {
      observer.disconnect();
      cancelAnimationFrame(frame);
    };
  }, [ref, key, height]);
}
