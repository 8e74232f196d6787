import type { Virtualizer } from '@tanstack/react-virtual';
import { useEffect } from 'react';
import { useWorkspace } from '../state/workspace.ts';
import type { Row } from './rows.ts';
import type { LoadedText } from './text.ts';

/** How long the text has to stand still before its place is remembered, ms. */
const STILL = 300;

/** Remembers which words stand at the head of the page, so that the document opens there again. */
export function usePlace(
  virtualizer: Virtualizer<HTMLDivElement, Element>,
  rows: readonly Row[],
  loaded: LoadedText,
) {
  const offset = virtualizer.scrollOffset ?? 0;
  useEffect(() => {
    const timer = setTimeout(() => {
      const first = virtualizer.getVirtualItems().find((item) => item.end > offset);
      const block = loaded.blocks[rows[first?.index ?? 0]?.first ?? 0];
      if (block !== undefined) useWorkspace.getState().rememberPlace(loaded.documentId, block.start);
    }, STILL);
    return () => clearTimeout(timer);
  }, [offset, virtualizer, rows, loaded]);
}
