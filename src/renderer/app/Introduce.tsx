import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Form } from 'react-aria-components';
import { write } from '../client/query.ts';
import { api } from '../client/shell.ts';
import { useText } from '../messages/intl.tsx';
import { Button } from '../ui/Button.tsx';
import { Actions, Dialog } from '../ui/Dialog.tsx';
import { Field } from '../ui/Field.tsx';

/** The people who have coded in this project: whoever opens it on a second computer may be one of them. */
function Known({ onChoose }: { onChoose: (who: { name: string; coder: string }) => void }) {
  const t = useText();
  const { data: me } = useQuery(api.coders.me.queryOptions());
  const { data: coders = [] } = useQuery(api.coders.list.queryOptions());
  const { data: project } = useQuery(api.project.state.queryOptions());
  const people = coders.filter(({ kind }) => kind === 'person');
  // The sample's coders are nobody: whoever opens it is a third.
  if (me !== null || people.length === 0 || project?.isSample) return null;
  return (
    <fieldset className="known-coders">
      <legend className="f-label">{t('coder.known')}</legend>
      {people.map(({ id, name }) => (
        <Button key={id} onPress={() => onChoose({ name, coder: id })}>
          <bdi>{t('coder.iAm', { name })}</bdi>
        </Button>
      ))}
    </fieldset>
  );
}

/** Asks who the person at the machine is; every judgement bears their name. */
export function Introduce({ onClose }: { onClose: () => void }) {
  const t = useText();
  const [name, setName] = useState('');
  const introduce = (who: { name: string; coder?: string }) =>
    void write(api.coders.introduce.mutationOptions(), who).then((done) =>
      done === undefined ? undefined : onClose(),
    );
  return (
    <Dialog title={t('coder.title')} onClose={onClose}>
      <Known onChoose={introduce} />
      <Form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          introduce({ name });
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
