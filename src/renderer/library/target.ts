import type { CaseRow } from '../../contract/cases.ts';
import type { DocumentRow } from '../../contract/documents.ts';
import { knownCases } from '../cases/actions.ts';
import { queryClient } from '../client/query.ts';
import { api } from '../client/shell.ts';
import { useWorkspace } from '../state/workspace.ts';

/** What a command of the library acts on. */
export type LibraryTarget =
  | { readonly kind: 'documents'; readonly id: string; readonly document: DocumentRow }
  | { readonly kind: 'cases'; readonly id: string; readonly of: CaseRow };

/** The row of the library that has the focus, else what is open: the case in the inspector or the document in the reader. */
export function libraryTarget(): LibraryTarget | undefined {
  const row = document.activeElement?.closest<HTMLElement>('[data-pane=library] [data-key]');
  const { inspected, caseId, documentId } = useWorkspace.getState();
  // A row's key is case and document, because a document of several cases has several rows.
  const id = row?.dataset['key']?.split('/').at(-1) ?? (inspected === 'case' ? caseId : documentId);
  const found = queryClient.getQueryData(api.documents.list.queryKey())?.find((each) => each.id === id);
  if (found !== undefined) return { kind: 'documents', id: found.id, document: found };
  const of = knownCases().find((each) => each.id === id);
  return of === undefined ? undefined : { kind: 'cases', id: of.id, of };
}
