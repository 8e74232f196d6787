import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { DocumentRow } from '../../contract/documents.ts';
import { api } from '../client/shell.ts';
import { useScopeInput } from '../scope/useScopeInput.ts';
import { type Progress, progressOf } from './progress.ts';

/** A document as the library shows it: with counts within the scope, and how far its coding is. */
export interface LibraryRow extends DocumentRow {
  readonly progress: Progress;
  /** Codes that the person at the machine has judged, of how many. */
  readonly judged: number;
  readonly codes: number;
}

/** Gives the documents with their progress; all of them, whether the scope holds them or not. Undefined until known. */
export function useLibrary(): readonly LibraryRow[] | undefined {
  const scoped = useScopeInput();
  // Asked for without the scope as well: what there is changes at once, and is what commands look at.
  const { data: documents } = useQuery(api.documents.list.queryOptions());
  const { data: counted } = useQuery({
    ...api.documents.list.queryOptions({ input: scoped }),
    placeholderData: keepPreviousData,
  });
  const { data: judgements } = useQuery(api.reviews.progress.queryOptions());
  return useMemo(() => {
    const inScope = new Map(counted?.map((each) => [each.id, each]));
    const judged = new Map(judgements?.map((each) => [each.documentId, each]));
    return documents?.map((document): LibraryRow => {
      const { judged: done = 0, codes = 0 } = judged.get(document.id) ?? {};
      const counts = inScope.get(document.id) ?? document;
      return {
        ...document,
        inScope: counts.inScope,
        passages: counts.passages,
        codings: counts.codings,
        progress: progressOf(document.codings, done, codes),
        judged: done,
        codes,
      };
    });
  }, [documents, counted, judgements]);
}
