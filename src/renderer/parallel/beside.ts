import { showView } from '../app/lay.ts';
import { useWorkspace } from '../state/workspace.ts';
import { LEAST, MOST, readTogether, useParallel } from './view.ts';

/**
 * Puts a document beside those that are read side by side; where there are none, beside the one in the reader, and where
 * there is none or no room, more are chosen.
 */
export function readBeside(id: string): void {
  const { documents } = useParallel.getState();
  const { documentId } = useWorkspace.getState();
  showView('parallel');
  if (documents.includes(id) && documents.length >= LEAST) return;
  if (documents.length >= MOST) useParallel.setState({ choosing: documents });
  else if (documents.length >= LEAST) readTogether([...documents, id]);
  else if (documentId !== null && documentId !== id) readTogether([documentId, id]);
  else useParallel.setState({ choosing: [id] });
}

/** Two passages, each with the document that it lies in. */
export interface TwoPassages {
  readonly passages: readonly [string, string];
  readonly documents: readonly [string, string];
}

/** Shows two passages of two documents side by side. */
export function showPair({ passages, documents }: TwoPassages): void {
  const there = useParallel.getState().documents;
  showView('parallel');
  if (!documents.every((id) => there.includes(id))) readTogether(documents);
  useParallel.setState({ aim: passages, choosing: null });
}
