import { create } from 'zustand';
import type { CodeRow } from '../../contract/codes.ts';
import type { Choice } from '../picker/apply.ts';
import { useWorkspace } from '../state/workspace.ts';
import { knownCodes, targetCode } from './actions.ts';

/** The codes chosen in the tree, where they are several; they count as long as the selected code is one of them. */
export const useChosen = create<{ readonly chosen: readonly string[] }>(() => ({ chosen: [] }));

/** @returns the codes that are chosen, given the one that is selected: at least that one, if any */
export function chosenWith(codeId: string | null, chosen: readonly string[]): readonly string[] {
  if (codeId === null) return [];
  return chosen.includes(codeId) ? chosen : [codeId];
}

/**
 * @param code the code that something is asked for: the one in whose row the focus or the menu is
 * @returns it, or all that are chosen where it is one of them, in tree order
 */
export function withChosen(code: CodeRow): readonly CodeRow[] {
  const chosen = chosenWith(useWorkspace.getState().codeId, useChosen.getState().chosen);
  return chosen.includes(code.id) ? knownCodes().filter(({ id }) => chosen.includes(id)) : [code];
}

/** @returns codes as they are applied together, without those that only group others; null where none is left */
export function choiceOf(codes: readonly CodeRow[]): Choice | null {
  const applied = codes.filter(({ codable }) => codable);
  const [first] = applied;
  if (first === undefined) return null;
  if (applied.length === 1) return { codeId: first.id, name: first.name };
  return { codeIds: applied.map(({ id }) => id), name: applied.map(({ name }) => name).join(', ') };
}

/** What a command of the codebook acts on: the code whose row has the focus, else the selected one, with the others chosen. */
export function targetCodes(): readonly CodeRow[] {
  const code = targetCode();
  return code === undefined ? [] : withChosen(code);
}
