import { defaultRangeExtractor, useVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import { type RefObject, useMemo } from 'react';
import { useReader } from '../state/reader.ts';
import { useWorkspace } from '../state/workspace.ts';
import { guessHeight, type Row, rowOfBlock, rowsOf } from './rows.ts';
import { blockAt, type LoadedText } from './text.ts';

/** Space above the first row, clear of the bar at the margin's head, and below the last: there the picker finds room under any passage. Px. */
const HEAD = 32;
const FOOT = 360;

/**
 * The blocks that stay on the page however far it is scrolled away: the present paragraph, which has the focus, and those
 * that hold the ends of the selection.
 */
function useKept({ blocks }: LoadedText): number[] {
  const head = useReader((state) => state.cursor.head);
  const selection = useWorkspace((workspace) => workspace.selection);
  if (selection?.kind !== 'span') return [head];
  return [head, blockAt(blocks, selection.start), blockAt(blocks, selection.end - 1)];
}

/** The rows of a text, and what decides which of them are on the page. Heights are guessed, then measured. */
export function useRows(
  scroller: RefObject<HTMLDivElement | null>,
  loaded: LoadedText,
): { rows: readonly Row[]; virtualizer: Virtualizer<HTMLDivElement, Element> } {
  const { blocks } = loaded;
  const rows = useMemo(() => rowsOf(blocks), [blocks]);
  const kept = useKept(loaded);
  const virtualizer = useVirtualizer<HTMLDivElement, Element>({
    count: rows.length,
    getScrollElement: () => scroller.current,
    getItemKey: (index) => rows[index]?.first ?? index,
    estimateSize: (index) => {
      const block = blocks[rows[index]?.first ?? 0];
      return block === undefined ? 0 : guessHeight(block.kind, block.end - block.start);
    },
    rangeExtractor: (range) => {
      const shown = new Set([
        ...defaultRangeExtractor(range),
        ...kept.map((block) => rowOfBlock(rows, block)),
      ]);
      return [...shown].filter((index) => index < rows.length).sort((a, b) => a - b);
    },
    overscan: 5,
    paddingStart: HEAD,
    paddingEnd: FOOT,
  });
  return { rows, virtualizer };
}
