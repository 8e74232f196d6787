import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Stretch } from '../../../contract/along.ts';
import { api } from '../../client/shell.ts';
import { useScopeInput } from '../../scope/useScopeInput.ts';
import { useWorkspace } from '../../state/workspace.ts';
import { useAnalysis } from '../state.ts';

/**
 * Asks what lies along a document, or along all in scope.
 * @param document null for all
 * @param parts into how many equal parts its words are divided
 */
export function useAlong(document: string | null, parts = 0) {
  const { rollUp, coder } = useAnalysis();
  const scoped = useScopeInput();
  const input = useMemo(
    () => ({
      rollUp,
      ...(document === null ? {} : { documents: [document] }),
      ...(parts === 0 ? {} : { parts }),
      ...(coder === null ? {} : { coder }),
      ...scoped,
    }),
    [document, parts, rollUp, coder, scoped],
  );
  const { data } = useQuery({
    ...api.along.codes.queryOptions({ input }),
    placeholderData: keepPreviousData,
  });
  return { input, data };
}

/** Shows words in their document, with the focus; they are outlined for a moment. @param words UTF-16 */
export const openWords = (documentId: string, { start, end }: Pick<Stretch, 'start' | 'end'>): void =>
  useWorkspace.getState().open(documentId, { start, end, take: false, focus: true });
