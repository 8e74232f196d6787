import { useMemo } from 'react';
import type { Scope } from '../../contract/scope.ts';
import { narrows, useScope } from '../state/scope.ts';

/** What a question that obeys the scope is asked with. Where nothing is narrowed, the same as asking without. */
export type ScopeInput = { readonly scope: Scope } | undefined;

/** Gives the present scope as input for a query; the same object until it changes. */
export function useScopeInput(): ScopeInput {
  const scope = useScope((state) => state.scope);
  return useMemo(() => (narrows(scope) ? { scope } : undefined), [scope]);
}
