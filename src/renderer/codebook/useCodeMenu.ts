import type { CodeRow } from '../../contract/codes.ts';
import { showCodePage } from '../app/lay.ts';
import { canChangeCodes } from '../commands/conditions.ts';
import { commandContext } from '../commands/context.ts';
import { useMenuRows } from '../commands/useMenuRows.ts';
import type { MessageId } from '../messages/en.ts';
import { useText } from '../messages/intl.tsx';
import { useWorkspace } from '../state/workspace.ts';
import type { MenuRow } from '../ui/Menu.tsx';
import { knownCodes, nudgeCodes, removeCodes } from './actions.ts';
import { withChosen } from './chosen.ts';
import { activate, applyAll, canApply, describeCode, showPassages } from './commands.ts';
import { useEditing } from './editing.ts';
import { type Direction, placeAfter } from './tree.ts';

const ORDER = [
  ...['codings.applyFocused', 'codes.passages', 'codes.page', 'scope.activateCode', '-'],
  ...['codes.rename', 'codes.describe', 'codes.createChild', 'codes.create', '-'],
  ...['codes.up', 'codes.down', 'codes.in', 'codes.out', 'codes.move', '-'],
  ...['codes.merge', 'codes.split', 'codes.copy', '-', 'codes.remove'],
];

/**
 * What each command does to this very code, or to all that are chosen with it: a menu takes the focus away from the row that
 * the key would look at.
 */
function actionsFor(code: CodeRow): Readonly<Record<string, () => void>> {
  const { edit } = useEditing.getState();
  const several = () => withChosen(code);
  const codeIds = () => several().map(({ id }) => id);
  const nudge = (direction: Direction) => () => void nudgeCodes(several(), direction);
  return {
    'codings.applyFocused': () => void applyAll(several()),
    'codes.passages': () => showPassages(code.id),
    'codes.page': () => showCodePage(code.id),
    'scope.activateCode': () => activate(code),
    'codes.rename': () => edit({ kind: 'rename', codeId: code.id }),
    'codes.describe': () => describeCode(code.id),
    'codes.createChild': () => edit({ kind: 'create', place: { parentId: code.id, beforeId: null } }),
    'codes.create': () => edit({ kind: 'create', place: placeAfter(knownCodes(), code.id) }),
    'codes.up': nudge('up'),
    'codes.down': nudge('down'),
    'codes.in': nudge('in'),
    'codes.out': nudge('out'),
    'codes.move': () => edit({ kind: 'move', codeIds: codeIds() }),
    'codes.merge': () => edit({ kind: 'merge', codeIds: codeIds() }),
    'codes.split': () => edit({ kind: 'split', codeId: code.id }),
    'codes.copy': () => edit({ kind: 'copy', codeIds: codeIds() }),
    'codes.remove': () => void removeCodes(several()),
  };
}

/** Why an entry cannot be chosen for this code; the registry speaks of the code that has the focus, a menu of its own. */
function verdictFor(id: string, code: CodeRow): true | MessageId {
  if (id === 'codes.passages' || id === 'codes.page' || id === 'scope.activateCode') return true;
  const context = commandContext();
  return id === 'codings.applyFocused' ? canApply(context, withChosen(code)) : canChangeCodes(context);
}

const DIGITS = [1, 2, 3, 4, 5, 6, 7, 8, 9];

/** The digit keys to put a code on, each with the code it has now. */
function usePinRow(code: CodeRow): MenuRow {
  const t = useText();
  const { pinned, pin } = useWorkspace();
  const key = pinned.indexOf(code.id);
  const below = DIGITS.map((digit): MenuRow => {
    const other = knownCodes().find(({ id }) => id === pinned[digit - 1]);
    return {
      id: String(digit),
      label:
        other === undefined
          ? t('codebook.pin.key', { key: digit })
          : t('codebook.pin.taken', { key: digit, name: other.name }),
      checked: digit - 1 === key,
      run: () => pin(digit - 1, code.id),
    };
  });
  const off: MenuRow[] =
    key < 0 ? [] : ['-', { id: 'off', label: t('codebook.pin.off'), run: () => pin(key, null) }];
  return {
    id: 'pin',
    label: t('codebook.pin'),
    reason: code.codable ? undefined : t('command.grouping'),
    below: [...below, ...off],
  };
}

/** The menu of a code's row: the registry's words and keys, acting on this code. */
export function useCodeMenu(code: CodeRow): readonly MenuRow[] {
  const t = useText();
  const rows = useMenuRows(ORDER);
  const actions = actionsFor(code);
  const pinRow = usePinRow(code);
  const own = rows.map((row) => {
    const run = row === '-' ? undefined : actions[row.id];
    if (row === '-' || run === undefined) return row;
    const verdict = verdictFor(row.id, code);
    return { ...row, reason: verdict === true ? undefined : t(verdict), run };
  });
  const first = own.indexOf('-');
  return [...own.slice(0, first), pinRow, ...own.slice(first)];
}
