import { queryClient } from '../client/query.ts';
import { api } from '../client/shell.ts';
import { useWorkspace } from '../state/workspace.ts';

/** A document or case that the scope can be narrowed to. */
export interface ScopeTarget {
  readonly kind: 'documents' | 'cases';
  readonly id: string;
}

/** What the row with the focus in the library stands for, else the document in the reader. */
export function targetForScope(): ScopeTarget | undefined {
  const row = document.activeElement?.closest<HTMLElement>('[data-pane=library] [data-key]');
  const key = row?.dataset['key'] ?? useWorkspace.getState().documentId;
  const id = key?.split('/').at(-1);
  if (id === undefined) return undefined;
  const documents = queryClient.getQueryData(api.documents.list.queryKey()) ?? [];
  if (documents.some((each) => each.id === id)) return { kind: 'documents', id };
  return documents.some(({ cases }) => cases.some((each) => each.id === id))
    ? { kind: 'cases', id }
    : undefined;
}
