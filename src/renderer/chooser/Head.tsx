import { CornerLeftUp, FolderPlus } from 'lucide-react';
import { useState } from 'react';
import { Button as AriaButton, Form } from 'react-aria-components';
import { write } from '../client/query.ts';
import { api } from '../client/shell.ts';
import { useText } from '../messages/intl.tsx';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { IconButton } from '../ui/IconButton.tsx';

interface Place {
  readonly name: string;
  readonly token: string;
}

/** Asks for the name of a new folder, in the place of the crumbs. */
function NewFolder({ folder, onMade }: { folder: string; onMade: (token: string | null) => void }) {
  const t = useText();
  const [name, setName] = useState('');
  return (
    <Form
      className="row new-folder"
      onSubmit={(event) => {
        event.preventDefault();
        void write(api.files.makeFolder.mutationOptions(), { folder, name }).then((made) => {
          if (made !== undefined) onMade(made.token);
        });
      }}
    >
      <div className="grow">
        <Field
          autoFocus
          label={t('chooser.newFolder.name')}
          labelHidden
          value={name}
          onChange={setName}
          isRequired
        />
      </div>
      <Button look="plain" onPress={() => onMade(null)}>
        {t('ui.cancel')}
      </Button>
      <Button type="submit" isDisabled={name.trim() === ''}>
        {t('chooser.newFolder.make')}
      </Button>
    </Form>
  );
}

/** Where one is: places to begin from, the folders that lead here, the way up, and a new folder. */
export function Head({
  crumbs,
  places,
  folder,
  onGo,
}: {
  crumbs: readonly Place[];
  places: readonly Place[];
  folder: string;
  onGo: (token: string) => void;
}) {
  const t = useText();
  const [naming, setNaming] = useState(false);
  const above = crumbs.at(-2);
  return (
    <>
      <nav className="places" aria-label={t('chooser.places')}>
        {places.map((place) => (
          <AriaButton key={place.token} className="place clip" onPress={() => onGo(place.token)}>
            {place.name}
          </AriaButton>
        ))}
      </nav>
      {naming ? (
        <NewFolder
          folder={folder}
          onMade={(token) => {
            setNaming(false);
            if (token !== null) onGo(token);
          }}
        />
      ) : (
        <nav className="crumbs" aria-label={t('chooser.crumbs')}>
          <IconButton
            label={t('chooser.up')}
            icon={CornerLeftUp}
            keys="Backspace"
            isDisabled={above === undefined}
            onPress={() => (above === undefined ? undefined : onGo(above.token))}
          />
          <ol>
            {crumbs.map((crumb, index) => (
              <li key={crumb.token}>
                {index === crumbs.length - 1 ? (
                  <b aria-current="page">
                    <bdi>{crumb.name}</bdi>
                  </b>
                ) : (
                  <AriaButton className="menu-btn" onPress={() => onGo(crumb.token)}>
                    <bdi>{crumb.name}</bdi>
                  </AriaButton>
                )}
              </li>
            ))}
          </ol>
          <span className="grow" />
          <IconButton label={t('chooser.newFolder')} icon={FolderPlus} onPress={() => setNaming(true)} />
        </nav>
      )}
    </>
  );
}
