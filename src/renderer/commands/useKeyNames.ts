import { shellKind } from '../client/shell.ts';
import { useKeymap } from '../state/keymap.ts';
import { formatKeys } from './keys.ts';
import { keysOf, useRegistry } from './registry.ts';

/** Commands whose keys are named in sentences. */
const NAMED = {
  code: 'reader.code',
  memo: 'memo.write',
  down: 'reader.nextUnit',
  up: 'reader.previousUnit',
  passage: 'passages.next',
  quote: 'compare.nextQuote',
} as const;

/**
 * Gives the keys that act now, as they are written on this system, for messages that teach them.
 * @returns values for a message, by the name it uses: `none` where a command has no key, since letters are switched off
 */
export function useKeyNames(): Readonly<Record<keyof typeof NAMED, string>> {
  const commands = useRegistry((registry) => registry.commands);
  // Only so that the keys are asked again after a change.
  useKeymap();
  const nameOf = (id: string): string => {
    const command = commands.get(id);
    const [keys] = command === undefined ? [] : keysOf(command, shellKind());
    return keys === undefined ? 'none' : formatKeys(keys);
  };
  return {
    code: nameOf(NAMED.code),
    memo: nameOf(NAMED.memo),
    down: nameOf(NAMED.down),
    up: nameOf(NAMED.up),
    passage: nameOf(NAMED.passage),
    quote: nameOf(NAMED.quote),
  };
}
