import { type RefObject, useEffect } from 'react';
import type { Span } from '../../text/reading.ts';
import { useReader } from '../state/reader.ts';
import { useWorkspace } from '../state/workspace.ts';
import { rangeOfSpan, spanOfRange } from './selection.ts';
import { type Snap, snapSelection } from './snap.ts';
import { blockAt } from './text.ts';

/** The page's selection where it lies in the text, or null. */
function rangeIn(root: HTMLElement): Range | null {
  const selection = getSelection();
  if (selection === null || selection.rangeCount === 0) return null;
  return root.contains(selection.anchorNode) || root.contains(selection.focusNode)
    ? selection.getRangeAt(0)
    : null;
}

/** Makes the page's selection cover a span, keeping its direction, so that what is seen is what would be coded. */
export function showSelection(root: HTMLElement, span: Span): void {
  const range = rangeOfSpan(root, span);
  const selection = getSelection();
  if (range === null || selection === null) return;
  const backward = selection.direction === 'backward';
  const start = [range.startContainer, range.startOffset] as const;
  const end = [range.endContainer, range.endOffset] as const;
  if (backward) selection.setBaseAndExtent(...end, ...start);
  else selection.setBaseAndExtent(...start, ...end);
}

/**
 * Takes up what is selected on the page as the selected words.
 * @param settle also moves the page's selection to the snapped ends: when the hand has let go, not while it moves
 */
function takeUp(root: HTMLElement, snap: Snap, settle: boolean): void {
  const { reading } = useReader.getState();
  const { selection, select } = useWorkspace.getState();
  const range = rangeIn(root);
  if (reading === null || range === null) return;
  const { documentId, language, loaded } = reading;
  const raw = range.collapsed ? null : spanOfRange(range, root);
  const blockOf = (offset: number) => loaded.blocks[blockAt(loaded.blocks, offset)] ?? { start: 0, end: 0 };
  const same = selection?.kind === 'span' && raw?.start === selection.start && raw.end === selection.end;
  if (same) return;
  const span = raw === null ? null : snapSelection(loaded.text, raw, blockOf, snap, language);
  if (span === null) {
    if (selection?.kind === 'span') select(null);
    return;
  }
  select({ kind: 'span', documentId, ...span });
  if (settle) showSelection(root, span);
}

/** Follows the page's selection in the text, made by mouse, touch or keys. Whole words, or characters while Alt is held. */
export function useSelection(root: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = root.current;
    if (element === null) return;
    const abort = new AbortController();
    const { signal } = abort;
    let held = false;
    element.addEventListener('pointerdown', () => (held = true), { signal });
    window.addEventListener(
      'pointerup',
      (event) => {
        if (!held) return;
        held = false;
        const snap = event.altKey ? 'character' : 'word';
        // At once, since a key may follow at once; and once more, since a triple click's selection comes after this event.
        takeUp(element, snap, true);
        setTimeout(() => takeUp(element, snap, true));
      },
      { signal },
    );
    window.addEventListener('pointercancel', () => (held = false), { signal });
    document.addEventListener('selectionchange', () => (held ? undefined : takeUp(element, 'word', false)), {
      signal,
    });
    element.addEventListener(
      'keyup',
      (event) => {
        if (event.key === 'Shift') takeUp(element, event.altKey ? 'character' : 'word', true);
      },
      { signal },
    );
    return () => abort.abort();
  }, [root]);
}
