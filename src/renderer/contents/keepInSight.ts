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
 * Scrolls a list that draws only what is in sight as little as is needed to show a row.
 * @param key of the row
 * @param guess how far down it stands, px, as far as can be told before it is drawn
 */
export const keepInSight = (list: HTMLElement, key: string, guess: number): void =>
  bring(list, key, guess, PATIENCE);
