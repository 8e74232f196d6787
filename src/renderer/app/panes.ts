import { PANES, type Pane, paneOf } from '../commands/context.ts';
import { PANE_KINDS } from '../state/tabs.ts';

/** What had the focus last in each pane, so that coming back lands there. */
const last = new Map<string, WeakRef<HTMLElement>>();

const FOCUSABLE =
  '[tabindex="0"], button:not([disabled]), input:not([disabled]), textarea:not([disabled]), a[href]';

/** What a pane is there for, before the buttons at its head. */
const CONTENT = ':scope > .pane-b, .rd-flow';

/** Keeps note of what has the focus in each pane. Called once. */
export function followFocus(target: Document): () => void {
  const note = (event: FocusEvent) => {
    if (!(event.target instanceof HTMLElement)) return;
    const pane = paneOf(event.target);
    if (pane !== null) last.set(pane, new WeakRef(event.target));
  };
  target.addEventListener('focusin', note);
  return () => target.removeEventListener('focusin', note);
}

/** Whether something takes the focus when it is given it: what is hidden or folded away does not. */
function takes(element: HTMLElement): boolean {
  element.focus();
  return element.contains(document.activeElement);
}

function enter(pane: HTMLElement): void {
  const before = last.get(pane.dataset['pane'] ?? '')?.deref();
  if (before !== undefined && pane.contains(before) && takes(before)) return;
  for (const within of [...pane.querySelectorAll(CONTENT), pane])
    for (const element of within.querySelectorAll<HTMLElement>(FOCUSABLE)) if (takes(element)) return;
  pane.tabIndex = -1;
  pane.focus();
}

/** Gives the focus to a pane, where it was left, if the pane is on screen. */
export function enterPane(name: Pane): void {
  // A view stands where the text does.
  const stand = name === 'reader' ? ['reader', ...PANE_KINDS] : [name];
  const selector = stand.map((each) => `[data-pane="${each}"]`).join();
  const pane = document.querySelector<HTMLElement>(selector);
  if (pane !== null) enter(pane);
}

/**
 * Moves the focus to the next pane in the order of the window; each pane takes it where it was left.
 * @param step 1 for the next, -1 for the one before
 */
export function cyclePane(step: 1 | -1): void {
  const here = paneOf(document.activeElement);
  const shown = PANES.flatMap((name) => {
    const pane = document.querySelector<HTMLElement>(`[data-pane="${name}"]`);
    return pane === null ? [] : [pane];
  });
  const at = shown.findIndex((pane) => pane.dataset['pane'] === here);
  const next = shown.at((at + step + shown.length) % shown.length);
  if (next !== undefined) enter(next);
}
