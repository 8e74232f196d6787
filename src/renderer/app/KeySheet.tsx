import { shellKind } from '../client/shell.ts';
import { COMMAND_GROUPS, keysOf, useRegistry } from '../commands/registry.ts';
import { useText } from '../messages/intl.tsx';
import { Button } from '../ui/Button.tsx';
import { Actions, Dialog } from '../ui/Dialog.tsx';
import { Kbd } from '../ui/Kbd.tsx';

/** All keys there are at present, made from the registry. */
export function KeySheet({ onClose }: { onClose: () => void }) {
  const t = useText();
  const commands = [...useRegistry((registry) => registry.commands).values()];
  return (
    <Dialog wide title={t('keys.title')} onClose={onClose}>
      <p className="quiet">{t('keys.letters')}</p>
      <div className="keys">
        {COMMAND_GROUPS.map((group) => {
          const rows = commands.filter(
            (command) => command.group === group && keysOf(command, shellKind()).length > 0,
          );
          if (rows.length === 0) return null;
          return (
            <section key={group}>
              <h3>{t(`command.group.${group}`)}</h3>
              <dl>
                {rows.map((command) => (
                  <div className="key-row" key={command.id}>
                    <dt>{t(command.title)}</dt>
                    <dd>
                      {keysOf(command, shellKind()).map((keys) => (
                        <Kbd key={keys} keys={keys} boxed />
                      ))}
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          );
        })}
      </div>
      <Actions>
        <Button look="primary" autoFocus onPress={onClose}>
          {t('ui.close')}
        </Button>
      </Actions>
    </Dialog>
  );
}
