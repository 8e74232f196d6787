import { textOf } from '../messages/intl.tsx';
import { useReader } from '../state/reader.ts';
import { useWorkspace } from '../state/workspace.ts';
import { announce } from '../ui/announce.ts';
import { selectedPassage } from './target.ts';
import { blockAt } from './text.ts';

/**
 * Moves the present paragraph to the next or previous one that has words.
 * @param extend keeps where it began, so that several are taken together
 */
export function moveParagraph(step: 1 | -1, extend: boolean): void {
  const { reading, cursor, moveTo } = useReader.getState();
  if (reading === null) return;
  const { blocks } = reading.loaded;
  let head = cursor.head + step;
  while (blocks[head] !== undefined && blocks[head]?.start === blocks[head]?.end) head += step;
  if (blocks[head] === undefined) head = cursor.head;
  getSelection()?.removeAllRanges();
  useWorkspace.getState().select(null);
  const anchor = extend ? cursor.anchor : head;
  moveTo(anchor, head, true);
  if (extend) announce(textOf('reader.paragraphs', { count: Math.abs(head - anchor) + 1 }));
}

/** Takes the whole document as the present paragraphs; the page's own selection would reach no further than what is in sight. */
export function takeAll(): void {
  const { reading, moveTo } = useReader.getState();
  if (reading === null) return;
  const last = reading.loaded.blocks.length - 1;
  getSelection()?.removeAllRanges();
  useWorkspace.getState().select(null);
  moveTo(last, 0, true);
  announce(textOf('reader.paragraphs', { count: last + 1 }));
}

/** Selects a passage of the open document, and takes the reader there. */
export function showPassage(passageId: string, focus: boolean): void {
  const { reading, goTo } = useReader.getState();
  const passage = reading?.passages.find(({ id }) => id === passageId);
  if (passage === undefined) return;
  const { documentId, start, end } = passage;
  getSelection()?.removeAllRanges();
  useWorkspace.getState().select({ kind: 'passage', documentId, passageId });
  goTo({ documentId, start, end, align: 'center', focus });
}

/** Selects the next or previous passage from the selected one, or from the present paragraph. */
export function movePassage(step: 1 | -1): void {
  const { reading, cursor } = useReader.getState();
  if (reading === null) return;
  const passages = reading.passages
    .filter(({ status }) => status !== 'lost')
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const here = selectedPassage(reading);
  const from = reading.loaded.blocks[cursor.head]?.start ?? 0;
  const next = here
    ? passages[passages.findIndex(({ id }) => id === here.id) + step]
    : step > 0
      ? passages.find(({ start }) => start >= from)
      : passages.findLast(({ start }) => start < from);
  if (next === undefined) {
    announce(textOf(step > 0 ? 'reader.noNextPassage' : 'reader.noPreviousPassage'));
    return;
  }
  showPassage(next.id, true);
  announce(
    textOf('reader.passageOf', {
      number: passages.indexOf(next) + 1,
      total: passages.length,
      paragraph: blockAt(reading.loaded.blocks, next.start) + 1,
    }),
  );
}
