import { type ClipboardEvent, type MouseEvent, type PointerEvent, useMemo } from 'react';
import { useShownPages } from '../state/pages.ts';
import { useReader } from '../state/reader.ts';
import { useWorkspace } from '../state/workspace.ts';
import { readableWords } from './text.ts';

/** The passages whose highlights lie under a point of the window, the shortest first. */
function passagesAt(x: number, y: number): string[] {
  const { reading } = useReader.getState();
  const ids = new Set(
    document
      .elementsFromPoint(x, y)
      .flatMap(
        (element) => element.closest<SVGElement>('[data-passages]')?.dataset['passages']?.split(' ') ?? [],
      ),
  );
  return (reading?.passages ?? [])
    .filter(({ id }) => ids.has(id))
    .sort((a, b) => a.end - a.start - (b.end - b.start) || a.start - b.start)
    .map(({ id }) => id);
}

const blockOf = (target: EventTarget) =>
  target instanceof Element ? target.closest<HTMLElement>('[data-block]')?.dataset['block'] : undefined;

/** Whether something is a part of the text or of a page, and not a button or frame on it. */
const isOnText = (target: EventTarget) =>
  target instanceof Element &&
  target.closest('[data-block], [data-page]') !== null &&
  target.closest('button, .pg-frame') === null;

/**
 * What pressing on the text does: the paragraph becomes the present one, and a highlight selects its passage; pressing
 * again goes on to the next that lies there.
 */
export function usePress() {
  return useMemo(
    () => ({
      onPointerDown: (event: PointerEvent) => {
        const block = blockOf(event.target);
        if (block !== undefined && event.button === 0 && !event.shiftKey) {
          useReader.getState().moveTo(Number(block), Number(block), false);
        }
      },
      onClick: (event: MouseEvent) => {
        const words = getSelection();
        const { reading } = useReader.getState();
        if (reading === null || !isOnText(event.target) || words?.isCollapsed === false) return;
        // The end of a drag that has drawn a part of a page is no press on what lies there.
        if (useShownPages.getState().marking) return;
        const { selection, select } = useWorkspace.getState();
        const ids = passagesAt(event.clientX, event.clientY);
        const here = selection?.kind === 'passage' ? ids.indexOf(selection.passageId) : -1;
        const passageId = ids[(here + 1) % ids.length];
        select(
          passageId === undefined ? null : { kind: 'passage', documentId: reading.documentId, passageId },
        );
      },
      // The page holds only the rows in sight; what is copied is what was selected.
      onCopy: (event: ClipboardEvent) => {
        const { reading } = useReader.getState();
        const { selection } = useWorkspace.getState();
        if (reading === null || selection?.kind !== 'span') return;
        event.preventDefault();
        const { start, end } = selection;
        // Printed lines flow on where they are pasted.
        const words =
          reading.pages > 0
            ? readableWords(reading.loaded, selection)
            : reading.loaded.text.slice(start, end);
        event.clipboardData.setData('text/plain', words);
      },
    }),
    [],
  );
}
