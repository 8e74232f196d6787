import './keys.css';
import { useState } from 'react';
import { shellKind } from '../client/shell.ts';
import { COMMAND_GROUPS, keysOf, useRegistry } from '../commands/registry.ts';
import { openHelp } from '../help/open.ts';
import { useText } from '../messages/intl.tsx';
import { foldQuery, match } from '../ranking/match.ts';
import { useKeymap } from '../state/keymap.ts';
import { useSheet } from '../state/sheet.ts';
import { Button } from '../ui/Button.tsx';
import { Actions, Dialog } from '../ui/Dialog.tsx';
import { Field } from '../ui/Field.tsx';
import { Kbd } from '../ui/Kbd.tsx';

/** All keys there are at present, made from the registry; to be searched, and to be printed. */
export function KeySheet({ onClose }: { onClose: () => void }) {
  const t = useText();
  const [typed, setTyped] = useState('');
  const letters = useKeymap((keymap) => keymap.letters);
  const commands = [...useRegistry((registry) => registry.commands).values()];
  const query = foldQuery(typed);
  return (
    <Dialog wide title={t('keys.title')} onClose={onClose}>
      <p className="quiet">{t(letters ? 'keys.letters' : 'keys.lettersOff')}</p>
      <div className="keys-find">
        <Field
          label={t('keys.find')}
          labelHidden
          placeholder={t('keys.find')}
          value={typed}
          onChange={setTyped}
          autoFocus
        />
      </div>
      <div className="keys">
        {COMMAND_GROUPS.map((group) => {
          const rows = commands.filter(
            (command) =>
              command.group === group &&
              keysOf(command, shellKind()).length > 0 &&
              (query === '' || match(t(command.title), query) !== null),
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
        <Button look="plain" onPress={() => openHelp()}>
          {t('command.help')}
        </Button>
        <Button look="plain" onPress={() => useSheet.getState().show('settings')}>
          {t('keys.change')}
        </Button>
        <Button onPress={() => print()}>{t('keys.print')}</Button>
        <Button look="primary" onPress={onClose}>
          {t('ui.close')}
        </Button>
      </Actions>
    </Dialog>
  );
}
