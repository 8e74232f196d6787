import { useWorkspace } from '../state/workspace.ts';

/** How many stay open: going back to a tab is as quick as turning a page. */
const KEPT = 3;

/**
 * Closes what was opened longest ago, but neither the newest nor what is shown.
 * @param opened in the order of opening; what is closed is taken out
 */
export function keepFew<Opened extends { readonly documentId: string }>(
  opened: Opened[],
  newest: Opened,
  close: (one: Opened) => void,
): void {
  const shown = useWorkspace.getState().documentId;
  while (opened.length > KEPT) {
    const at = opened.findIndex((each) => each !== newest && each.documentId !== shown);
    if (at < 0) return;
    opened.splice(at, 1).forEach(close);
  }
}
