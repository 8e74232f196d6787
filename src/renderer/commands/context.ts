import type { ProjectState } from '../../contract/project.ts';
import { queryClient } from '../client/query.ts';
import { api, type ShellKind, shellKind } from '../client/shell.ts';
import { PANE_KINDS } from '../state/tabs.ts';
import { useWorkspace, type Workspace } from '../state/workspace.ts';

/** The panes of the workbench, in the order F6 goes through them. */
export const PANES = [
  'title',
  'scope',
  'library',
  'codebook',
  'contents',
  'reader',
  ...PANE_KINDS,
  'margin',
  'passages',
  'inspector',
  'status',
] as const;
export type Pane = (typeof PANES)[number];

/** What a command may look at when it is asked whether it applies, and when it runs. */
export interface CommandContext {
  readonly kind: ShellKind;
  /** The open project, or null. */
  readonly project: ProjectState | null;
  readonly workspace: Workspace;
  /** The pane that holds the focus. */
  readonly pane: Pane | null;
}

/** The pane an element lies in, by the nearest `data-pane`. */
export function paneOf(element: Element | null): Pane | null {
  const name = element?.closest<HTMLElement>('[data-pane]')?.dataset['pane'];
  return PANES.find((pane) => pane === name) ?? null;
}

/** Looks at how things stand now. */
export function commandContext(): CommandContext {
  return {
    kind: shellKind(),
    project: queryClient.getQueryData(api.project.state.queryKey()) ?? null,
    workspace: useWorkspace.getState(),
    pane: paneOf(document.activeElement),
  };
}
