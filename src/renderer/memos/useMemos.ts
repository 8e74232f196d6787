import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { MemoRow } from '../../contract/memos.ts';
import { api } from '../client/shell.ts';
import { useScopeInput } from '../scope/useScopeInput.ts';

const NONE: readonly MemoRow[] = [];

/** The memos of the project. */
export interface Memos {
  /** All that there are, newest first; empty until they are known. */
  readonly all: readonly MemoRow[];
  /** Those in scope; undefined until they are known. */
  readonly inScope: readonly MemoRow[] | undefined;
  /** Whether a scope is set, however much it leaves. */
  readonly isNarrow: boolean;
}

/** Gives all memos, and of them those in scope. */
export function useMemos(): Memos {
  const scope = useScopeInput();
  const { data: all = NONE } = useQuery(api.memos.list.queryOptions({ input: {} }));
  const { data: inScope } = useQuery({
    ...api.memos.list.queryOptions({ input: { ...scope } }),
    placeholderData: keepPreviousData,
  });
  return { all, inScope, isNarrow: scope !== undefined };
}
