import type { CodeRow } from '../../contract/codes.ts';
import { canChangeCodes, canWrite } from '../commands/conditions.ts';
import type { CommandContext } from '../commands/context.ts';
import type { Command } from '../commands/registry.ts';
import type { MessageId } from '../messages/en.ts';
import { textOf } from '../messages/intl.tsx';
import { usePassagesView } from '../passages/view.ts';
import { applyCode } from '../picker/apply.ts';
import { currentTarget } from '../reader/target.ts';
import { activateCode } from '../scope/activate.ts';
import { usePanes } from '../state/panes.ts';
import { useWorkspace } from '../state/workspace.ts';
import { announce } from '../ui/announce.ts';
import { importTaxonomy, knownCodes, nudgeCodes, removeCodes, targetCode } from './actions.ts';
import { choiceOf, targetCodes } from './chosen.ts';
import { EDIT_COMMANDS, hasCode } from './edit-commands.ts';
import { useEditing } from './editing.ts';
import { type Direction, placeAfter } from './tree.ts';

/**
 * Says whether codes can be applied to what coding acts on now; a locked codebook does not keep anybody from it.
 * @param codes what is applied: several as one step, without those that only group
 */
export function canApply(context: CommandContext, codes: readonly CodeRow[]): true | MessageId {
  const verdict = canWrite(context);
  if (verdict !== true) return verdict;
  if (codes.length === 0) return 'command.noCode';
  if (choiceOf(codes) === null) return 'command.grouping';
  return currentTarget() === null ? 'command.noTarget' : true;
}

/** Applies codes to what coding acts on now, as one step. */
export function applyAll(codes: readonly CodeRow[]): Promise<unknown> | undefined {
  const [choice, target] = [choiceOf(codes), currentTarget()];
  return choice === null || target === null ? undefined : applyCode(target, choice);
}

/** One of the four steps a code can take, by key and by menu. */
function nudge(direction: Direction, ...keys: string[]): Command {
  return {
    id: `codes.${direction}`,
    title: `command.codes.${direction}`,
    group: 'codebook',
    keys,
    panes: ['codebook'],
    when: hasCode,
    run: () => nudgeCodes(targetCodes(), direction),
  };
}

/** Shows the passages of a code, in the drawer. */
export function showPassages(codeId: string): void {
  usePanes.getState().show('passages');
  usePassagesView.setState(({ of }) => ({ of: of === 'below' ? of : 'code', chosen: [] }));
  useWorkspace.getState().selectCode(codeId);
}

/** Puts a code in the scope or takes it out, and says which. */
export function activate({ id, name }: CodeRow): void {
  announce(textOf(activateCode(id) ? 'scope.activated' : 'scope.deactivated', { name }));
}

/** Opens the editor of a code and puts the cursor into its definition. */
export function describeCode(codeId: string): void {
  useWorkspace.getState().selectCode(codeId);
  usePanes.getState().toggle('inspector', true);
  // The inspector draws the editor first.
  setTimeout(() => document.querySelector<HTMLElement>('[data-field="definition"] textarea')?.focus(), 50);
}

/** Commands of the codebook; each acts on the row that has the focus, else on the selected code. */
export const CODEBOOK_COMMANDS: readonly Command[] = [
  {
    id: 'codings.applyFocused',
    title: 'command.codes.apply',
    group: 'codebook',
    keys: ['Enter'],
    panes: ['codebook'],
    run: (context) => {
      const [code, codes] = [targetCode(), targetCodes()];
      if (code === undefined) return undefined;
      const verdict = canApply(context, codes);
      if (verdict === true) return applyAll(codes);
      // Where there is nothing to apply it to, Enter chooses the row, as in any list.
      useWorkspace.getState().selectCode(code.id);
      return announce(textOf(verdict));
    },
  },
  {
    id: 'codes.passages',
    title: 'command.codes.show',
    group: 'codebook',
    keys: ['Shift+Enter'],
    panes: ['codebook'],
    run: () => {
      const code = targetCode();
      if (code !== undefined) showPassages(code.id);
    },
  },
  {
    id: 'scope.activateCode',
    title: 'command.scope.activateCode',
    group: 'codebook',
    keys: ['A'],
    panes: ['codebook'],
    when: () => (targetCode() === undefined ? 'command.noCode' : true),
    run: () => {
      const code = targetCode();
      if (code !== undefined) activate(code);
    },
  },
  {
    id: 'codes.create',
    title: 'command.codes.create',
    group: 'codebook',
    keys: ['N'],
    panes: ['codebook'],
    when: canChangeCodes,
    run: () => {
      const code = targetCode();
      const place =
        code === undefined ? { parentId: null, beforeId: null } : placeAfter(knownCodes(), code.id);
      useEditing.getState().edit({ kind: 'create', place });
    },
  },
  {
    id: 'codes.createChild',
    title: 'command.codes.createChild',
    group: 'codebook',
    keys: ['Shift+N'],
    panes: ['codebook'],
    when: hasCode,
    run: () => {
      const code = targetCode();
      if (code === undefined) return;
      const { folded, fold } = useWorkspace.getState();
      fold(folded.filter((id) => id !== code.id));
      useEditing.getState().edit({ kind: 'create', place: { parentId: code.id, beforeId: null } });
    },
  },
  {
    id: 'codes.rename',
    title: 'command.codes.rename',
    group: 'codebook',
    keys: ['F2'],
    panes: ['codebook'],
    when: hasCode,
    run: () => {
      const code = targetCode();
      if (code !== undefined) useEditing.getState().edit({ kind: 'rename', codeId: code.id });
    },
  },
  {
    id: 'codes.describe',
    title: 'command.codes.describe',
    group: 'codebook',
    keys: ['D'],
    panes: ['codebook'],
    when: hasCode,
    run: () => {
      const code = targetCode();
      if (code !== undefined) describeCode(code.id);
    },
  },
  nudge('up', 'Alt+ArrowUp'),
  nudge('down', 'Alt+ArrowDown'),
  nudge('in', 'Alt+ArrowRight', ']'),
  nudge('out', 'Alt+ArrowLeft', '['),
  ...EDIT_COMMANDS,
  {
    id: 'codes.remove',
    title: 'command.codes.remove',
    group: 'codebook',
    keys: ['Delete'],
    panes: ['codebook'],
    when: hasCode,
    run: () => removeCodes(targetCodes()),
  },
  {
    id: 'codes.importFile',
    title: 'command.codes.import',
    group: 'codebook',
    when: canChangeCodes,
    run: () => importTaxonomy(),
  },
  {
    id: 'codes.importReady',
    title: 'command.codes.ready',
    group: 'codebook',
    when: canChangeCodes,
    run: () => useEditing.getState().edit({ kind: 'ready' }),
  },
  {
    id: 'codes.addList',
    title: 'command.codes.paste',
    group: 'codebook',
    when: canChangeCodes,
    run: () => useEditing.getState().edit({ kind: 'paste' }),
  },
];
