import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Stretch } from '../../../contract/along.ts';
import { api } from '../../client/shell.ts';
import { useScopeInput } from '../../scope/useScopeInput.ts';
import { useWorkspace } from '../../state/workspace.ts';
import type { Asked } from '../frame/useQueryText.ts';
import { useAnalysis } from '../state.ts';

/** What a document is called; undefined for none, or while that is not known. */
function useDocumentTitle(id: string | null): string | undefined {
  const { data } = useQuery(api.documents.list.queryOptions());
  return data?.find((document) => document.id === id)?.title;
}

/**
 * Asks what lies along a document, or along all in scope.
 * @param document null for all
 * @param parts into how many equal parts its words are divided
 * @returns also what was asked, and the command that asks for the same
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
  const scopedDocuments = scoped?.scope.documents.length ?? 0;
  const title = useDocumentTitle(document);
  const command = useMemo(
    // On the command line a document that is named beside those in scope would be one more.
    (): Asked['command'] =>
      coder !== null || (document !== null && (title === undefined || scopedDocuments > 0))
        ? null
        : [
            'analyse along',
            ...(rollUp ? ['--roll-up'] : []),
            ...(title === undefined ? [] : ['--document', title]),
          ],
    [coder, document, title, scopedDocuments, rollUp],
  );
  const { data } = useQuery({
    ...api.along.codes.queryOptions({ input }),
    placeholderData: keepPreviousData,
  });
  return { input, data, command };
}

/** Shows words in their document, with the focus; they are outlined for a moment. @param words UTF-16 */
export const openWords = (documentId: string, { start, end }: Pick<Stretch, 'start' | 'end'>): void =>
  useWorkspace.getState().open(documentId, { start, end, take: false, focus: true });
