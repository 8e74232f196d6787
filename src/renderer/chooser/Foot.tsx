import { useState } from 'react';
import { Form } from 'react-aria-components';
import { write } from '../client/query.ts';
import { api } from '../client/shell.ts';
import { useText } from '../messages/intl.tsx';
import { ask } from '../ui/ask.ts';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import type { Choice, Purpose } from './choose.ts';

/** The name of what is to be written; a name that is taken is asked about before anything is replaced. */
export function SaveBar({
  folder,
  name,
  onName,
  onAnswer,
}: {
  folder: string;
  name: string;
  onName: (name: string) => void;
  onAnswer: (choices: readonly Choice[]) => void;
}) {
  const t = useText();
  const [waiting, setWaiting] = useState(false);
  const save = async () => {
    // The button stays as it is meanwhile: one that is disabled would drop the focus.
    if (waiting) return;
    setWaiting(true);
    const grant = (replace: boolean) =>
      write(api.files.grantNew.mutationOptions(), { folder, name, replace });
    let made = await grant(false);
    if (made?.exists === true && made.grant === null) {
      const replace = await ask({
        title: t('chooser.replace.title', { name }),
        body: t('chooser.replace.body'),
        confirm: t('chooser.replace.confirm'),
        danger: true,
      });
      made = replace ? await grant(true) : undefined;
    }
    setWaiting(false);
    if (made !== undefined && made.grant !== null) onAnswer([{ grant: made.grant, name: made.name }]);
  };
  return (
    <Form
      className="foot"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <div className="grow">
        <Field label={t('chooser.name')} value={name} onChange={onName} isRequired />
      </div>
      <Button look="plain" onPress={() => onAnswer([])}>
        {t('ui.cancel')}
      </Button>
      <Button type="submit" look="primary" isDisabled={name.trim() === ''}>
        {t('chooser.save')}
      </Button>
    </Form>
  );
}

/** What to do with what is picked. */
export function PickBar({
  purpose,
  picked,
  folder,
  onTake,
  onCancel,
}: {
  purpose: Exclude<Purpose, 'save'>;
  picked: readonly string[];
  folder: string;
  onTake: (tokens: readonly string[]) => void;
  onCancel: () => void;
}) {
  const t = useText();
  return (
    <div className="foot">
      <p className="grow quiet small">{purpose === 'folder' ? null : t(`chooser.hint.${purpose}`)}</p>
      <Button look="plain" onPress={onCancel}>
        {t('ui.cancel')}
      </Button>
      {purpose === 'plans' && picked.length === 0 ? (
        <Button onPress={() => onTake([folder])}>{t('chooser.importFolder')}</Button>
      ) : null}
      {purpose === 'folder' ? (
        <Button look="primary" onPress={() => onTake([picked[0] ?? folder])}>
          {t('chooser.useFolder')}
        </Button>
      ) : (
        <Button look="primary" isDisabled={picked.length === 0} onPress={() => onTake(picked)}>
          {purpose === 'plans' ? t('chooser.import', { count: picked.length }) : t('chooser.open')}
        </Button>
      )}
    </div>
  );
}
