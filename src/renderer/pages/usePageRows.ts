import { defaultRangeExtractor, useVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import { type RefObject, useLayoutEffect, useMemo, useRef } from 'react';
import { type PageFacts, pageIndexAt } from '../../text/pages.ts';
import { blocksIn } from '../../text/places.ts';
import type { Row } from '../reader/rows.ts';
import type { LoadedText } from '../reader/text.ts';
import { useReader } from '../state/reader.ts';
import { useWorkspace } from '../state/workspace.ts';
import { type PageView, pageView, type Turn } from './view.ts';

/** Room above the first page, between two, and below the last: there the picker finds room under any passage. Px. */
export const HEAD = 36;
export const BETWEEN = 16;
const FOOT = 360;

const NO_VIEWS: readonly PageView[] = [];

/** The pages that stay however far they are scrolled away: of the present paragraph, which has the focus, and of the selection's ends. */
function useKept(pages: readonly PageFacts[], { blocks }: LoadedText): number[] {
  const head = useReader((state) => state.cursor.head);
  const selection = useWorkspace((workspace) => workspace.selection);
  const offsets = [blocks[head]?.start ?? 0];
  if (selection?.kind === 'span') offsets.push(selection.start, selection.end - 1);
  return offsets.map((offset) => Math.max(0, pageIndexAt(pages, offset)));
}

export interface PageRows {
  readonly rows: readonly Row[];
  readonly views: readonly PageView[];
  /** Numbers of the rows that stay however far they are scrolled away. */
  readonly kept: readonly number[];
  readonly virtualizer: Virtualizer<HTMLDivElement, Element>;
}

/**
 * The pages as rows of the sheet: their sizes are known, so that nothing is measured and nothing jumps.
 * @param scale css px for a point; null while that is not known: then there are no rows to show
 */
export function usePageRows(
  scroller: RefObject<HTMLDivElement | null>,
  pages: readonly PageFacts[],
  loaded: LoadedText,
  scale: number | null,
  turn: Turn,
): PageRows {
  const { blocks } = loaded;
  const rows = useMemo(
    () =>
      pages.map((page): Row => {
        const { first, last } = blocksIn(blocks, page);
        return { first, last: Math.max(first, last - 1), start: page.start, end: page.end };
      }),
    [pages, blocks],
  );
  const views = useMemo(
    () => (scale === null ? NO_VIEWS : pages.map((page) => pageView(page, scale, turn))),
    [pages, scale, turn],
  );
  const kept = useKept(pages, loaded);
  const virtualizer = useVirtualizer<HTMLDivElement, Element>({
    count: views.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (views[index]?.height ?? 0) + BETWEEN,
    rangeExtractor: (range) =>
      [...new Set([...defaultRangeExtractor(range), ...kept])]
        .filter((index) => index < views.length)
        .sort((a, b) => a - b),
    overscan: 1,
    paddingStart: HEAD,
    paddingEnd: FOOT,
  });
  useSteady(virtualizer, views);
  return { rows, views, kept, virtualizer };
}

/** Keeps what is at the head of the window there when pages change their size. */
function useSteady(virtualizer: Virtualizer<HTMLDivElement, Element>, views: readonly PageView[]): void {
  const before = useRef(views);
  useLayoutEffect(() => {
    if (before.current === views) return;
    if (before.current.length === 0) {
      before.current = views;
      return;
    }
    const offset = virtualizer.scrollOffset ?? 0;
    let top = HEAD;
    let index = 0;
    // Where the head of the window was, in the sizes before.
    for (const view of before.current) {
      if (top + view.height + BETWEEN > offset) break;
      top += view.height + BETWEEN;
      index++;
    }
    const share = (offset - top) / (before.current[index]?.height ?? 1);
    before.current = views;
    virtualizer.measure();
    let now = HEAD;
    for (let at = 0; at < index; at++) now += (views[at]?.height ?? 0) + BETWEEN;
    virtualizer.scrollToOffset(offset <= HEAD ? offset : now + share * (views[index]?.height ?? 1));
  }, [virtualizer, views]);
}
