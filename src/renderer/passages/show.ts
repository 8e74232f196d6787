import type { QuoteRow } from '../../contract/passages.ts';
import { useWorkspace } from '../state/workspace.ts';

/** Opens the document of a passage, brings its words into sight, selects it, and puts the focus on its paragraph. */
export function showQuote({ id, documentId, start, end }: QuoteRow): void {
  const { open, select } = useWorkspace.getState();
  open(documentId, { start, end, take: false });
  select({ kind: 'passage', documentId, passageId: id });
  getSelection()?.removeAllRanges();
}
