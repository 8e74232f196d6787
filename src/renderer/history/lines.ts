import type { Step } from '../../contract/common.ts';

/** One line of the history: a day, or a step. */
export type Line =
  | { readonly kind: 'day'; readonly id: string; readonly at: string }
  | { readonly kind: 'step'; readonly id: string; readonly step: Step; readonly isPresent: boolean };

/** Only what people did is told; that something was taken back shows on the step itself. */
const isTold = ({ kind }: Step): boolean => kind !== 'undo' && kind !== 'redo';

/** @returns the step that undo would take back: where one stands in the history */
export function presentStep(steps: readonly Step[]): Step | undefined {
  return steps.find((step) => isTold(step) && !step.undone);
}

/**
 * @param steps newest first
 * @param dayOf gives the local day of a moment, for a heading above the first step of each
 */
export function linesOf(steps: readonly Step[], dayOf: (at: string) => string): Line[] {
  const present = presentStep(steps);
  const told = steps.filter(isTold);
  return told.flatMap((step, index): Line[] => {
    const line: Line = { kind: 'step', id: step.id, step, isPresent: step === present };
    const before = told[index - 1];
    if (before !== undefined && dayOf(before.at) === dayOf(step.at)) return [line];
    return [{ kind: 'day', id: `day-${step.seq}`, at: step.at }, line];
  });
}

/** The way from where one stands to a step: which way, and the steps in the order they are taken. */
export interface Way {
  readonly direction: 'undo' | 'redo';
  readonly steps: readonly Step[];
}

/**
 * Says which steps have to be undone so that this one becomes the present one, or redone where it was undone itself.
 * @param steps newest first, at least down to the target
 * @returns null where one stands there already, or where a newer action has closed the way forward
 */
export function wayTo(steps: readonly Step[], target: Step): Way | null {
  const told = steps.filter(isTold);
  const present = presentStep(steps);
  if (target.id === present?.id || target.kind === 'base') return null;
  if (!target.undone) {
    return { direction: 'undo', steps: told.filter(({ seq, undone }) => !undone && seq > target.seq) };
  }
  const after = told.filter(({ seq }) => seq > (present?.seq ?? 0) && seq <= target.seq);
  const canRedo = target.seq > (present?.seq ?? 0) && after.every(({ undone }) => undone);
  return canRedo ? { direction: 'redo', steps: after.toReversed() } : null;
}
