import { type RefObject, useEffect } from 'react';
import { offsetAtPoint, type PageFacts } from '../../text/pages.ts';
import type { Span } from '../../text/reading.ts';
import { rangeOfSpan } from '../reader/selection.ts';
import { snapSelection } from '../reader/snap.ts';
import { blockAt } from '../reader/text.ts';
import { trimmed } from '../reader/units.ts';
import { useShownPages } from '../state/pages.ts';
import { useReader } from '../state/reader.ts';
import { knownGlyphs } from './glyphs.ts';
import { type PageView, toPage } from './view.ts';

interface Parts {
  readonly documentId: string;
  readonly versionId: string;
  readonly pages: readonly PageFacts[];
  readonly views: readonly PageView[];
}

/** Where in the text a point of the window is: the letters nearest to it on the page that it is on or nearest to. */
function offsetAt(root: HTMLElement, parts: Parts, clientX: number, clientY: number): number | null {
  let best: { element: HTMLElement; away: number } | null = null;
  for (const element of root.querySelectorAll<HTMLElement>('[data-page]')) {
    const { top, bottom, left, right } = element.getBoundingClientRect();
    const away = Math.max(top - clientY, clientY - bottom, 0) + Math.max(left - clientX, clientX - right, 0);
    if (best === null || away < best.away) best = { element, away };
  }
  if (best === null) return null;
  const number = Number(best.element.dataset['page']);
  const view = parts.views[number - 1];
  const runs = knownGlyphs(parts.documentId, parts.versionId, number);
  if (view === undefined || runs === undefined) return null;
  const box = best.element.getBoundingClientRect();
  const { x, y } = toPage(view, clientX - box.left, clientY - box.top);
  return offsetAtPoint(runs, x, y);
}

/** Makes the page's selection reach from where it began to where it is now, whichever way that is. */
function reach(root: HTMLElement, from: number, to: number): void {
  const span = { start: Math.min(from, to), end: Math.max(from, to) };
  const range = span.start === span.end ? null : rangeOfSpan(root, span);
  const selection = getSelection();
  if (range === null) {
    selection?.removeAllRanges();
    return;
  }
  const start = [range.startContainer, range.startOffset] as const;
  const end = [range.endContainer, range.endOffset] as const;
  if (from <= to) selection?.setBaseAndExtent(...start, ...end);
  else selection?.setBaseAndExtent(...end, ...start);
}

/** What pressing twice or three times takes: the word there, or its paragraph. */
function unitAt(offset: number, presses: number): Span | null {
  const { reading } = useReader.getState();
  if (reading === null) return null;
  const { blocks, text } = reading.loaded;
  const block = blocks[blockAt(blocks, offset)];
  if (block === undefined) return null;
  if (presses > 2) return trimmed(text, block);
  const at = { start: Math.max(block.start, Math.min(offset, block.end - 1)), end: 0 };
  return snapSelection(text, { ...at, end: at.start + 1 }, () => block, 'word', reading.language);
}

/**
 * Lets words be selected on pages with the mouse. Where a drag is in the text is decided by where the letters are printed,
 * not by which element lies under it: so it follows the reading order over lines, columns and pages, and the space beside
 * a line belongs to the line.
 */
export function usePagePress(root: RefObject<HTMLElement | null>, parts: Parts): void {
  useEffect(() => {
    const element = root.current;
    if (element === null) return;
    const abort = new AbortController();
    const { signal } = abort;
    let from: number | null = null;
    let dragging = false;
    element.addEventListener(
      'mousedown',
      (event) => {
        if (event.button !== 0 || !(event.target instanceof Element)) return;
        if (useShownPages.getState().marking) {
          event.preventDefault();
          return;
        }
        if (event.target.closest('[data-page]') === null) return;
        if (event.target.closest('button, .pg-frame') !== null) return;
        const offset = offsetAt(element, parts, event.clientX, event.clientY);
        if (offset === null) return;
        dragging = true;
        // The browser's own selection would follow the elements; the focus it would have given is given here.
        event.preventDefault();
        const { reading, moveTo } = useReader.getState();
        const selection = getSelection();
        if (event.shiftKey && from !== null) {
          reach(element, from, offset);
          return;
        }
        from = offset;
        if (reading !== null) {
          const block = blockAt(reading.loaded.blocks, offset);
          moveTo(block, block, 'still');
        }
        const unit = event.detail > 1 ? unitAt(offset, event.detail) : null;
        if (unit === null) selection?.removeAllRanges();
        else reach(element, unit.start, unit.end);
      },
      { signal },
    );
    window.addEventListener(
      'pointermove',
      (event) => {
        if (from === null || (event.buttons & 1) === 0 || !dragging) return;
        const offset = offsetAt(element, parts, event.clientX, event.clientY);
        if (offset !== null) reach(element, from, offset);
      },
      { signal },
    );
    window.addEventListener('pointerup', () => (dragging = false), { signal });
    window.addEventListener('pointercancel', () => (dragging = false), { signal });
    return () => abort.abort();
  }, [root, parts]);
}
