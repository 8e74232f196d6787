import type { SearchHit } from '../../contract/search.ts';
import { tabKey } from '../state/tabs.ts';
import { useWorkspace } from '../state/workspace.ts';

/** The tab that only a preview has opened: it goes when the preview moves on. */
let passing: string | null = null;

/**
 * Shows a place in its document.
 * @param stay whether one goes there, with the focus; else the place is only shown, and a tab opened for it is not kept
 */
export function jumpTo({ documentId, start, end }: SearchHit, stay: boolean): void {
  const { open, close, tabs } = useWorkspace.getState();
  const key = tabKey({ kind: 'document', documentId });
  const isNew = !tabs.some((tab) => tabKey(tab) === key);
  open(documentId, { start, end, focus: stay });
  if (passing !== null && passing !== key) {
    close(passing);
    passing = null;
  }
  if (stay) passing = null;
  else if (isNew) passing = key;
}
