import { showImport } from '../library/importing.ts';
import { type Layout, usePanes } from '../state/panes.ts';
import type { ViewKind } from '../state/tabs.ts';
import { useWorkspace } from '../state/workspace.ts';

/** Arranges the window for a kind of work: the panes, and for comparing and analysing the view itself in the middle. */
export function lay(layout: Layout): void {
  const { page, documentId, open } = useWorkspace.getState();
  if (layout === 'compare' || layout === 'analyse') showView(layout);
  else if (page !== 'document') open(documentId);
  usePanes.getState().arrange(layout);
}

/** Brings a view over the project to the front, before an import that is shown. */
export function showView(view: ViewKind): void {
  showImport(false);
  useWorkspace.getState().show(view);
}

/** Brings the page of a code to the front, before an import that is shown. */
export function showCodePage(codeId: string): void {
  showImport(false);
  useWorkspace.getState().showCode(codeId);
}
