import { useEffect } from 'react';
import { useReader } from '../state/reader.ts';
import { useWorkspace } from '../state/workspace.ts';

/** Asks the reader to go where the workspace wants it: to a place that was asked for, else where the document was left. */
export function useOpening(documentId: string): void {
  const destination = useWorkspace((workspace) => workspace.destination);
  useEffect(() => {
    const asked = destination?.documentId === documentId ? destination.start : undefined;
    const start = asked ?? useWorkspace.getState().places[documentId] ?? 0;
    useReader.getState().goTo({
      documentId,
      start,
      end: (asked === undefined ? undefined : destination?.end) ?? start + 1,
      align: asked === undefined ? 'start' : 'center',
      focus:
        destination?.documentId === documentId ? destination.focus : document.activeElement === document.body,
      take: asked !== undefined && destination?.end !== undefined && destination.take !== false,
    });
  }, [destination, documentId]);
}
