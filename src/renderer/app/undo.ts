import type { StepPlace } from '../../contract/history.ts';
import { problemOf, showProblem } from '../client/problem.ts';
import { execute } from '../client/query.ts';
import { api } from '../client/shell.ts';
import { textOf } from '../messages/intl.tsx';
import { useParallel } from '../parallel/view.ts';
import { settleEnds } from '../reader/ends.ts';
import { tell } from '../state/news.ts';
import { useReader } from '../state/reader.ts';
import { useWorkspace } from '../state/workspace.ts';
import { announce } from '../ui/announce.ts';
import { ask } from '../ui/ask.ts';

export type Direction = 'undo' | 'redo';

/** What was taken back or brought back, and where it can be seen. */
interface Done {
  readonly label: string;
  readonly place: StepPlace | null;
}

async function attempt(direction: Direction, confirm?: string): Promise<Done> {
  // What was moved a moment ago is a step first, or the one before it would be taken back in its place.
  await settleEnds();
  const input = confirm === undefined ? {} : { confirm };
  const meta = { handled: true };
  if (direction === 'undo') {
    const { undone, place } = await execute({ ...api.history.undo.mutationOptions(), meta }, input);
    return { label: undone.label, place };
  }
  const { redone, place } = await execute({ ...api.history.redo.mutationOptions(), meta }, input);
  return { label: redone.label, place };
}

/** A step of somebody else, or from before this opening, is named first; then the person decides. Null where nothing was done. */
async function attemptAsking(direction: Direction): Promise<Done | null> {
  try {
    return await attempt(direction);
  } catch (error) {
    const problem = problemOf(error);
    if (problem.code !== 'CONFIRM' || problem.stepId === undefined) {
      showProblem(error);
      return null;
    }
    const yes = await ask({
      title: textOf(`${direction}.confirm.title`),
      body: [problem.what, problem.safe, problem.remedy].filter(Boolean).join(' '),
      confirm: textOf(`${direction}.confirm.button`),
    });
    return yes ? attemptConfirmed(direction, problem.stepId) : null;
  }
}

async function attemptConfirmed(direction: Direction, stepId: string): Promise<Done | null> {
  try {
    return await attempt(direction, stepId);
  } catch (error) {
    showProblem(error);
    return null;
  }
}

/** Whether a place lies in a document that is read side by side with others just now: then it is not left for the reader. */
const isBeside = ({ documentId }: StepPlace): boolean =>
  useWorkspace.getState().page === 'parallel' && useParallel.getState().documents.includes(documentId);

/** Says one sentence, and shows the place: the words are brought into sight, the focus stays where it is. */
function showDone(sentence: string, place: StepPlace | null): void {
  announce(sentence);
  tell({ text: sentence });
  if (place !== null && !isBeside(place)) showPlace(place);
}

/**
 * Brings a place of the history into sight without taking the focus. Its words are outlined: as the passage that they are
 * where the reader knows it, else as words.
 */
export function showPlace({ documentId, start, end }: StepPlace): void {
  const { open, select } = useWorkspace.getState();
  const { reading } = useReader.getState();
  const known = reading?.documentId === documentId ? reading.passages : [];
  const passage = known.find((each) => each.start === start && each.end === end);
  open(documentId, { start, end, focus: false, take: passage === undefined });
  if (passage !== undefined) select({ kind: 'passage', documentId, passageId: passage.id });
}

async function go(direction: Direction): Promise<void> {
  const done = await attemptAsking(direction);
  if (done !== null) showDone(textOf(`${direction}.done`, { step: done.label }), done.place);
}

/** Takes back the newest step. */
export const undo = (): Promise<void> => go('undo');

/** Brings back the step that was undone last. */
export const redo = (): Promise<void> => go('redo');

/**
 * Goes several steps at once, after the person has confirmed how many. It stops where one cannot be taken.
 * @param stepIds in the order in which they are taken back or brought back
 */
export async function goSeveral(direction: Direction, stepIds: readonly string[]): Promise<void> {
  let last: Done | null = null;
  let count = 0;
  for (const stepId of stepIds) {
    const done = await attemptConfirmed(direction, stepId);
    if (done === null) break;
    last = done;
    count++;
  }
  if (last !== null) showDone(textOf(`${direction}.several`, { count }), last.place);
}
