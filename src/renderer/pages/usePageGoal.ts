import type { Virtualizer } from '@tanstack/react-virtual';
import { type RefObject, useEffect, useRef } from 'react';
import { type GlyphRun, type PageFacts, pageIndexAt, rectsOfSpan } from '../../text/pages.ts';
import { blockAt, type LoadedText } from '../reader/text.ts';
import { unitAt } from '../reader/units.ts';
import { useOpening } from '../reader/useOpening.ts';
import { type Goal, useReader } from '../state/reader.ts';
import { useWorkspace } from '../state/workspace.ts';
import { fetchGlyphs } from './glyphs.ts';
import { HEAD } from './usePageRows.ts';
import { type PageView, toScreen } from './view.ts';

/** Room that is kept above a place that is left at the head of the window, px. */
const ABOVE = 24;

interface Parts {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly virtualizer: Virtualizer<HTMLDivElement, Element>;
  readonly pages: readonly PageFacts[];
  readonly views: readonly PageView[];
  readonly loaded: LoadedText;
}

/** How far down its page a goal begins and how high it is, px; the page's head where no letter of it is known. */
function extentOf(runs: readonly GlyphRun[], view: PageView, goal: Goal) {
  const rects = rectsOfSpan(runs, goal).map((rect) => toScreen(view, rect));
  if (rects.length === 0) return { top: 0, height: 0 };
  const top = Math.min(...rects.map(({ y }) => y));
  return { top, height: Math.max(...rects.map(({ y, height }) => y + height)) - top };
}

async function scrollTo(latest: RefObject<Parts>, goal: Goal): Promise<void> {
  const { virtualizer, pages, loaded } = latest.current;
  const index = goal.page === undefined ? Math.max(0, pageIndexAt(pages, goal.start)) : goal.page - 1;
  const page = pages[index];
  if (page === undefined) return;
  const [head] = virtualizer.getOffsetForIndex(index, 'start') ?? [0];
  // To the page at once, so that it is drawn while its letters are fetched.
  if (goal.start === page.start && goal.align === 'start') {
    virtualizer.scrollToOffset(index === 0 ? 0 : head - HEAD / 2);
    return;
  }
  const runs = await fetchGlyphs(loaded.documentId, loaded.versionId, page.number);
  // Sizes as they are now: the window may have changed its own meanwhile.
  const { scroller, views } = latest.current;
  const view = views[index];
  if (view === undefined) return;
  const [top] = virtualizer.getOffsetForIndex(index, 'start') ?? [0];
  const { top: down, height } = extentOf(runs, view, goal);
  const room = scroller.current?.clientHeight ?? 0;
  const off = goal.align === 'start' ? ABOVE : Math.max(ABOVE, (room - height) / 2);
  virtualizer.scrollToOffset(Math.max(0, top + down - off));
}

/** Takes the pages where the reader is asked to go, as `useGoal` does the flowing text. */
export function usePageGoal(parts: Parts): void {
  const { virtualizer, pages, loaded } = parts;
  const { documentId, blocks, total } = loaded;
  const goal = useReader((state) => state.goal);
  const latest = useRef(parts);
  latest.current = parts;
  const waiting = useRef<Goal>(null);
  const isLaidOut = parts.views.length > 0;
  useOpening(documentId);
  // biome-ignore lint/correctness/useExhaustiveDependencies: sizes are those at the time of going, and no reason to go again
  useEffect(() => {
    if (goal === null || goal.documentId !== documentId || !isLaidOut) return;
    const arrived = blocks.length === total || goal.start < (blocks.at(-1)?.end ?? 0);
    // The page is there before its words are.
    if (!arrived) {
      if (waiting.current === goal) return;
      waiting.current = goal;
      const index = (goal.page ?? pageIndexAt(pages, goal.start) + 1) - 1;
      virtualizer.scrollToIndex(index, { align: 'start' });
      return;
    }
    useReader.setState({ goal: null });
    const hasWords = blocks.length > 0;
    const block = !hasWords
      ? 0
      : goal.align === 'start'
        ? unitAt(loaded, goal.start)
        : blockAt(blocks, goal.start);
    // The goal brings the place into sight itself; following the paragraph would move it a second time.
    useReader.getState().moveTo(block, block, goal.focus && 'still');
    if (goal.take === true)
      useWorkspace.getState().select({ kind: 'span', documentId, start: goal.start, end: goal.end });
    void scrollTo(latest, goal);
  }, [goal, documentId, blocks, total, pages, virtualizer, isLaidOut]);
}
