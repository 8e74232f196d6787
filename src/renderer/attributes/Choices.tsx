import { ArrowUp, X } from 'lucide-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import { Input, TextField } from 'react-aria-components';
import type { AttributeRow } from '../../contract/cases.ts';
import { PlainField } from '../inspector/PlainField.tsx';
import { useText } from '../messages/intl.tsx';
import { useDraft } from '../state/drafts.ts';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { changeChoices, choicesNow, removeChoice } from './actions.ts';

/** The field in which a new choice is named; Enter or leaving adds it at the end. */
function AddChoice({ attribute }: { attribute: AttributeRow }) {
  const t = useText();
  const [text, setText] = useState('');
  useDraft(text.trim() !== '');
  const add = async () => {
    const label = text.trim();
    if (label === '') return;
    if (await changeChoices(attribute, [...choicesNow(attribute), { was: null, label }])) setText('');
  };
  return (
    <TextField
      aria-label={t('attributes.choice.add')}
      className="wide"
      autoFocus
      value={text}
      onChange={setText}
      onBlur={() => void add()}
      onKeyDown={(event) => {
        if (event.key === 'Enter') void add();
        // Escape gives up the draft first; without one it goes on to whatever else it closes.
        if (event.key === 'Escape' && text !== '') setText('');
        else event.continuePropagation();
      }}
    >
      <Input className="field in-plain" placeholder={t('attributes.choice.add')} dir="auto" maxLength={500} />
    </TextField>
  );
}

/** The choices of an attribute, each with its label to edit; every change is a step of its own. */
export function Choices({ attribute, onDone }: { attribute: AttributeRow; onDone: () => void }) {
  const t = useText();
  const { choices, name } = attribute;
  const rename = (choice: string, label: string) =>
    changeChoices(
      attribute,
      choices.map((was) => ({ was, label: was === choice ? label.trim() : was })),
    );
  const list = useRef<HTMLUListElement>(null);
  const raise = async (at: number) => {
    const rows = choicesNow(attribute);
    const [row] = rows.splice(at, 1);
    if (row === undefined || !(await changeChoices(attribute, rows.toSpliced(at - 1, 0, row)))) return;
    // The focus goes up with it.
    list.current?.querySelector<HTMLElement>(`li:nth-child(${at}) input`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.stopPropagation();
    onDone();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as this is
    <div
      className="in-choices"
      role="group"
      aria-label={t('attributes.choices', { name })}
      onKeyDown={onKeyDown}
    >
      <ul ref={list}>
        {choices.map((choice, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the label changes while its field has the focus
          <li key={at} className="in-code">
            <PlainField
              label={t('attributes.choice.label', { choice })}
              value={choice}
              isReadOnly={false}
              check={(text) =>
                text.trim() !== '' && !choices.some((each) => each !== choice && each === text.trim())
              }
              onSave={(text) => rename(choice, text)}
            />
            {at === 0 ? null : (
              <IconButton
                label={t('attributes.choice.raise', { choice })}
                icon={ArrowUp}
                onPress={() => void raise(at)}
              />
            )}
            <IconButton
              label={t('attributes.choice.remove', { choice })}
              icon={X}
              onPress={() => void removeChoice(attribute, choice)}
            />
          </li>
        ))}
      </ul>
      <AddChoice key={choices.length} attribute={attribute} />
      <Button look="plain" onPress={onDone}>
        {t('attributes.choices.done')}
      </Button>
    </div>
  );
}
