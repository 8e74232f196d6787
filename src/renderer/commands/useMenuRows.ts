import { useQuery } from '@tanstack/react-query';
import { api, shellKind } from '../client/shell.ts';
import { useText } from '../messages/intl.tsx';
import { useKeymap } from '../state/keymap.ts';
import { useWorkspace } from '../state/workspace.ts';
import type { MenuRow } from '../ui/Menu.tsx';
import { commandContext } from './context.ts';
import { keysOf, useRegistry } from './registry.ts';
import { runCommand } from './useCommands.ts';

/** Rows that take something away are marked; what they are called says so already. */
const DANGER = /\.remove$/;

/**
 * Makes menu rows from the registry: words, key, and the reason where a command does not apply.
 * @param ids of commands, with `-` for a line; what is not registered is left out
 */
export function useMenuRows(ids: readonly string[]): MenuRow[] {
  const t = useText();
  const commands = useRegistry((registry) => registry.commands);
  // All only so that `when` and the keys are asked again after a change.
  useWorkspace();
  useKeymap();
  useQuery({ ...api.project.state.queryOptions(), enabled: false });
  const context = commandContext();
  return ids.flatMap((id): MenuRow[] => {
    if (id === '-') return ['-'];
    const command = commands.get(id);
    if (command === undefined) return [];
    const verdict = command.when?.(context) ?? true;
    return [
      {
        id,
        label: t(command.title),
        keys: keysOf(command, shellKind())[0],
        reason: verdict === true ? undefined : t(verdict),
        danger: DANGER.test(id),
        run: () => runCommand(id),
      },
    ];
  });
}
