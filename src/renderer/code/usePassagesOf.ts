import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api } from '../client/shell.ts';
import { useScopeInput } from '../scope/useScopeInput.ts';

/** As many passages as the contract gives at a time. */
const MOST = 5000;

/** The passages in scope that carry a code, as the texts run. */
export function usePassagesOf(codeId: string) {
  const scoped = useScopeInput();
  return useQuery({
    ...api.passages.list.queryOptions({ input: { code: codeId, ...scoped, limit: MOST } }),
    placeholderData: keepPreviousData,
  }).data;
}
