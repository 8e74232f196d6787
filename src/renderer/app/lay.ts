import { showImport } from '../library/importing.ts';
import { type Layout, usePanes } from '../state/panes.ts';
import { useWorkspace } from '../state/workspace.ts';

/** Arranges the window for a kind of work: the panes, and for comparing the comparison itself in the middle. */
export function lay(layout: Layout): void {
  const { page, documentId, compare, open } = useWorkspace.getState();
  if (layout === 'compare') {
    showImport(false);
    compare();
  } else if (page === 'compare') open(documentId);
  usePanes.getState().arrange(layout);
}
