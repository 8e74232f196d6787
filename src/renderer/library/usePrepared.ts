import { type RefObject, useEffect, useRef } from 'react';
import { openAhead } from '../pages/ahead.ts';
import type { LibraryRow } from './useLibrary.ts';

/** A pointer or a focus that only passes by prepares nothing, ms. */
const REST = 50;

/**
 * Opens the file of a document while the pointer or the focus rests on its row, so that its first page is there sooner when it is
 * pressed.
 * @returns a reference for something that stands in the row: the row itself is drawn elsewhere than where it is described
 */
export function usePrepared({
  id,
  versionId,
  mediaType,
  pages,
}: Pick<LibraryRow, 'id' | 'versionId' | 'mediaType' | 'pages'>): RefObject<HTMLSpanElement | null> {
  const inside = useRef<HTMLSpanElement>(null);
  const hasPages = pages > 0;
  useEffect(() => {
    const element = inside.current?.closest('[role=row]') ?? null;
    if (element === null || !hasPages) return;
    const abort = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const rest = () => {
      clearTimeout(timer);
      timer = setTimeout(() => openAhead({ id, versionId, mediaType }), REST);
    };
    const leave = () => clearTimeout(timer);
    for (const kind of ['pointerenter', 'focusin']) element.addEventListener(kind, rest, abort);
    for (const kind of ['pointerleave', 'focusout']) element.addEventListener(kind, leave, abort);
    return () => {
      abort.abort();
      leave();
    };
  }, [id, versionId, mediaType, hasPages]);
  return inside;
}
