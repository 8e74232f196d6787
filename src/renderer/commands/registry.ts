import { create } from 'zustand';
import type { MessageId } from '../messages/en.ts';
import { useKeymap } from '../state/keymap.ts';
import type { CommandContext, Pane } from './context.ts';
import { isLetter } from './keys.ts';

/** The heading a command stands under in the sheet of keys. */
export const COMMAND_GROUPS = [
  'anywhere',
  'view',
  'project',
  'library',
  'codebook',
  'reader',
  'coding',
  'passages',
  'compare',
] as const;

/** One thing a person can do, as data: menus, tooltips, key map and help are all made from these. */
export interface Command {
  /** noun.verb, the same words as in the contract where it calls one. */
  readonly id: string;
  readonly title: MessageId;
  readonly group: (typeof COMMAND_GROUPS)[number];
  /** Chords such as `Mod+Shift+Z`, the first one shown; the second list is for browsers that claim the first. */
  readonly keys?: readonly string[];
  readonly keysInBrowser?: readonly string[];
  /** Panes that must hold the focus for the keys to act. Single letters always name theirs. */
  readonly panes?: readonly Pane[];
  /** True, or the message that says why not. */
  readonly when?: (context: CommandContext) => true | MessageId;
  readonly run: (context: CommandContext) => unknown;
}

interface Registry {
  readonly commands: ReadonlyMap<string, Command>;
}

/** All commands that can be used at present, by id. Filled by `useCommands` only. */
export const useRegistry = create<Registry>(() => ({ commands: new Map() }));

/**
 * Adds commands to the registry.
 * @param commands ids not in use yet
 * @returns a function that takes them out again
 */
export function register(commands: readonly Command[]): () => void {
  const next = new Map(useRegistry.getState().commands);
  for (const command of commands) {
    if (next.has(command.id)) throw new Error(`The command ${command.id} is registered twice.`);
    next.set(command.id, command);
  }
  useRegistry.setState({ commands: next });
  return () => {
    const rest = new Map(useRegistry.getState().commands);
    for (const command of commands) rest.delete(command.id);
    useRegistry.setState({ commands: rest });
  };
}

/** The chords that a command comes with in this shell. */
export function bornKeysOf(command: Command, kind: CommandContext['kind']): readonly string[] {
  return (kind === 'browser' ? command.keysInBrowser : undefined) ?? command.keys ?? [];
}

/** The chords of a command, as the person changed them or as it came, whether or not single letters act now. */
export function givenKeysOf(command: Command, kind: CommandContext['kind']): readonly string[] {
  return useKeymap.getState().own[command.id] ?? bornKeysOf(command, kind);
}

/** The chords that act for a command now, the first one to be shown: menus, tooltips and keys all ask here. */
export function keysOf(command: Command, kind: CommandContext['kind']): readonly string[] {
  const keys = givenKeysOf(command, kind);
  return useKeymap.getState().letters ? keys : keys.filter((each) => !isLetter(each));
}

/**
 * Finds what a chord does already where this command acts.
 * @param keys the chord that is wanted for the command
 * @returns another command that would be in its way, or undefined
 */
export function conflictOf(
  command: Command,
  keys: string,
  commands: Iterable<Command>,
  kind: CommandContext['kind'],
): Command | undefined {
  for (const other of commands) {
    if (other.id === command.id || !givenKeysOf(other, kind).includes(keys)) continue;
    const meet = command.panes?.some((pane) => other.panes?.includes(pane) ?? true) ?? true;
    if (meet) return other;
  }
  return undefined;
}
