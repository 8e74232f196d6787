import { useQuery } from '@tanstack/react-query';
import { api } from '../../client/shell.ts';
import { useCodebook } from '../../reader/useCodebook.ts';
import { narrows, useScope } from '../../state/scope.ts';
import type { Lack } from './Nothing.tsx';

/**
 * Says why there is nothing to see, where there is nothing.
 * @param columns how many documents, cases or groups the engine counted; undefined while it counts
 * @param hasAny whether anything was found in them
 */
export function useLack(columns: number | undefined, hasAny: boolean): Lack | null {
  const isNarrow = useScope(({ scope }) => narrows(scope));
  const { data: documents } = useQuery(api.documents.list.queryOptions());
  const { codes } = useCodebook();
  if (documents?.length === 0) return 'documents';
  if (columns === undefined) return 'counting';
  if (hasAny) return null;
  if (codes.length === 0) return 'codes';
  return isNarrow ? 'scope' : 'codings';
}
