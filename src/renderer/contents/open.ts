import { create } from 'zustand';
import { enterPane } from '../app/panes.ts';
import { usePaging } from '../state/pages.ts';

/** How the contents stand beside the text that is open; for as long as the program runs. */
interface Standing {
  /** Whether the reader is too narrow for them to stand beside the text: then they lie over it when asked for. */
  readonly narrow: boolean;
  /** Whether they lie over it now. */
  readonly over: boolean;
  /** Headings that are folded, by document: offsets (UTF-16) where they begin. */
  readonly folded: Readonly<Record<string, readonly number[]>>;
}

export const useContents = create<Standing>(() => ({ narrow: false, over: false, folded: {} }));

/** Whether the contents are on screen, wherever they stand. */
export function useIsOpen(): boolean {
  const { narrow, over } = useContents();
  const beside = usePaging(({ contents }) => contents);
  return narrow ? over : beside;
}

const isOpen = () => {
  const { narrow, over } = useContents.getState();
  return narrow ? over : usePaging.getState().contents;
};

function setOpen(open: boolean): void {
  if (useContents.getState().narrow) useContents.setState({ over: open });
  else usePaging.setState({ contents: open });
}

/** Puts the contents away; the focus goes on into the text if it was in them. */
export function closeContents(): void {
  const inside = document.activeElement?.closest('[data-pane=contents], #contents + .divider') != null;
  setOpen(false);
  if (inside) enterPane('reader');
}

/** Opens the contents, or puts them away. @param focus whether they take the focus on opening */
export function toggleContents(focus: boolean): void {
  if (isOpen()) closeContents();
  else {
    setOpen(true);
    // They are drawn before the next frame.
    if (focus) requestAnimationFrame(() => enterPane('contents'));
  }
}

/** To be called once somebody has chosen where to go: what lay over the text gives it free. */
export function contentsChosen(): void {
  if (useContents.getState().narrow) closeContents();
}
