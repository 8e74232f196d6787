import { X } from 'lucide-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import { Button, Tag, TagGroup, TagList } from 'react-aria-components';
import { useText } from '../../messages/intl.tsx';
import { useDraft } from '../../state/drafts.ts';
import { Field } from '../../ui/Field.tsx';
import { Icon } from '../../ui/Icon.tsx';

/** A word of a list, with the language that it is in where that was said. */
export interface Token {
  readonly text: string;
  readonly language: string;
}

const keyOf = ({ text, language }: Token): string => `${language} ${text}`;

/** A list of words, each a token: added with Enter, taken away with Delete or its button. */
export function Tokens({
  name,
  label,
  tokens,
  isReadOnly,
  onChange,
}: {
  /** The field's name for whoever puts the cursor there. */
  name: string;
  label: string;
  tokens: readonly Token[];
  isReadOnly: boolean;
  /** Settles once `tokens` are those that were given. */
  onChange: (tokens: readonly Token[]) => Promise<unknown>;
}) {
  const t = useText();
  const [typed, setTyped] = useState('');
  const text = typed.trim();
  useDraft(text !== '');
  // Who types fast says the next word before the last one is there: it is added to what was said, not to what is shown.
  const said = useRef<readonly Token[] | null>(null);
  const change = async (changed: (now: readonly Token[]) => readonly Token[]) => {
    const next = changed(said.current ?? tokens);
    said.current = next;
    await onChange(next);
    if (said.current === next) said.current = null;
  };
  const add = () => {
    setTyped('');
    if (text === '') return;
    void change((now) => (now.some((token) => token.text === text) ? now : [...now, { text, language: '' }]));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') add();
    else if (event.key === 'Escape' && typed !== '') setTyped('');
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="tokens" data-field={name}>
      {isReadOnly ? null : (
        <div onKeyDownCapture={onKeyDown}>
          <Field label={label} value={typed} onChange={setTyped} onBlur={add} hint={t('code.words.hint')} />
        </div>
      )}
      {tokens.length === 0 ? null : (
        <TagGroup
          aria-label={label}
          {...(isReadOnly
            ? {}
            : { onRemove: (keys) => void change((now) => now.filter((token) => !keys.has(keyOf(token)))) })}
        >
          <TagList className="token-list">
            {tokens.map((token) => (
              <Tag key={keyOf(token)} id={keyOf(token)} textValue={token.text} className="token">
                <bdi {...(token.language === '' ? {} : { lang: token.language })}>{token.text}</bdi>
                {token.language === '' ? null : <span className="faint">{token.language}</span>}
                {isReadOnly ? null : (
                  <Button slot="remove" aria-label={t('code.words.remove', { word: token.text })}>
                    <Icon of={X} size={10} />
                  </Button>
                )}
              </Tag>
            ))}
          </TagList>
        </TagGroup>
      )}
    </div>
  );
}
