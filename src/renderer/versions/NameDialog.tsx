import { useState } from 'react';
import { Form } from 'react-aria-components';
import type { CodebookVersion } from '../../contract/codebook-versions.ts';
import { useText } from '../messages/intl.tsx';
import { Button } from '../ui/Button.tsx';
import { Check } from '../ui/Check.tsx';
import { Actions, Dialog } from '../ui/Dialog.tsx';
import { Field } from '../ui/Field.tsx';
import { editVersion, nameVersion } from './actions.ts';

/** Asks how a state of the codebook is called: a new one, or with a version one that has a name. */
export function NameDialog({
  version,
  mayLock,
  onClose,
}: {
  version?: CodebookVersion | undefined;
  /** Whether it can be locked with it: not while it is locked already. */
  mayLock: boolean;
  onClose: () => void;
}) {
  const t = useText();
  const [name, setName] = useState(version?.name ?? '');
  const [note, setNote] = useState(version?.note ?? '');
  const [lock, setLock] = useState(false);
  const title =
    version === undefined ? t('versions.name.title') : t('versions.edit.title', { name: version.name });
  const save = async () => {
    if (name.trim() === '') return;
    const isDone =
      version === undefined ? await nameVersion(name, note, lock) : await editVersion(version.id, name, note);
    if (isDone) onClose();
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <Form
        className="vs-form"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Field
          label={t('versions.name.name')}
          placeholder={t('versions.name.placeholder')}
          value={name}
          onChange={setName}
          maxLength={200}
          autoFocus
        />
        <Field label={t('versions.name.note')} rows={2} value={note} onChange={setNote} />
        {version !== undefined || !mayLock ? null : (
          <div>
            <Check isSelected={lock} onChange={setLock} aria-describedby="versions-lock-hint">
              {t('versions.name.lock')}
            </Check>
            <p id="versions-lock-hint" className="hint">
              {t('versions.name.lock.hint')}
            </p>
          </div>
        )}
        <Actions>
          <Button look="plain" onPress={onClose}>
            {t('ui.cancel')}
          </Button>
          <Button look="primary" type="submit" isDisabled={name.trim() === ''}>
            {t(version === undefined ? 'versions.name.confirm' : 'versions.edit.confirm')}
          </Button>
        </Actions>
      </Form>
    </Dialog>
  );
}
