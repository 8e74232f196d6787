import type { Virtualizer } from '@tanstack/react-virtual';
import { type RefObject, useEffect } from 'react';
import { boxOfRun, type PageFacts } from '../../text/pages.ts';
import type { LoadedText } from '../reader/text.ts';
import { useWorkspace } from '../state/workspace.ts';
import { knownGlyphs } from './glyphs.ts';
import { BETWEEN } from './usePageRows.ts';
import { type PageView, toScreen } from './view.ts';

/** So much of a page at the head of the window counts for nothing, px. */
const STRIP = 24;

/** How long the pages have to stand still before their place is remembered, ms. */
const STILL = 300;

/** Remembers which words stand at the head of the window, so that the document opens there again, as pages or flowing. */
export function usePagePlace({
  virtualizer,
  pages,
  views,
  loaded,
}: {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly virtualizer: Virtualizer<HTMLDivElement, Element>;
  readonly pages: readonly PageFacts[];
  readonly views: readonly PageView[];
  readonly loaded: LoadedText;
}): void {
  const offset = virtualizer.scrollOffset ?? 0;
  const { documentId, versionId } = loaded;
  useEffect(() => {
    const timer = setTimeout(() => {
      // A strip of the page before is not what one reads.
      const first = virtualizer.getVirtualItems().find((item) => item.end - BETWEEN > offset + STRIP);
      const [page, view] = [pages[first?.index ?? 0], views[first?.index ?? 0]];
      if (first === undefined || page === undefined || view === undefined) return;
      const runs = knownGlyphs(documentId, versionId, page.number) ?? [];
      const below = runs.filter((run) => toScreen(view, boxOfRun(run)).y + first.start >= offset);
      const start = offset <= first.start ? page.start : (below[0]?.start ?? page.start);
      useWorkspace.getState().rememberPlace(documentId, start);
    }, STILL);
    return () => clearTimeout(timer);
  }, [offset, virtualizer, pages, views, documentId, versionId]);
}
