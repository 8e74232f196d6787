import { type PointerEvent, type RefObject, useLayoutEffect, useState } from 'react';
import type { Span } from '../../text/reading.ts';
import { useText } from '../messages/intl.tsx';
import { useReader } from '../state/reader.ts';
import { useWorkspace } from '../state/workspace.ts';
import { resizeTo, settleEnds } from './ends.ts';
import { rangeOfSpan } from './selection.ts';
import { snapSelection } from './snap.ts';
import { blockAt } from './text.ts';

type End = 'start' | 'end';

/** The offset (UTF-16) of the letter under a point of the window, or null where there is none of this text. */
function offsetAt(root: HTMLElement, x: number, y: number): number | null {
  const caret = document.caretPositionFromPoint(x, y);
  const element = caret?.offsetNode.parentElement?.closest<HTMLElement>('[data-start]');
  if (caret === null || element === null || element === undefined || !root.contains(element)) return null;
  const range = document.createRange();
  range.setStart(element, 0);
  range.setEnd(caret.offsetNode, caret.offset);
  return Number(element.dataset['start']) + range.toString().length;
}

function drag(root: HTMLElement, passageId: string, span: Span, end: End, event: PointerEvent): void {
  const { reading } = useReader.getState();
  const offset = offsetAt(root, event.clientX, event.clientY);
  if (reading === null || offset === null) return;
  const raw = { ...span, [end]: offset };
  if (raw.start >= raw.end) return;
  const { blocks, text } = reading.loaded;
  const blockOf = (at: number) => blocks[blockAt(blocks, at)] ?? { start: 0, end: 0 };
  const snapped = snapSelection(text, raw, blockOf, event.altKey ? 'character' : 'word', reading.language);
  if (snapped !== null) resizeTo(passageId, { ...span, [end]: snapped[end] });
}

function placeOf(root: HTMLElement, span: Span, end: End): { x: number; y: number; height: number } | null {
  const letter = end === 'start' ? { ...span, end: span.start + 1 } : { ...span, start: span.end - 1 };
  const range = rangeOfSpan(root, letter);
  const box = range?.getBoundingClientRect();
  if (box === undefined || box.height === 0) return null;
  const origin = root.getBoundingClientRect();
  const isRtl = getComputedStyle(root).direction === 'rtl';
  const edge = isRtl === (end === 'end') ? box.left : box.right;
  return {
    x: isRtl ? origin.right - edge : edge - origin.left,
    y: box.top - origin.top,
    height: box.height,
  };
}

/** The two ends of the selected passage, to be taken with the mouse; keys move them by command. */
export function Handles({ flow, span }: { flow: RefObject<HTMLElement | null>; span: Span | null }) {
  const t = useText();
  const selection = useWorkspace((workspace) => workspace.selection);
  const picking = useReader((state) => state.picking);
  const chosen = useReader((state) => state.chosenEnd);
  const passageId = selection?.kind === 'passage' && picking === null ? selection.passageId : null;
  const [places, setPlaces] = useState<Record<End, ReturnType<typeof placeOf>> | null>(null);
  // After every render of the sheet: rows above may have been measured, and the window may have another size.
  useLayoutEffect(() => {
    const root = flow.current;
    const next =
      root === null || span === null || passageId === null
        ? null
        : { start: placeOf(root, span, 'start'), end: placeOf(root, span, 'end') };
    setPlaces((now) => (JSON.stringify(now) === JSON.stringify(next) ? now : next));
  });
  if (places === null || passageId === null || span === null) return null;
  return (['start', 'end'] as const).map((end) => {
    const place = places[end];
    if (place === null) return null;
    return (
      <button
        key={end}
        type="button"
        tabIndex={-1}
        aria-label={t(`coding.handle.${end}`)}
        className={end === chosen ? 'rd-handle is-chosen' : 'rd-handle'}
        style={{ insetInlineStart: place.x - 12, insetBlockStart: place.y, blockSize: place.height }}
        onPointerDown={(event) => {
          event.preventDefault();
          event.stopPropagation();
          event.currentTarget.setPointerCapture(event.pointerId);
          useReader.setState({ chosenEnd: end });
        }}
        onPointerMove={(event) => {
          if (flow.current !== null && event.currentTarget.hasPointerCapture(event.pointerId))
            drag(flow.current, passageId, span, end, event);
        }}
        onPointerUp={() => void settleEnds()}
      />
    );
  });
}
