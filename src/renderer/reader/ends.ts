import type { Span } from '../../text/reading.ts';
import { queryClient, write } from '../client/query.ts';
import { api } from '../client/shell.ts';
import { textOf } from '../messages/intl.tsx';
import { type Target, useReader } from '../state/reader.ts';
import { useWorkspace } from '../state/workspace.ts';
import { announce, announceMove } from '../ui/announce.ts';
import { currentTarget } from './target.ts';
import { brief, segmenter } from './words.ts';

/** Moves of the same passage that follow each other within this time become one step in the history. */
const QUIET_MS = 600;

/** What is being moved and not yet in the project. */
let moving: {
  readonly passageId: string;
  readonly span: Span;
  readonly timer: ReturnType<typeof setTimeout>;
} | null = null;

/**
 * The next place where a word begins or ends. Offsets in UTF-16.
 * @param side which end is moved: a start stands where a word begins, an end where one ends
 * @returns the offset, or the same where no further word is
 */
export function nextEdge(
  text: string,
  offset: number,
  step: 1 | -1,
  side: 'start' | 'end',
  language: string,
): number {
  // A window is enough for a step by one word, and a long text stays as quick as a short one.
  const from = Math.max(0, offset - 400);
  const part = text.slice(from, offset + 400);
  const edges = [...segmenter('word', language).segment(part)].flatMap(({ index, segment, isWordLike }) =>
    isWordLike === true ? [from + index + (side === 'start' ? 0 : segment.length)] : [],
  );
  const next = step > 0 ? edges.find((edge) => edge > offset) : edges.findLast((edge) => edge < offset);
  return next ?? offset;
}

/** Chooses which end the next moves are about. */
export function chooseEnd(end: 'start' | 'end'): void {
  useReader.setState({ chosenEnd: end });
  announce(textOf(`coding.chosen.${end}`));
}

function moved(target: Target, step: 1 | -1): Span | null {
  const { reading, chosenEnd } = useReader.getState();
  if (reading === null) return null;
  const edge = nextEdge(reading.loaded.text, target[chosenEnd], step, chosenEnd, reading.language);
  const span = { start: target.start, end: target.end, [chosenEnd]: edge };
  return span.start < span.end ? span : null;
}

async function resize(passageId: string, { start, end }: Span): Promise<void> {
  const documentId = useReader.getState().reading?.documentId;
  const answer = await write(api.passages.resize.mutationOptions(), { passage: passageId, start, end });
  // The passage stands at its new ends in what the engine answers next; until then it is shown there.
  if (answer !== undefined) await queryClient.invalidateQueries({ queryKey: api.passages.inDocument.key() });
  // Its ends may have been moved on meanwhile.
  if (moving === null) useReader.setState({ resizing: null });
  else if (moving.passageId === passageId && answer !== undefined)
    resizeTo(answer.passageId, moving.span, false);
  const { selection, select } = useWorkspace.getState();
  if (answer === undefined || documentId === undefined) return;
  // What moved away from others' codings is a passage of its own now.
  if (selection?.kind === 'passage' && selection.passageId === passageId)
    select({ kind: 'passage', documentId, passageId: answer.passageId });
}

/** Sends the ends that were moved last; called after a pause, or before anything else happens to the passage. */
export async function settleEnds(): Promise<void> {
  if (moving === null) return;
  const { passageId, span, timer } = moving;
  clearTimeout(timer);
  moving = null;
  await resize(passageId, span);
}

/**
 * Moves the chosen end of the selected words or passage by one word. A passage is changed in the project after a pause,
 * as one step however far it was moved.
 */
export function moveEnd(step: 1 | -1): void {
  const target = currentTarget();
  if (target === null) return;
  const before = moving?.passageId === target.passageId ? moving.span : target;
  const span = moved({ ...target, ...before }, step);
  if (span === null) {
    announce(textOf('coding.noFurther'));
    return;
  }
  const { reading } = useReader.getState();
  announceMove(brief(reading?.loaded.text.slice(span.start, span.end) ?? '', 120));
  if (target.passageId === null) {
    useWorkspace.getState().select({ kind: 'span', documentId: target.documentId, ...span });
    return;
  }
  resizeTo(target.passageId, span);
}

/**
 * Shows the ends of a passage at another place, and changes them in the project after a pause.
 * @param other whether it is a passage of its own, and not the one being moved under a new id
 */
export function resizeTo(passageId: string, span: Span, other = true): void {
  if (other && moving !== null && moving.passageId !== passageId) void settleEnds();
  if (moving !== null) clearTimeout(moving.timer);
  moving = { passageId, span, timer: setTimeout(() => void settleEnds(), QUIET_MS) };
  useReader.setState({ resizing: { passageId, ...span } });
}
