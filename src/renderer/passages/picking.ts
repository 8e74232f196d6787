import { create } from 'zustand';
import { write } from '../client/query.ts';
import { api } from '../client/shell.ts';
import { textOf } from '../messages/intl.tsx';
import { creationOf, idsOf, nameOfChoice, type OneCode } from '../picker/apply.ts';
import { removeCodings } from '../picker/remove.ts';
import { say } from '../reader/say.ts';
import { useWorkspace } from '../state/workspace.ts';
import { ownOn, rowsOf } from './targets.ts';

/** What is asked about passages: which code to apply, or which to remove. */
export interface Picking {
  readonly what: 'apply' | 'remove';
  readonly ids: readonly string[];
}

/** The question that is open, and what it opens at. */
export const usePicking = create<{ picking: Picking | null; anchor: Element | null }>(() => ({
  picking: null,
  anchor: null,
}));

/** A question about passages opens above the list, so that it covers none of them. */
const anchorNow = (): Element | null => document.querySelector('.ps-h');

/**
 * Asks for a code and applies it to passages, as one step.
 * @param ids of passages
 */
export function pickForPassages(ids: readonly string[]): void {
  if (ids.length > 0) usePicking.setState({ picking: { what: 'apply', ids }, anchor: anchorNow() });
}

/** Takes an own code off passages; where they carry several, asks which. */
export function removeFromPassages(ids: readonly string[]): Promise<void> | void {
  const own = ownOn(rowsOf(ids));
  const codes = new Set(own.map(({ codeId }) => codeId));
  if (codes.size === 1) return removeCodings(own);
  if (codes.size > 1) usePicking.setState({ picking: { what: 'remove', ids }, anchor: anchorNow() });
}

/** Puts the question away. */
export const stopPicking = (): void => usePicking.setState({ picking: null, anchor: null });

/** Applies a code, which may be a new one, to passages as one step, and says to how many. @returns whether it was done */
export async function applyToPassages(ids: readonly string[], choice: OneCode): Promise<boolean> {
  const answer = await write(api.codings.applyTo.mutationOptions(), {
    passages: [...ids],
    codes: idsOf(choice),
    create: creationOf(choice),
  });
  if (answer === undefined) return false;
  useWorkspace.getState().rememberCodes(answer.codeIds);
  const { applied, already } = answer;
  say(answer.note ?? textOf('passages.applied', { code: nameOfChoice(choice), applied, already }));
  return true;
}
