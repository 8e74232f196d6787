import type { CaseRow } from '../../contract/cases.ts';
import { canWrite } from '../commands/conditions.ts';
import { commandContext } from '../commands/context.ts';
import { useMenuRows } from '../commands/useMenuRows.ts';
import { useRenaming } from '../library/renaming.ts';
import type { MessageId } from '../messages/en.ts';
import { useText } from '../messages/intl.tsx';
import { narrowTo, toggleInScope } from '../scope/activate.ts';
import { useScope } from '../state/scope.ts';
import type { MenuRow } from '../ui/Menu.tsx';
import { inspectCase, removeCase } from './actions.ts';

const ORDER = [
  ...['scope.only', 'scope.toggle', '-'],
  ...['document.inspect', 'documents.rename', 'cases.create', '-', 'documents.remove'],
];

/** Words of the registry speak of documents as well; a menu of a case speaks of the case. */
const LABELS: Readonly<Record<string, MessageId>> = {
  'document.inspect': 'command.cases.inspect',
  'documents.rename': 'command.cases.rename',
  'documents.remove': 'command.cases.remove',
};

/**
 * The menu of a case: the registry's words and keys, acting on this case.
 * @param place in the inspector it is shown already, and its name can be edited there
 */
export function useCaseMenu(of: CaseRow | undefined, place: 'library' | 'inspector'): readonly MenuRow[] {
  const t = useText();
  const isChosen = useScope(({ scope }) => of !== undefined && scope.cases.includes(of.id));
  const shown = ['document.inspect', 'documents.rename'];
  const rows = useMenuRows(ORDER.filter((id) => place === 'library' || !shown.includes(id)));
  if (of === undefined) return [];
  const actions: Readonly<Record<string, () => void>> = {
    'scope.only': () => narrowTo('cases', of.id),
    'scope.toggle': () => toggleInScope('cases', of.id),
    'document.inspect': () => inspectCase(of.id),
    'documents.rename': () => useRenaming.getState().rename(of.id),
    'documents.remove': () => void removeCase(of),
  };
  const writes = canWrite(commandContext());
  return rows.map((row) => {
    const run = row === '-' ? undefined : actions[row.id];
    if (row === '-' || run === undefined) return row;
    const needsWriting = row.id.startsWith('documents.');
    const label =
      row.id === 'scope.toggle' ? (isChosen ? 'library.scope.out' : 'library.scope.in') : LABELS[row.id];
    return {
      ...row,
      label: label === undefined ? row.label : t(label),
      reason: needsWriting && writes !== true ? t(writes) : undefined,
      run,
    };
  });
}
