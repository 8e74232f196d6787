import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Form } from 'react-aria-components';
import type { ProjectState } from '../../contract/project.ts';
import { write } from '../client/query.ts';
import { api } from '../client/shell.ts';
import { useText } from '../messages/intl.tsx';
import { Button } from '../ui/Button.tsx';
import { Actions, Dialog } from '../ui/Dialog.tsx';
import { Field } from '../ui/Field.tsx';

function Fields({ project, onClose }: { project: ProjectState; onClose: () => void }) {
  const t = useText();
  const [title, setTitle] = useState(project.title);
  const [description, setDescription] = useState(project.description);
  return (
    <Form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void write(api.project.rename.mutationOptions(), { title, description }).then((done) =>
          done === undefined ? undefined : onClose(),
        );
      }}
    >
      <Field
        autoFocus
        label={t('rename.name')}
        value={title}
        onChange={setTitle}
        isRequired
        maxLength={500}
      />
      <Field label={t('rename.description')} value={description} onChange={setDescription} rows={4} serif />
      <Actions>
        <Button look="plain" onPress={onClose}>
          {t('ui.cancel')}
        </Button>
        <Button type="submit" look="primary" isDisabled={title.trim() === ''}>
          {t('ui.save')}
        </Button>
      </Actions>
    </Form>
  );
}

/** Changes what the project is called and says of itself. The file keeps its name. */
export function RenameProject({ onClose }: { onClose: () => void }) {
  const t = useText();
  const { data: project } = useQuery(api.project.state.queryOptions());
  if (project === null || project === undefined) return null;
  return (
    <Dialog title={t('rename.title')} onClose={onClose}>
      <Fields project={project} onClose={onClose} />
    </Dialog>
  );
}
