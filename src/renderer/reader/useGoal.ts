import type { Virtualizer } from '@tanstack/react-virtual';
import { type RefObject, useEffect, useRef } from 'react';
import { useReader } from '../state/reader.ts';
import { useWorkspace } from '../state/workspace.ts';
import { type Row, rowOfBlock } from './rows.ts';
import { rangeOfSpan } from './selection.ts';
import { blockAt, type LoadedText } from './text.ts';

/** Room that is kept round a place that is gone to, px. */
const ROOM = 72;

/** The element a paragraph's words stand in, if it is on the page. */
export const textOfBlock = (root: HTMLElement, block: number): HTMLElement | null =>
  root.querySelector(`[data-block="${block}"] [data-start]`);

/** Scrolls on until a span stands clear of the edges: a row may be higher than the window. */
function settle(scroller: HTMLElement, span: { start: number; end: number }): void {
  const range = rangeOfSpan(scroller, span);
  if (range === null) return;
  const words = range.getBoundingClientRect();
  const view = scroller.getBoundingClientRect();
  const above = view.top + ROOM - words.top;
  const below = words.bottom - (view.bottom - ROOM);
  if (above > 0) scroller.scrollTop -= above;
  else if (below > 0) scroller.scrollTop += Math.min(below, words.top - view.top - ROOM);
}

/**
 * Takes the reader where it is asked to go: on opening, to where the document was left; to a passage of the drawer or
 * the margin; to the present paragraph as keys move it.
 */
export function useGoal(
  scroller: RefObject<HTMLElement | null>,
  virtualizer: Virtualizer<HTMLDivElement, Element>,
  rows: readonly Row[],
  loaded: LoadedText,
): void {
  const { documentId, blocks, total } = loaded;
  const goal = useReader((state) => state.goal);
  const cursor = useReader((state) => state.cursor);
  const destination = useWorkspace((workspace) => workspace.destination);

  useEffect(() => {
    const asked = destination?.documentId === documentId ? destination.start : undefined;
    const start = asked ?? useWorkspace.getState().places[documentId] ?? 0;
    useReader.getState().goTo({
      documentId,
      start,
      end: (asked === undefined ? undefined : destination?.end) ?? start + 1,
      align: asked === undefined ? 'start' : 'center',
      focus:
        destination?.documentId === documentId ? destination.focus : document.activeElement === document.body,
      take: asked !== undefined && destination?.end !== undefined && destination.take !== false,
    });
  }, [destination, documentId]);

  useEffect(() => {
    if (goal === null || goal.documentId !== documentId) return;
    const arrived = blocks.length === total || goal.start < (blocks.at(-1)?.end ?? 0);
    if (!arrived) return;
    const block = blockAt(blocks, goal.start);
    useReader.setState({ goal: null });
    useReader.getState().moveTo(block, block, goal.focus && (goal.align === 'start' ? 'still' : true));
    if (goal.take === true)
      useWorkspace.getState().select({ kind: 'span', documentId, start: goal.start, end: goal.end });
    const row = rowOfBlock(rows, block);
    if (row === 0) virtualizer.scrollToOffset(0);
    else virtualizer.scrollToIndex(row, { align: goal.align });
    if (goal.align === 'start') return;
    // Rows that come into sight are measured in this frame and the next; only then do the words stand still.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        if (scroller.current !== null) settle(scroller.current, goal);
      }),
    );
  }, [goal, documentId, blocks, total, rows, virtualizer, scroller]);

  // Asked anew with every render until the paragraph is on the page: its row may have to be brought there first.
  const followed = useRef<typeof cursor>(null);
  useEffect(() => {
    const root = scroller.current;
    if (cursor.follow === false || root === null || followed.current === cursor) return;
    const element = textOfBlock(root, cursor.head);
    if (element === null) return;
    followed.current = cursor;
    element.focus({ preventScroll: true });
    if (cursor.follow === 'still') return;
    const view = root.getBoundingClientRect();
    const box = element.getBoundingClientRect();
    const above = view.top + ROOM / 2 - box.top;
    const below = box.bottom - (view.bottom - ROOM);
    if (above > 0) root.scrollTop -= above;
    else if (below > 0) root.scrollTop += Math.min(below, box.top - view.top - ROOM / 2);
  });
}
