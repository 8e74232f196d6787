import type { LucideIcon } from 'lucide-react';
import { useCommand } from '../commands/useCommands.ts';
import { Button, type ButtonProps } from './Button.tsx';
import { IconButton } from './IconButton.tsx';

/** A button made from the registry: its words, its key, and whether it can be used now. */
export function CommandButton({
  command,
  withKeys = false,
  children,
  ...rest
}: Omit<ButtonProps, 'children' | 'keys' | 'onPress'> & {
  command: string;
  withKeys?: boolean;
  children?: string;
}) {
  const { title, keys, reason, run } = useCommand(command);
  return (
    <Button {...rest} isDisabled={reason !== undefined} keys={withKeys ? keys : undefined} onPress={run}>
      {children ?? title}
    </Button>
  );
}

/** An icon button made from the registry; its tooltip teaches the key. */
export function CommandIcon({ command, icon }: { command: string; icon: LucideIcon }) {
  const { title, keys, reason, run } = useCommand(command);
  return <IconButton label={title} icon={icon} keys={keys} isDisabled={reason !== undefined} onPress={run} />;
}
