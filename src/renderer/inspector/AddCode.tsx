import { Plus } from 'lucide-react';
import { Button } from 'react-aria-components';
import { useCommand } from '../commands/useCommands.ts';
import { useText } from '../messages/intl.tsx';
import { CommandKbd } from '../ui/CommandKbd.tsx';
import { Icon } from '../ui/Icon.tsx';

/** The row that opens the picker for what is selected. */
export function AddCode() {
  const t = useText();
  const { reason, run } = useCommand('reader.code');
  return (
    <Button className="in-add" isDisabled={reason !== undefined} onPress={run}>
      <Icon of={Plus} />
      <span className="grow">{t('inspector.add')}</span>
      <CommandKbd command="reader.code" boxed />
    </Button>
  );
}
