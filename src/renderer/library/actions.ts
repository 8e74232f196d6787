import type { DocumentRow } from '../../contract/documents.ts';
import { queryClient, write } from '../client/query.ts';
import { api } from '../client/shell.ts';
import { textOf } from '../messages/intl.tsx';
import { useWorkspace } from '../state/workspace.ts';
import { ask } from '../ui/ask.ts';
import { showImport } from './importing.ts';

/** The documents as the page knows them. */
function knownDocuments(): readonly DocumentRow[] {
  return queryClient.getQueryData(api.documents.list.queryKey()) ?? [];
}

/** The document whose row has the focus in the library, else the one in the reader. */
export function targetDocument(): DocumentRow | undefined {
  const row = document.activeElement?.closest<HTMLElement>('[data-pane=library] [data-key]');
  // A row's key is case and document, because a document of several cases has several rows.
  const id = row?.dataset['key']?.split('/').at(-1) ?? useWorkspace.getState().documentId;
  return knownDocuments().find((each) => each.id === id);
}

/**
 * Shows a document in the reader; the page of an import steps aside for it.
 * @param focus whether the reader takes the focus: not for who goes through the library by arrows
 */
export function openDocument(id: string, focus = true): void {
  showImport(false);
  useWorkspace.getState().open(id, { focus });
}

/** Changes the title of a document. */
export async function renameDocument(document: DocumentRow, title: string): Promise<void> {
  if (title.trim() === '' || title === document.title) return;
  await write(api.documents.rename.mutationOptions(), { document: document.id, title });
}

/** Removes a document after saying what goes with it. */
export async function removeDocument({ id, title, passages, codings }: DocumentRow): Promise<void> {
  const yes = await ask({
    title: textOf('library.remove.title', { title }),
    body: textOf('library.remove.body', { passages, codings }),
    confirm: textOf('library.remove.confirm'),
    danger: true,
  });
  if (!yes) return;
  // Its tab closes by itself, as it does for whoever removed it elsewhere.
  await write(api.documents.remove.mutationOptions(), { document: id });
}
