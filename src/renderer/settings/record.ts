import type { ShellKind } from '../client/shell.ts';
import { isLetter } from '../commands/keys.ts';
import { type Command, conflictOf, givenKeysOf } from '../commands/registry.ts';

/** Chords that browsers act on before the page hears of them. */
const CLAIMED: readonly string[] = [
  'Mod+T',
  'Mod+N',
  'Mod+W',
  'Mod+Q',
  'Mod+H',
  'Mod+M',
  'Mod+Tab',
  'Mod+Shift+Tab',
  'Mod+Shift+T',
  'Mod+Shift+N',
  'Mod+Shift+W',
  'Mod+PageUp',
  'Mod+PageDown',
  'Alt+F4',
  'F11',
];

/** What hearing a chord for a command comes to. */
export type Verdict =
  | { readonly kind: 'free'; readonly keys: string }
  | { readonly kind: 'taken'; readonly keys: string; readonly by: Command }
  | { readonly kind: 'claimed'; readonly keys: string }
  | { readonly kind: 'letter'; readonly keys: string };

/**
 * Says whether a chord can be the key of a command.
 * @param commands all that are registered
 */
export function judge(command: Command, keys: string, commands: Iterable<Command>, kind: ShellKind): Verdict {
  if (kind === 'browser' && CLAIMED.includes(keys)) return { kind: 'claimed', keys };
  if (isLetter(keys) && command.panes === undefined) return { kind: 'letter', keys };
  const by = conflictOf(command, keys, commands, kind);
  return by === undefined ? { kind: 'free', keys } : { kind: 'taken', keys, by };
}

/** The chords of a command once another has taken one of them. */
export function without(command: Command, keys: string, kind: ShellKind): readonly string[] {
  return givenKeysOf(command, kind).filter((each) => each !== keys);
}
