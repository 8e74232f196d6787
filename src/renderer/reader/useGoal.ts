import type { Virtualizer } from '@tanstack/react-virtual';
import { type RefObject, useEffect } from 'react';
import { useReader } from '../state/reader.ts';
import { useWorkspace } from '../state/workspace.ts';
import { type Row, rowOfBlock } from './rows.ts';
import { rangeOfSpan } from './selection.ts';
import { blockAt, type LoadedText } from './text.ts';
import { unitAt } from './units.ts';
import { useOpening } from './useOpening.ts';

/** Room that is kept round a place that is gone to, px. */
export const ROOM = 72;

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

  useOpening(documentId);

  useEffect(() => {
    if (goal === null || goal.documentId !== documentId) return;
    const arrived = blocks.length === total || goal.start < (blocks.at(-1)?.end ?? 0);
    if (!arrived) return;
    const block = blockAt(blocks, goal.start);
    const unit = goal.align === 'start' ? unitAt(loaded, goal.start) : block;
    useReader.setState({ goal: null });
    useReader.getState().moveTo(unit, unit, goal.focus && (goal.align === 'start' ? 'still' : true));
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
  }, [goal, documentId, loaded, blocks, total, rows, virtualizer, scroller]);
}
