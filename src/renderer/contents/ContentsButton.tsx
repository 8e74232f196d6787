import { ListTree } from 'lucide-react';
import { useCommand } from '../commands/useCommands.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { toggleContents, useIsOpen } from './open.ts';

/** Opens the contents, or puts them away; the focus stays on it. */
export function ContentsButton() {
  const { title, keys, reason } = useCommand('contents.toggle');
  const isOpen = useIsOpen();
  return (
    <IconButton
      label={title}
      icon={ListTree}
      keys={keys}
      aria-pressed={isOpen}
      isDisabled={reason !== undefined}
      onPress={() => toggleContents(false)}
    />
  );
}
