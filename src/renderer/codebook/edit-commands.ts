import { canChangeCodes } from '../commands/conditions.ts';
import type { CommandContext } from '../commands/context.ts';
import type { Command } from '../commands/registry.ts';
import type { MessageId } from '../messages/en.ts';
import { targetCode } from './actions.ts';
import { targetCodes } from './chosen.ts';
import { useEditing } from './editing.ts';

/** For `when`: a code must be there to change, and codes must not be locked. */
export function hasCode(context: CommandContext): true | MessageId {
  const verdict = canChangeCodes(context);
  return verdict === true && targetCode() === undefined ? 'command.noCode' : verdict;
}

const { edit } = useEditing.getState();

/** Commands of the codebook that ask in a dialog before they change anything; several act on all codes that are chosen. */
export const EDIT_COMMANDS: readonly Command[] = [
  {
    id: 'codes.move',
    title: 'command.codes.move',
    group: 'codebook',
    keys: ['Shift+M'],
    panes: ['codebook'],
    when: hasCode,
    run: () => edit({ kind: 'move', codeIds: targetCodes().map(({ id }) => id) }),
  },
  {
    id: 'codes.merge',
    title: 'command.codes.merge',
    group: 'codebook',
    keys: ['Shift+J'],
    panes: ['codebook'],
    when: hasCode,
    run: () => edit({ kind: 'merge', codeIds: targetCodes().map(({ id }) => id) }),
  },
  {
    id: 'codes.split',
    title: 'command.codes.split',
    group: 'codebook',
    keys: ['Shift+S'],
    panes: ['codebook'],
    when: hasCode,
    run: () => {
      const code = targetCode();
      if (code !== undefined) edit({ kind: 'split', codeId: code.id });
    },
  },
  {
    id: 'codes.copy',
    title: 'command.codes.copy',
    group: 'codebook',
    keys: ['Shift+C'],
    panes: ['codebook'],
    when: hasCode,
    run: () => edit({ kind: 'copy', codeIds: targetCodes().map(({ id }) => id) }),
  },
  {
    id: 'codes.replaceInNames',
    title: 'command.codes.replaceInNames',
    group: 'codebook',
    keys: ['Shift+R'],
    panes: ['codebook'],
    when: canChangeCodes,
    run: () => edit({ kind: 'replace', codeId: targetCode()?.id ?? null }),
  },
  {
    id: 'codes.colours',
    title: 'command.codes.colours',
    group: 'codebook',
    keys: ['Shift+B'],
    panes: ['codebook'],
    when: canChangeCodes,
    run: () => edit({ kind: 'colours', codeId: targetCode()?.id ?? null }),
  },
];
