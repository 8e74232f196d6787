import type { Stripe } from '../reader/stripes.ts';
import { type Anchor, followed } from './follow.ts';
import type { Tuple } from './pairs.ts';
import type { Sync } from './view.ts';

/** What a pane on screen lets the others know of itself. */
export interface PaneHandle {
  readonly scroller: HTMLElement;
  /** Where a passage begins, px from the top of the text; of one that is far from sight, about where. */
  readonly topOf: (stripe: Stripe) => number;
}

/** The panes that are on screen, by their numbers, and who wants to hear that something in one of them has moved. */
export interface Panes {
  readonly handles: Map<number, PaneHandle>;
  readonly listeners: Set<() => void>;
  /** The pane that the person moves: the others go along, and what they do moves nobody. */
  leader: number | null;
}

export const createPanes = (): Panes => ({ handles: new Map(), listeners: new Set(), leader: null });

/** Tells that something in a pane has moved. */
export const moved = ({ listeners }: Panes): void => {
  for (const listener of listeners) listener();
};

/** Where on the height of a pane one reads: what is gone to comes to stand there. */
const READING = 0.28;

const lineOf = ({ clientHeight }: HTMLElement) => clientHeight * READING;

/** How far a pane can be scrolled, px. */
const lengthOf = ({ scrollHeight, clientHeight }: HTMLElement) => Math.max(0, scrollHeight - clientHeight);

/** Takes the other panes along to where the leading one has been scrolled. */
export function takeAlong(panes: Panes, sync: Sync, tuples: readonly Tuple[]): void {
  const { handles, leader } = panes;
  const leading = leader === null ? undefined : handles.get(leader);
  if (leader === null || leading === undefined || sync === 'free') return;
  const { scroller } = leading;
  for (const [number, other] of handles) {
    if (number === leader) continue;
    if (sync === 'proportion') {
      const length = lengthOf(scroller);
      other.scroller.scrollTop = length === 0 ? 0 : (scroller.scrollTop / length) * lengthOf(other.scroller);
      continue;
    }
    const anchors = tuples.flatMap((tuple): Anchor[] => {
      const [from, to] = [tuple[leader], tuple[number]];
      return from && to ? [[leading.topOf(from), other.topOf(to)]] : [];
    });
    const heights: Anchor = [scroller.scrollHeight, other.scroller.scrollHeight];
    const y = followed(scroller.scrollTop + lineOf(scroller), anchors, heights);
    other.scroller.scrollTop = y - lineOf(other.scroller);
  }
}

/** Rows that come into sight are measured in the next frames; so often the place is looked for again. */
const TRIES = 8;

/** Brings a passage to where one reads in its pane, and keeps it there while rows are measured. */
export function bringUp(panes: Panes, number: number, stripe: Stripe, tries = TRIES): void {
  const handle = panes.handles.get(number);
  if (handle === undefined) return;
  const { scroller, topOf } = handle;
  scroller.scrollTop = topOf(stripe) - lineOf(scroller);
  // Whoever has begun to scroll meanwhile is not held back.
  if (tries > 0 && panes.leader === null)
    requestAnimationFrame(() => bringUp(panes, number, stripe, tries - 1));
}
