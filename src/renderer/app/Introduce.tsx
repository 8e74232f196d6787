import { useState } from 'react';
import { Form } from 'react-aria-components';
import { write } from '../client/query.ts';
import { api } from '../client/shell.ts';
import { useText } from '../messages/intl.tsx';
import { Button } from '../ui/Button.tsx';
import { Actions, Dialog } from '../ui/Dialog.tsx';
import { Field } from '../ui/Field.tsx';

/** Asks who the person at the machine is; every judgement bears their name. */
export function Introduce({ onClose }: { onClose: () => void }) {
  const t = useText();
  const [name, setName] = useState('');
  return (
    <Dialog title={t('coder.title')} onClose={onClose}>
      <Form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void write(api.coders.introduce.mutationOptions(), { name }).then((done) =>
            done === undefined ? undefined : onClose(),
          );
        }}
      >
        <Field
          autoFocus
          label={t('coder.name')}
          hint={t('coder.hint')}
          value={name}
          onChange={setName}
          isRequired
          maxLength={200}
          autoComplete="name"
        />
        <Actions>
          <Button look="plain" onPress={onClose}>
            {t('ui.cancel')}
          </Button>
          <Button type="submit" look="primary" isDisabled={name.trim() === ''}>
            {t('ui.save')}
          </Button>
        </Actions>
      </Form>
    </Dialog>
  );
}
