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

/** The choices written one a line, each once. */
const linesOf = (text: string) => [
  ...new Set(
    text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  ),
];

const KINDS = AttributeRow.shape.kind.options;

/**
 * The form of a new attribute: a name, a kind and its choices.
 * @param onDone called when it was added, and when it was given up
 */
export function AttributeForm({
  appliesTo,
  onDone,
}: {
  appliesTo: AttributeRow['appliesTo'];
  onDone: () => void;
}) {
  const t = useText();
  const [name, setName] = useState('');
  const [kind, setKind] = useState<AttributeRow['kind']>('text');
  const [lines, setLines] = useState('');
  const add = async (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '') return;
    const input = { name: name.trim(), appliesTo, kind, choices: kind === 'choice' ? linesOf(lines) : [] };
    if ((await write(api.attributes.create.mutationOptions(), input)) === undefined) return;
    onDone();
  };
  return (
    <form
      className="in-new"
      onSubmit={(event) => void add(event)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.stopPropagation();
        onDone();
      }}
    >
      <input
        // biome-ignore lint/a11y/noAutofocus: the field stands where the button was that was pressed
        autoFocus
        className="field"
        aria-label={t('attributes.name')}
        placeholder={t('attributes.name')}
        dir="auto"
        maxLength={500}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <MenuButton
        label={t('attributes.kind')}
        value={t(`attributes.kind.${kind}`)}
        rows={KINDS.map((each) => ({
          id: each,
          label: t(`attributes.kind.${each}`),
          checked: each === kind,
          run: () => setKind(each),
        }))}
      />
      {kind === 'choice' ? (
        <textarea
          className="field area"
          aria-label={t('attributes.choices.lines')}
          placeholder={t('attributes.choices.lines')}
          dir="auto"
          rows={3}
          value={lines}
          onChange={(event) => setLines(event.target.value)}
        />
      ) : null}
      <span className="row">
        <Button type="submit" isDisabled={name.trim() === ''}>
          {t('attributes.create')}
        </Button>
        <Button look="plain" onPress={onDone}>
          {t('ui.cancel')}
        </Button>
      </span>
    </form>
  );
}

/** Adds an attribute that every document, or every case, can then have, in place. */
export function AddAttribute({ appliesTo }: { appliesTo: AttributeRow['appliesTo'] }) {
  const t = useText();
  const [isOpen, setOpen] = useState(false);
  if (isOpen) return <AttributeForm appliesTo={appliesTo} onDone={() => setOpen(false)} />;
  return (
    <AriaButton className="in-add" onPress={() => setOpen(true)}>
      <Icon of={Plus} />
      <span className="grow">{t('attributes.add')}</span>
    </AriaButton>
  );
}
