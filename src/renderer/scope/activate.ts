import type { CodeCondition } from '../../contract/scope.ts';
import { useScope } from '../state/scope.ts';

/** The condition that activating codes in the codebook writes: any of them, with the codes below. */
const isActivation = ({ mode, below }: CodeCondition) => mode === 'any' && below;

/** Whether a code is activated. */
export function isActive(codes: readonly CodeCondition[], id: string): boolean {
  return codes.some((condition) => isActivation(condition) && condition.codes.includes(id));
}

/**
 * Activates a code, or takes it out again: passages count that carry any activated code or one below it.
 * @returns the conditions on codes after that
 */
export function toggledCode(codes: readonly CodeCondition[], id: string): CodeCondition[] {
  const at = codes.findIndex(isActivation);
  const condition = codes[at];
  if (condition === undefined) return [...codes, { mode: 'any', codes: [id], below: true }];
  const chosen = condition.codes.includes(id)
    ? condition.codes.filter((each) => each !== id)
    : [...condition.codes, id];
  return codes.flatMap((each, index) =>
    index !== at ? [each] : chosen.length === 0 ? [] : [{ ...each, codes: chosen }],
  );
}

/** Activates a code in the scope of the workbench, or takes it out. @returns whether it is active now */
export function activateCode(id: string): boolean {
  const { scope, change } = useScope.getState();
  const codes = toggledCode(scope.codes, id);
  change({ codes });
  return isActive(codes, id);
}

/** Puts a document or case among those in scope, or takes it out. */
export function toggleInScope(kind: 'documents' | 'cases', id: string): void {
  const { scope, change } = useScope.getState();
  const now = scope[kind];
  change({ [kind]: now.includes(id) ? now.filter((each) => each !== id) : [...now, id] });
}

/** Narrows the scope to one document or case, whatever documents and cases it had. */
export function narrowTo(kind: 'documents' | 'cases', id: string): void {
  useScope.getState().change({ documents: [], cases: [], [kind]: [id] });
}
