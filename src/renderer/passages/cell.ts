import type { Scope } from '../../contract/scope.ts';

/** A cell of the comparison, of which the drawer can list the passages. */
export interface ListedCell {
  /** Its code and column, as they are called. */
  readonly name: string;
  /** One code, or those that stand at the top, for all. */
  readonly codes: readonly string[];
  /** Whether the codes below count as it. */
  readonly below: boolean;
  /** Of its column; null for everything in scope. */
  readonly documents: readonly string[] | null;
  readonly coder: string | null;
  /** Whether a passage has to carry all of the codes, not any. */
  readonly together?: boolean;
}

/**
 * What the engine is asked for, to list the passages of a cell.
 * @param scope of the workbench
 * @returns null where the scope leaves none of its documents
 */
export function inputOf({ codes, below, documents, coder, together = false }: ListedCell, scope: Scope) {
  const inside =
    documents === null || scope.documents.length === 0
      ? (documents ?? scope.documents)
      : documents.filter((id) => scope.documents.includes(id));
  if (documents !== null && inside.length === 0) return null;
  const [only] = codes;
  const one = codes.length === 1 && only !== undefined;
  const wide = one
    ? scope.codes
    : [...scope.codes, { mode: together ? ('all' as const) : ('any' as const), codes: [...codes], below }];
  return {
    ...(one ? { code: only, below } : {}),
    ...(coder === null ? {} : { coder }),
    scope: { ...scope, documents: [...inside], codes: wide },
  };
}
