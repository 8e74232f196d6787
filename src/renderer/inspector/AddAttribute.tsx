import { Plus } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { AttributeRow } from '../../contract/cases.ts';
import { write } from '../client/query.ts';
import { api } from '../client/shell.ts';
import { useText } from '../messages/intl.tsx';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { MenuButton } from '../ui/Menu.tsx';

const KINDS = AttributeRow.shape.kind.options;

/** Adds an attribute that every document can then have: a name and a kind, in place. */
export function AddAttribute() {
  const t = useText();
  const [name, setName] = useState<string | null>(null);
  const [kind, setKind] = useState<AttributeRow['kind']>('text');
  if (name === null) {
    return (
      <AriaButton className="in-add" onPress={() => setName('')}>
        <Icon of={Plus} />
        <span className="grow">{t('document.attribute.add')}</span>
      </AriaButton>
    );
  }
  const add = async (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '') return;
    const input = { name: name.trim(), appliesTo: 'document', kind } as const;
    if ((await write(api.attributes.create.mutationOptions(), input)) !== undefined) setName(null);
  };
  return (
    <form
      className="in-new"
      onSubmit={(event) => void add(event)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.stopPropagation();
        setName(null);
      }}
    >
      <input
        // biome-ignore lint/a11y/noAutofocus: the field stands where the button was that was pressed
        autoFocus
        className="field"
        aria-label={t('document.attribute.name')}
        placeholder={t('document.attribute.name')}
        dir="auto"
        maxLength={500}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <MenuButton
        label={t('document.attribute.kind')}
        value={t(`document.kind.${kind}`)}
        rows={KINDS.map((each) => ({
          id: each,
          label: t(`document.kind.${each}`),
          checked: each === kind,
          run: () => setKind(each),
        }))}
      />
      <span className="row">
        <Button type="submit" isDisabled={name.trim() === ''}>
          {t('document.attribute.create')}
        </Button>
        <Button look="plain" onPress={() => setName(null)}>
          {t('ui.cancel')}
        </Button>
      </span>
    </form>
  );
}
