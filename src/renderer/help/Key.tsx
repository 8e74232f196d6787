import { shellKind } from '../client/shell.ts';
import { keysOf } from '../commands/registry.ts';
import { useText } from '../messages/intl.tsx';
import { useKeymap } from '../state/keymap.ts';
import { Kbd } from '../ui/Kbd.tsx';
import { KNOWN_COMMANDS } from './known.ts';

/** A key within a sentence: that which acts for the command now, as the person may have changed it. */
export function Key({ command, keys }: { command?: string; keys?: string }) {
  const t = useText();
  // Only so that the keys are asked again after a change.
  useKeymap();
  if (keys !== undefined) return <Kbd keys={keys} boxed />;
  const known = command === undefined ? undefined : KNOWN_COMMANDS.get(command);
  if (known === undefined) return null;
  const [chord] = keysOf(known, shellKind());
  return chord === undefined ? t('help.noKey', { command: t(known.title) }) : <Kbd keys={chord} boxed />;
}
