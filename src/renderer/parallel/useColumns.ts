import { useQueries, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { DocumentRow } from '../../contract/documents.ts';
import type { PassageRow } from '../../contract/passages.ts';
import { api } from '../client/shell.ts';
import { type Stripe, stripesOf } from '../reader/stripes.ts';
import type { Codebook } from '../reader/useCodebook.ts';
import { useScopeInput } from '../scope/useScopeInput.ts';
import { commonest, type Shared, sharedCodes, type Tuple, tuplesOf } from './pairs.ts';
import { useParallel } from './view.ts';

const NONE: readonly PassageRow[] = [];

/** What stands side by side. */
export interface Columns {
  /** Undefined until it is known; documents that are gone are left out. */
  readonly documents: readonly DocumentRow[] | undefined;
  /** The passages in scope of each, as stripes. */
  readonly stripes: readonly (readonly Stripe[])[];
  /** Whether the passages of all of them are known. */
  readonly isKnown: boolean;
  readonly shared: readonly Shared[];
  /** The code whose passages are paired; null where no code has any. */
  readonly codeId: string | null;
  readonly tuples: readonly Tuple[];
}

/** Brings together the documents that are read side by side, their passages in scope, and how these are paired. */
export function useColumns({ codes }: Codebook): Columns {
  const { documents: ids, codeId: wanted } = useParallel();
  const scoped = useScopeInput();
  const { data: all } = useQuery(api.documents.list.queryOptions({ input: { ...scoped } }));
  const documents = useMemo(
    () => (all === undefined ? undefined : ids.flatMap((id) => all.find((each) => each.id === id) ?? [])),
    [all, ids],
  );
  const { rows, isKnown } = useQueries({
    queries: (documents ?? []).map(({ id }) =>
      api.passages.inDocument.queryOptions({ input: { document: id, ...scoped } }),
    ),
    combine: (results) => ({
      rows: results.map(({ data }) => data ?? NONE),
      isKnown: results.every(({ data }) => data !== undefined),
    }),
  });
  const stripes = useMemo(() => rows.map(stripesOf), [rows]);
  const shared = useMemo(() => sharedCodes(stripes, codes), [stripes, codes]);
  const codeId = shared.some((each) => each.codeId === wanted) ? wanted : commonest(shared);
  const tuples = useMemo(() => (codeId === null ? [] : tuplesOf(stripes, codeId)), [stripes, codeId]);
  return { documents, stripes, isKnown, shared, codeId, tuples };
}
