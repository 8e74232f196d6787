import { useCommand } from '../commands/useCommands.ts';
import { Kbd } from './Kbd.tsx';

/** The key that acts for a command now, as the person may have changed it; nothing where it has none. */
export function CommandKbd({ command, boxed = false }: { command: string; boxed?: boolean }) {
  const { keys } = useCommand(command);
  return keys === undefined ? null : <Kbd keys={keys} boxed={boxed} />;
}
