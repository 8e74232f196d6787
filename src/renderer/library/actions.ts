import type { DocumentRow } from '../../contract/documents.ts';
import { write } from '../client/query.ts';
import { api } from '../client/shell.ts';
import { textOf } from '../messages/intl.tsx';
import { useWorkspace } from '../state/workspace.ts';
import { ask } from '../ui/ask.ts';
import { showImport } from './importing.ts';

/** Whether a document came as a PDF, which may bring highlights with it. */
export const isPdf = ({ mediaType }: Pick<DocumentRow, 'mediaType'>): boolean =>
  mediaType === 'application/pdf';

/**
 * Shows a document in the reader; the page of an import steps aside for it.
 * @param focus whether the reader takes the focus: not for who goes through the library by arrows
 */
export function openDocument(id: string, focus = true): void {
  showImport(false);
  const { inspected, inspect, open } = useWorkspace.getState();
  // Whoever goes from a case to a document wants to see that.
  if (inspected === 'case') inspect(null);
  open(id, { focus });
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
