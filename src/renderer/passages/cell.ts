import type { Nearness } from '../../contract/compare.ts';
import type { Scope } from '../../contract/scope.ts';

/** A cell of the comparison or of a picture, of which the drawer can list the passages. */
export interface ListedCell {
  /** Its code and column, as they are called. */
  readonly name: string;
  /** One code, or several, of which any counts: those that stand at the top, for all. */
  readonly codes: readonly string[];
  /** Whether the codes below count as it. */
  readonly below: boolean;
  /** Of its column; null for everything in scope. */
  readonly documents: readonly string[] | null;
  readonly coder: string | null;
  /** Lists only where the two codes that are named here meet. */
  readonly meeting?: { readonly codes: readonly [string, string]; readonly near: Nearness };
}

/**
 * What the engine is asked for, to list the passages of a cell.
 * @param scope of the workbench
 * @returns null where the scope leaves none of its documents
 */
export function inputOf({ codes, below, documents, coder }: ListedCell, scope: Scope) {
  const inside =
    documents === null || scope.documents.length === 0
      ? (documents ?? scope.documents)
      : documents.filter((id) => scope.documents.includes(id));
  if (documents !== null && inside.length === 0) return null;
  const [only] = codes;
  const one = codes.length === 1 && only !== undefined;
  const wide = one ? scope.codes : [...scope.codes, { mode: 'any' as const, codes: [...codes], below }];
  return {
    ...(one ? { code: only, below } : {}),
    ...(coder === null ? {} : { coder }),
    scope: { ...scope, documents: [...inside], codes: wide },
  };
}

/**
 * What the engine is asked for, to list the passages where two codes meet.
 * @returns null for any other cell
 */
export function meetingInput({ meeting, coder }: ListedCell, scope: Scope) {
  if (meeting === undefined) return null;
  const [a, b] = meeting.codes;
  const codes: [string, string] = [a, b];
  return { codes, near: meeting.near, ...(coder === null ? {} : { coder }), scope };
}
