import type { LucideIcon } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components';
import { useCommand } from '../commands/useCommands.ts';
import { Icon } from '../ui/Icon.tsx';
import { Kbd } from '../ui/Kbd.tsx';

/** One of the things to begin with: what it is called, its key, and what it asks for. */
export function Beginning({
  command,
  icon,
  title,
  hint,
  first = false,
}: {
  command: string;
  icon: LucideIcon;
  title: string;
  hint: string;
  first?: boolean;
}) {
  const { keys, run } = useCommand(command);
  return (
    <AriaButton className={first ? 'act first' : 'act'} autoFocus={first} onPress={run}>
      <Icon of={icon} />
      <b>{title}</b>
      {keys === undefined ? <span /> : <Kbd keys={keys} />}
      <span className="d">{hint}</span>
    </AriaButton>
  );
}
