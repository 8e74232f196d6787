import { useState } from 'react';
import { COMMAND_GROUPS, useRegistry } from '../commands/registry.ts';
import { useText } from '../messages/intl.tsx';
import { foldQuery, match } from '../ranking/match.ts';
import { useKeymap } from '../state/keymap.ts';
import { Button } from '../ui/Button.tsx';
import { Check } from '../ui/Check.tsx';
import { Field } from '../ui/Field.tsx';
import { KeyRow } from './KeyRow.tsx';

/** All commands that are there now with their keys, to be changed one by one. */
export function KeySettings() {
  const t = useText();
  const [typed, setTyped] = useState('');
  const commands = useRegistry((registry) => registry.commands);
  const { own, letters, allowLetters, reset } = useKeymap();
  const query = foldQuery(typed);
  const groups = COMMAND_GROUPS.map((group) => ({
    group,
    rows: [...commands.values()].filter(
      (command) => command.group === group && (query === '' || match(t(command.title), query) !== null),
    ),
  })).filter(({ rows }) => rows.length > 0);
  return (
    <section aria-labelledby="settings-keys">
      <h3 id="settings-keys">{t('settings.keys')}</h3>
      <Check isSelected={letters} onChange={allowLetters}>
        {t('settings.letters')}
      </Check>
      <p className="hint">{t('settings.letters.hint')}</p>
      <div className="set-find">
        <Field
          label={t('settings.find')}
          labelHidden
          placeholder={t('settings.find')}
          value={typed}
          onChange={setTyped}
        />
        <Button look="plain" isDisabled={Object.keys(own).length === 0} onPress={reset}>
          {t('settings.key.resetAll')}
        </Button>
      </div>
      {groups.length === 0 ? <p className="quiet">{t('settings.nothing')}</p> : null}
      {groups.map(({ group, rows }) => (
        <div key={group}>
          <h4>{t(`command.group.${group}`)}</h4>
          <dl>
            {rows.map((command) => (
              <KeyRow key={command.id} command={command} />
            ))}
          </dl>
        </div>
      ))}
    </section>
  );
}
