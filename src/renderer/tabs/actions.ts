import { type Tab, tabKey } from '../state/tabs.ts';
import { useWorkspace } from '../state/workspace.ts';

/** The tab in front, by its place; -1 where no document is open. */
export function frontIndex(): number {
  const { tabs, documentId } = useWorkspace.getState();
  return tabs.findIndex((tab) => tab.documentId === documentId);
}

/**
 * Brings a tab to the front.
 * @param focus whether the reader takes the focus
 */
export function showTab(tab: Tab, focus = true): void {
  useWorkspace.getState().open(tab.documentId, { focus });
}

/** Closes a tab. The one that comes to the front was not asked for: the reader does not take the focus for it. */
export function closeTab(tab: Tab): void {
  const before = useWorkspace.getState().documentId;
  useWorkspace.getState().close(tabKey(tab));
  const { documentId, open } = useWorkspace.getState();
  if (documentId !== null && documentId !== before) open(documentId, { focus: false });
}

/** @returns the tabs with the one at `from` moved to `to`, places from 0 */
export function movedTab(tabs: readonly Tab[], from: number, to: number): readonly Tab[] {
  const tab = tabs[from];
  if (tab === undefined) return tabs;
  const rest = tabs.filter((_, index) => index !== from);
  return [...rest.slice(0, to), tab, ...rest.slice(to)];
}

/** Goes to the tab so many places further on, round the ends. */
export function stepTab(step: 1 | -1): void {
  const { tabs } = useWorkspace.getState();
  const next = tabs[(Math.max(0, frontIndex()) + step + tabs.length) % tabs.length];
  if (next !== undefined) showTab(next);
}
