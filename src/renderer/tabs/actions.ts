import { type Tab, tabKey } from '../state/tabs.ts';
import { useWorkspace, type Workspace } from '../state/workspace.ts';

/** Whether a tab is the one in front. */
export function isFront(
  tab: Tab,
  { page, documentId, pageCodeId }: Pick<Workspace, 'page' | 'documentId' | 'pageCodeId'>,
): boolean {
  if (tab.kind !== page) return false;
  if (tab.kind === 'document') return tab.documentId === documentId;
  return tab.kind !== 'code' || tab.codeId === pageCodeId;
}

/** The tab in front, by its place; -1 where no document is open. */
export function frontIndex(): number {
  const workspace = useWorkspace.getState();
  return workspace.tabs.findIndex((tab) => isFront(tab, workspace));
}

/**
 * Brings a tab to the front.
 * @param focus whether what it shows takes the focus
 */
export function showTab(tab: Tab, focus = true): void {
  const { open, show, showCode } = useWorkspace.getState();
  if (tab.kind === 'document') open(tab.documentId, { focus });
  else if (tab.kind === 'code') showCode(tab.codeId, focus);
  else show(tab.kind, focus);
}

function frontKey(): string | null {
  const front = useWorkspace.getState().tabs[frontIndex()];
  return front === undefined ? null : tabKey(front);
}

/** Closes a tab. The one that comes to the front was not asked for: the reader does not take the focus for it. */
export function closeTab(tab: Tab): void {
  const before = frontKey();
  useWorkspace.getState().close(tabKey(tab));
  const front = useWorkspace.getState().tabs[frontIndex()];
  if (front !== undefined && tabKey(front) !== before) showTab(front, false);
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
