import { type RefObject, useEffect, useState } from 'react';
import type { Span } from '../../text/reading.ts';
import { spanOfRange } from '../reader/selection.ts';

/** What is selected in the text at this moment, also while the hand still moves; null for nothing. UTF-16. */
export function useLiveSelection(root: RefObject<HTMLElement | null>): Span | null {
  const [span, setSpan] = useState<Span | null>(null);
  useEffect(() => {
    const look = () => {
      const selection = getSelection();
      const element = root.current;
      const range = selection === null || selection.rangeCount === 0 ? null : selection.getRangeAt(0);
      const isHere =
        element !== null &&
        range !== null &&
        !range.collapsed &&
        (element.contains(range.startContainer) || element.contains(range.endContainer));
      const next = isHere ? spanOfRange(range, element) : null;
      setSpan((now) => (now?.start === next?.start && now?.end === next?.end ? now : next));
    };
    document.addEventListener('selectionchange', look);
    return () => document.removeEventListener('selectionchange', look);
  }, [root]);
  return span;
}
