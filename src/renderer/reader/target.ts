import type { Span } from '../../text/reading.ts';
import { type Cursor, type Reading, type Target, useReader } from '../state/reader.ts';
import { useWorkspace } from '../state/workspace.ts';

/** The span of the present paragraphs without white space at its ends; null where they hold no words. */
export function cursorSpan({ loaded }: Reading, anchor: number, head: number): Span | null {
  const first = loaded.blocks[Math.min(anchor, head)];
  const last = loaded.blocks[Math.max(anchor, head)];
  if (first === undefined || last === undefined) return null;
  const words = loaded.text.slice(first.start, last.end);
  const start = first.start + (words.length - words.trimStart().length);
  const end = start + words.trim().length;
  return end > start ? { start, end } : null;
}

/** The span from the beginning of the first of two to the end of the last. */
export const around = ([from, to]: readonly [Span, Span]): Span => ({
  start: Math.min(from.start, to.start),
  end: Math.max(from.end, to.end),
});

/** The span of the present unit: the sentences where those are moved by, else the paragraphs. */
export function unitSpan(reading: Reading, { anchor, head, sentences }: Cursor): Span | null {
  return sentences === null ? cursorSpan(reading, anchor, head) : around(sentences);
}

/**
 * Says what coding acts on: the selected words, else the selected passage, else the present paragraph. Moving by
 * paragraph drops the other two, so that what was done last decides.
 */
export function currentTarget(): Target | null {
  const { reading, cursor, resizing } = useReader.getState();
  const { selection } = useWorkspace.getState();
  if (reading === null) return null;
  const { documentId } = reading;
  if (selection?.documentId === documentId) {
    if (selection.kind === 'span')
      return { documentId, start: selection.start, end: selection.end, passageId: null };
    if (selection.kind === 'region') {
      const { start, end, region } = selection;
      return { documentId, start, end, passageId: null, region };
    }
    const passage = reading.passages.find(({ id }) => id === selection.passageId);
    if (passage !== undefined) {
      const { start, end } = resizing?.passageId === passage.id ? resizing : passage;
      return { documentId, start, end, passageId: passage.id, region: passage.region };
    }
  }
  const span = unitSpan(reading, cursor);
  return span === null ? null : { documentId, ...span, passageId: null };
}

/** The passage that is selected in the reader, or null. */
export function selectedPassage(reading: Reading | null) {
  const { selection } = useWorkspace.getState();
  if (selection?.kind !== 'passage') return null;
  return reading?.passages.find(({ id }) => id === selection.passageId) ?? null;
}

/** The own codings on the target: of the selected passage, else of every passage that shares a unit with the span. */
export function ownCodings(reading: Reading, target: Target) {
  return reading.passages
    .filter((passage) =>
      target.passageId === null
        ? passage.start < target.end && target.start < passage.end
        : passage.id === target.passageId,
    )
    .flatMap((passage) => passage.codings.filter((coding) => coding.coderId === reading.me));
}
