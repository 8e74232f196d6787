import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Form } from 'react-aria-components';
import { enterProject, fileNameFor } from '../app/project.ts';
import { chooseSave } from '../chooser/choose.ts';
import { write } from '../client/query.ts';
import { api } from '../client/shell.ts';
import { runExchange, useExchange } from '../exchange/importing.ts';
import { useText } from '../messages/intl.tsx';
import { Button } from '../ui/Button.tsx';
import { Actions, Dialog } from '../ui/Dialog.tsx';
import { Field } from '../ui/Field.tsx';

/** Asks for a name, once for the person's own, and then for a place; nothing else. */
export function NewProject({ onClose }: { onClose: () => void }) {
  const t = useText();
  const { data: me, isPending } = useQuery(api.coders.me.queryOptions());
  const source = useExchange((state) => state.source);
  // A project that is brought over is called what it was, unless the person says otherwise.
  const given = source === null ? '' : source.name.replace(/\.[^.]+$/, '');
  const [title, setTitle] = useState(given);
  const [coder, setCoder] = useState('');
  const [hidden, setHidden] = useState(false);
  const make = async () => {
    // One box at a time: the chooser takes this one's place, and gives it back if the person thinks better of it.
    setHidden(true);
    const choice = await chooseSave(`${fileNameFor(title)}.colligo`);
    const name = coder.trim();
    const state =
      choice === null
        ? undefined
        : await write(api.project.create.mutationOptions(), {
            grant: choice.grant,
            title,
            ...(name === '' ? {} : { coder: name }),
          });
    setHidden(false);
    if (state === undefined) return;
    onClose();
    enterProject(state);
    if (source !== null) void runExchange(source, title === given);
  };
  if (hidden || isPending) return null;
  const asks = me === null || me === undefined;
  const ready = title.trim() !== '' && (!asks || coder.trim() !== '');
  return (
    <Dialog title={t('new.title')} onClose={onClose}>
      <Form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) void make();
        }}
      >
        {source === null ? null : (
          <p className="quiet">
            <bdi>{t('exchange.of', { name: source.name })}</bdi>
          </p>
        )}
        <Field autoFocus label={t('new.name')} value={title} onChange={setTitle} isRequired maxLength={500} />
        {asks ? (
          <Field
            label={t('coder.name')}
            hint={t('coder.hint')}
            value={coder}
            onChange={setCoder}
            isRequired
            maxLength={200}
            autoComplete="name"
          />
        ) : null}
        <Actions>
          <Button look="plain" onPress={onClose}>
            {t('ui.cancel')}
          </Button>
          <Button type="submit" look="primary" isDisabled={!ready}>
            {t('new.place')}
          </Button>
        </Actions>
      </Form>
    </Dialog>
  );
}
