import type { PageFacts } from '../../text/pages.ts';
import { queryClient } from '../client/query.ts';
import { textOf } from '../messages/intl.tsx';
import { textOfBlock } from '../reader/useFollow.ts';
import { type Mode, usePaging, useShownPages } from '../state/pages.ts';
import { useReader } from '../state/reader.ts';
import { useWorkspace } from '../state/workspace.ts';
import { announceMove } from '../ui/announce.ts';
import { pagesQuery } from './glyphs.ts';

/** The pages of the open document; none while they have not come. */
export function knownPages(): readonly PageFacts[] {
  const { reading } = useReader.getState();
  if (reading === null) return [];
  const { documentId, versionId } = reading.loaded;
  return queryClient.getQueryData(pagesQuery(documentId, versionId).queryKey) ?? [];
}

/**
 * Brings a page to the head of the window.
 * @param number physical, from 1
 * @param focus whether the reader takes the focus
 */
export function showPage(number: number, focus = false): void {
  const page = knownPages()[number - 1];
  const { reading, goTo } = useReader.getState();
  if (page === undefined || reading === null) return;
  const { start } = page;
  goTo({ documentId: reading.documentId, start, end: start + 1, align: 'start', focus, page: number });
}

/** Goes a page on (1) or back (-1) from the one in sight. */
export function nextPage(step: 1 | -1): void {
  const pages = knownPages();
  const at = useShownPages.getState().page ?? 1;
  const page = pages[Math.max(0, Math.min(pages.length - 1, at - 1 + step))];
  if (page === undefined) return;
  showPage(page.number, true);
  announceMove(textOf('pages.at', { label: page.label, number: page.number, of: pages.length }));
}

/**
 * The page that somebody means: by what is printed on it, else by its number.
 * @returns undefined where there is none
 */
export function pageCalled(pages: readonly PageFacts[], typed: string): PageFacts | undefined {
  const wanted = typed.trim().toLowerCase();
  if (wanted === '') return undefined;
  return pages.find(({ label }) => label.toLowerCase() === wanted) ?? pages[Number(wanted) - 1];
}

/** Shows the same text as pages or flowing, at the same place: the present paragraph where it is in sight, else what is. */
export function showAs(mode: Mode): void {
  const { reading, cursor } = useReader.getState();
  const block = reading?.loaded.blocks[cursor.head];
  const box = textOfBlock(document.body, cursor.head)?.getBoundingClientRect();
  const window = document.querySelector('.rd-sheet')?.getBoundingClientRect();
  const isInSight = box && window && box.bottom > window.top && box.top < window.bottom;
  if (reading && block && isInSight) useWorkspace.getState().rememberPlace(reading.documentId, block.start);
  usePaging.setState({ mode });
}

/** Asks for a page: the field in the bar takes the focus. */
export function goToPage(): void {
  const field = document.querySelector<HTMLInputElement>('.pg-field input');
  field?.focus();
  field?.select();
}
