import type { Step } from '../../contract/common.ts';
import { ColligoError } from '../errors.ts';
import { idText } from './ids.ts';
import { invertStep } from './log.ts';
import { type Actor, mutate } from './mutate.ts';
import type { Sql } from './sql.ts';
import { redoable, type StepRow, showStep, stepBySeq, undoable } from './steps.ts';

/** What decides whether undo asks first. */
export interface UndoContext {
  readonly actor: Actor;
  /** Sequence number of the newest step when the project was opened. */
  readonly openedAtSeq: number;
  /** Id of a step that the person has confirmed. */
  readonly confirm?: string | undefined;
}

/**
 * Takes back the newest action that is not undone, as a step of its own.
 * @returns the new step and the one it undid
 * @throws ColligoError REFUSED where there is nothing to undo; CONFIRM where the step is another coder's or from before
 * this opening and has not been confirmed
 */
export function undo(db: Sql, context: UndoContext): { step: Step; undone: Step } {
  const target = undoable(db);
  if (!target)
    throw new ColligoError('REFUSED', 'There is nothing to undo.', {
      safe: 'Nothing was changed.',
      remedy: 'What you do next can be undone.',
    });
  askFirst(target, context, 'Undo');
  const step = invert(db, context.actor, 'undo', target, target.seq);
  return { step, undone: showStep(stepBySeq(db, target.seq)) };
}

/**
 * Brings back the action that was undone last, as a step of its own.
 * @returns the new step and the one it redid
 * @throws as `undo` does
 */
export function redo(db: Sql, context: UndoContext): { step: Step; redone: Step } {
  const next = redoable(db);
  if (!next)
    throw new ColligoError('REFUSED', 'There is nothing to redo.', {
      safe: 'Nothing was changed.',
      remedy: 'What is undone can be redone until something else is done.',
    });
  askFirst(next.target, context, 'Redo');
  const step = invert(db, context.actor, 'redo', next.target, next.undo.seq);
  return { step, redone: showStep(stepBySeq(db, next.target.seq)) };
}

function invert(db: Sql, actor: Actor, kind: 'undo' | 'redo', target: StepRow, seq: number): Step {
  const name = {
    kind,
    code: `history.${kind}`,
    label: `${kind === 'undo' ? 'Undo' : 'Redo'}: ${target.label}`,
    target: target.id,
  };
  const { step } = mutate(db, actor, name, () => invertStep(db, seq));
  if (!step) throw new Error(`step ${seq} has no changes to ${kind}`);
  return step;
}

function askFirst(target: StepRow, context: UndoContext, verb: string): void {
  if (context.confirm === idText(target.id)) return;
  const foreign = idText(target.coder_id) !== idText(context.actor.id);
  if (!foreign && target.seq > context.openedAtSeq) return;
  const whose = foreign ? `by ${target.coder_name}` : 'from before this project was opened';
  throw new ColligoError('CONFIRM', `${verb} “${target.label}”, a step ${whose} (${target.at})?`, {
    stepId: idText(target.id),
    safe: 'Nothing was changed.',
  });
}
