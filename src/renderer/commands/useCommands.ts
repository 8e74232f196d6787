import { useQuery } from '@tanstack/react-query';
import { useEffect, useLayoutEffect } from 'react';
import { api, shellKind } from '../client/shell.ts';
import { useText } from '../messages/intl.tsx';
import { useKeymap } from '../state/keymap.ts';
import { useWorkspace } from '../state/workspace.ts';
import { bindKeys } from './bind.ts';
import { commandContext } from './context.ts';
import { type Command, keysOf, register, useRegistry } from './registry.ts';

/**
 * Puts commands into the registry for as long as the calling component is on screen.
 * @param commands a constant, or memoised: a new array registers anew
 */
export function useCommands(commands: readonly Command[]): void {
  useLayoutEffect(() => register(commands), [commands]);
}

/** Listens for the keys of all registered commands. Used once, by the app. */
export function useCommandKeys(): void {
  useEffect(() => bindKeys(window), []);
}

/**
 * Gives what a button or menu row needs of a command.
 * @param id a command that may or may not be registered at the moment
 */
export function useCommand(id: string): {
  title: string;
  keys: string | undefined;
  reason: string | undefined;
  run: () => void;
} {
  const t = useText();
  const command = useRegistry((registry) => registry.commands.get(id));
  // All only so that `when` and the keys are asked again after a change.
  useWorkspace();
  useKeymap();
  useQuery({ ...api.project.state.queryOptions(), enabled: false });
  if (command === undefined)
    return { title: '', keys: undefined, reason: t('command.absent'), run: () => undefined };
  const verdict = command.when?.(commandContext()) ?? true;
  return {
    title: t(command.title),
    keys: keysOf(command, shellKind())[0],
    reason: verdict === true ? undefined : t(verdict),
    run: () => runCommand(id),
  };
}

/** Runs a command by its id, if it applies now. */
export function runCommand(id: string): void {
  const command = useRegistry.getState().commands.get(id);
  const context = commandContext();
  if (command === undefined || (command.when?.(context) ?? true) !== true) return;
  void command.run(context);
}
