import type { CodeRow } from '../../contract/codes.ts';
import { inspectCase } from '../cases/actions.ts';
import { queryClient } from '../client/query.ts';
import { api } from '../client/shell.ts';
import { canWrite, hasProject } from '../commands/conditions.ts';
import type { Command } from '../commands/registry.ts';
import { libraryTarget } from '../library/target.ts';
import { usePanes } from '../state/panes.ts';
import { useWorkspace } from '../state/workspace.ts';
import { reviewCode } from './review.ts';
import { useTasks } from './tasks.ts';

/** Shows what is known about a document: opens it, since the inspector is about what is open. */
export function inspectDocument(id: string): void {
  const { documentId, open, inspect } = useWorkspace.getState();
  if (documentId !== id) open(id, { focus: false });
  inspect('document');
  usePanes.getState().toggle('inspector', true);
}

/** The code and document whose row of judgements has the focus, and whether it is reviewed. */
function focusedReview(): { code: CodeRow; documentId: string; reviewed: boolean } | null {
  const row = document.activeElement?.closest<HTMLElement>('[data-review]');
  const codes = queryClient.getQueryData(api.codes.list.queryKey());
  const code = codes?.find(({ id }) => id === row?.dataset['review']);
  const documentId = row?.dataset['document'];
  if (code === undefined || documentId === undefined) return null;
  return { code, documentId, reviewed: row?.dataset['reviewed'] === 'true' };
}

/** Commands of the inspector; they hold wherever a project is open. */
export const INSPECTOR_COMMANDS: readonly Command[] = [
  {
    id: 'document.inspect',
    title: 'command.document.inspect',
    group: 'library',
    keys: ['I', 'Alt+Enter'],
    panes: ['library'],
    when: (context) => {
      const verdict = hasProject(context);
      return verdict === true && libraryTarget() === undefined ? 'command.noDocument' : verdict;
    },
    run: () => {
      const target = libraryTarget();
      if (target?.kind === 'cases') inspectCase(target.id);
      else if (target !== undefined) inspectDocument(target.id);
    },
  },
  {
    id: 'reviews.toggle',
    title: 'command.reviews.toggle',
    group: 'coding',
    keys: ['A'],
    panes: ['inspector'],
    when: (context) => {
      const verdict = canWrite(context);
      return verdict === true && focusedReview() === null ? 'inspector.noReview' : verdict;
    },
    run: () => {
      const focused = focusedReview();
      if (focused === null) return undefined;
      return reviewCode(focused.documentId, focused.code, !focused.reviewed);
    },
  },
  {
    id: 'help.tasks',
    title: 'command.tasks',
    group: 'anywhere',
    when: hasProject,
    run: () => {
      useTasks.getState().again();
      usePanes.getState().toggle('inspector', true);
    },
  },
];
