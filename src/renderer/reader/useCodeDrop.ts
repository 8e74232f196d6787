import { type DragEvent, useMemo, useState } from 'react';
import type { Span } from '../../text/reading.ts';
import { choiceOf, withChosen } from '../codebook/chosen.ts';
import { CODE_TYPE } from '../codebook/useCodeDrag.ts';
import { applyCode } from '../picker/apply.ts';
import { type Target, useReader } from '../state/reader.ts';
import { useView } from '../state/view.ts';
import { useWorkspace } from '../state/workspace.ts';
import { knownCodes } from './coding.ts';
import { sentencesIn, trimmed } from './units.ts';

/** The paragraph under something that is held; in the margin, the one that it is beside. */
function blockUnder({ target, clientY }: DragEvent): HTMLElement | null {
  if (!(target instanceof Element)) return null;
  const own = target.closest<HTMLElement>('[data-block]');
  if (own !== null || target.closest('[data-pane=margin]') === null) return own;
  const beside = [...document.querySelectorAll<HTMLElement>('.rd-flow [data-block]')].find((block) => {
    const { top, bottom } = block.getBoundingClientRect();
    return top <= clientY && clientY < bottom;
  });
  return beside ?? null;
}

/** Where in the text something is held: the selected words where it is over them, else the unit under it. */
function targetAt(event: DragEvent): Target | null {
  const { reading } = useReader.getState();
  const element = blockUnder(event);
  if (reading === null || element === null) return null;
  const { blocks, text } = reading.loaded;
  const block = blocks[Number(element.dataset['block'])];
  const span = block === undefined ? null : trimmed(text, block);
  if (block === undefined || span === null) return null;
  const { documentId, language } = reading;
  const { selection } = useWorkspace.getState();
  if (selection?.kind === 'span' && selection.start < block.end && block.start < selection.end)
    return { documentId, start: selection.start, end: selection.end, passageId: null };
  if (useView.getState().unit === 'paragraph') return { documentId, ...span, passageId: null };
  const caret = document.caretPositionFromPoint(event.clientX, event.clientY);
  const words = element.querySelector('[data-start]');
  if (caret === null || words === null || !words.contains(caret.offsetNode))
    return { documentId, ...span, passageId: null };
  const range = document.createRange();
  range.setStart(words, 0);
  range.setEnd(caret.offsetNode, caret.offset);
  const offset = block.start + range.toString().length;
  const sentence = sentencesIn(reading.loaded, block, language).find(({ end }) => offset <= end) ?? span;
  return { documentId, ...sentence, passageId: null };
}

/** What the text and the margin do with a code that is held over them. */
export type CodeDrop = ReturnType<typeof useCodeDrop>['handlers'];

/**
 * Lets a code that is dragged from the codebook be dropped on words, or beside them in the margin. What would be coded is marked while it is held over
 * them. The same goes by menu and key: select the words, then Enter on the code.
 */
export function useCodeDrop() {
  const [over, setOver] = useState<Span | null>(null);
  const handlers = useMemo(() => {
    const isCode = (event: DragEvent) => event.dataTransfer.types.includes(CODE_TYPE);
    return {
      onDragOver: (event: DragEvent) => {
        if (!isCode(event)) return;
        const target = targetAt(event);
        setOver((now) => (now?.start === target?.start && now?.end === target?.end ? now : target));
        if (target === null) return;
        event.preventDefault();
        event.stopPropagation();
        event.dataTransfer.dropEffect = 'copy';
      },
      onDragLeave: (event: DragEvent) => {
        if (!(event.relatedTarget instanceof Node) || !event.currentTarget.contains(event.relatedTarget))
          setOver(null);
      },
      onDrop: (event: DragEvent) => {
        setOver(null);
        if (!isCode(event)) return;
        event.preventDefault();
        event.stopPropagation();
        const target = targetAt(event);
        const code = knownCodes().find(({ id }) => id === event.dataTransfer.getData(CODE_TYPE));
        // Who drags one of several that are chosen drags them all.
        const choice = code === undefined ? null : choiceOf(withChosen(code));
        if (target !== null && choice !== null) void applyCode(target, choice);
      },
    };
  }, []);
  return { over, handlers };
}
