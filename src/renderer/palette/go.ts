import type { CodeRow } from '../../contract/codes.ts';
import { showImport } from '../library/importing.ts';
import { usePanes } from '../state/panes.ts';
import { useWorkspace } from '../state/workspace.ts';

/** Opens a document and gives the reader the focus. @param span what to bring into sight, UTF-16, selected unless `take` is false; without it, where it was left */
export function goTo(
  documentId: string,
  span?: { readonly start: number; readonly end: number; readonly take?: boolean },
): void {
  showImport(false);
  useWorkspace.getState().open(documentId, { ...span, focus: true });
}

/** How many frames a row may take to be drawn. */
const PATIENCE = 30;

function focusInTree(codeId: string, patience: number): void {
  requestAnimationFrame(() => {
    const tree = document.querySelector<HTMLElement>('[data-pane=codebook] [role=treegrid]');
    const row = tree?.querySelector<HTMLElement>(`[data-key="${CSS.escape(codeId)}"]`);
    if (row !== null && row !== undefined) {
      row.scrollIntoView({ block: 'nearest' });
      row.focus();
    } else if (patience > 0) focusInTree(codeId, patience - 1);
    // A long codebook draws only what is in sight: the tree itself goes to the selected row.
    else tree?.focus();
  });
}

/** Selects a code, unfolds what it stands under, and puts the focus on its row in the codebook. */
export function showCode(codeId: string, codes: readonly CodeRow[]): void {
  const parents = new Map(codes.map(({ id, parentId }) => [id, parentId]));
  const above = new Set<string>();
  for (let id = parents.get(codeId); id !== null && id !== undefined; id = parents.get(id)) above.add(id);
  const { folded, fold, selectCode } = useWorkspace.getState();
  if (folded.some((id) => above.has(id))) fold(folded.filter((id) => !above.has(id)));
  usePanes.getState().toggle('left', true);
  selectCode(codeId);
  focusInTree(codeId, PATIENCE);
}
