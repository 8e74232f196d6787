import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import type { CodeWords } from '../../../contract/code-edits.ts';
import type { CodeRow } from '../../../contract/codes.ts';
import { api } from '../../client/shell.ts';
import { useText } from '../../messages/intl.tsx';
import { useDraft } from '../../state/drafts.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { CodeText } from '../CodeText.tsx';
import { changeLabels, languageTag } from './labels.ts';
import type { Token } from './Tokens.tsx';

/** What is said of a code in each language, in the order in which it is shown. */
const KINDS = ['name', 'definition', 'example', 'note'] as const;
type Kind = (typeof KINDS)[number];

/** The words of one kind and language: those that are there, or an empty field for the first. */
function Words({
  code,
  kind,
  language,
  all,
  isReadOnly,
}: {
  code: CodeRow;
  kind: Kind;
  language: string;
  /** All words of this kind, in every language. */
  all: readonly Token[];
  isReadOnly: boolean;
}) {
  const t = useText();
  const own = all.filter((token) => token.language === language);
  // Without a language there is nothing to say that the code itself does not; what came from elsewhere stays.
  const shown = own.length > 0 || language === '' || isReadOnly ? own : [{ text: '', language }];
  const save = (before: Token, text: string) =>
    changeLabels(code.id, kind, (now) => {
      const after = { text: text.trim(), language };
      const at = now.findIndex((token) => token.language === language && token.text === before.text);
      const next = at < 0 ? [...now, after] : now.toSpliced(at, 1, after);
      return next.filter((token) => token.text !== '');
    });
  return shown.map((token, place) => (
    <CodeText
      // biome-ignore lint/suspicious/noArrayIndexKey: the field stays the same one while its words change
      key={place}
      name={`${kind}-${language}`}
      label={t(`code.words.${kind}`, { language: language === '' ? 'none' : language })}
      value={token.text}
      {...(kind === 'name' ? {} : { rows: 2 })}
      isReadOnly={isReadOnly}
      onSave={(text) => save(token, text)}
    />
  ));
}

/** Asks for a language to say things in. */
function NewLanguage({ onDone }: { onDone: (language: string | null) => void }) {
  const t = useText();
  const [typed, setTyped] = useState('');
  useDraft(typed !== '');
  const tag = languageTag(typed);
  return (
    <div className="new-language">
      <Field
        autoFocus
        label={t('code.languages.tag')}
        hint={t('code.languages.hint')}
        value={typed}
        onChange={setTyped}
        isInvalid={typed.trim() !== '' && tag === null}
        error={t('code.languages.error')}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && tag !== null) onDone(tag);
          else if (event.key === 'Escape') onDone(null);
          else event.continuePropagation();
        }}
      />
      <Button isDisabled={tag === null} onPress={() => onDone(tag)}>
        {t('code.languages.add')}
      </Button>
      <Button look="plain" onPress={() => onDone(null)}>
        {t('ui.cancel')}
      </Button>
    </div>
  );
}

const languagesIn = (labels: CodeWords['labels']): string[] => {
  const said = labels
    .filter(({ kind }) => KINDS.some((each) => each === kind))
    .map(({ language }) => language);
  return [...new Set(said)].toSorted();
};

/**
 * What a code is called and means in other languages: each is a group of fields, saved when they are left; empty ones go.
 * @param isAsked whether a language is being asked for
 */
export function Languages({
  code,
  isReadOnly,
  isAsked,
  onAsk,
}: {
  code: CodeRow;
  isReadOnly: boolean;
  isAsked: boolean;
  onAsk: (isAsked: boolean) => void;
}) {
  const t = useText();
  const box = useRef<HTMLDivElement>(null);
  const [begun, setBegun] = useState<readonly string[]>([]);
  const { data } = useQuery(api.codes.words.queryOptions({ input: { code: code.id } }));
  if (data === undefined) return null;
  const languages = [...new Set([...languagesIn(data.labels), ...begun])];
  const add = (language: string | null) => {
    onAsk(false);
    if (language === null) return;
    setBegun([...begun, language]);
    // The fields are drawn first.
    setTimeout(
      () => box.current?.querySelector<HTMLElement>(`[data-field="name-${language}"] input`)?.focus(),
      50,
    );
  };
  return (
    <div className="languages" ref={box}>
      {languages.map((language) => (
        <fieldset key={language} className="stack">
          <legend className="small quiet">
            {language === '' ? t('code.languages.none') : <LanguageName tag={language} />}
          </legend>
          {KINDS.map((kind) => (
            <Words
              key={kind}
              code={code}
              kind={kind}
              language={language}
              all={data.labels.filter((label) => label.kind === kind)}
              isReadOnly={isReadOnly}
            />
          ))}
        </fieldset>
      ))}
      {isReadOnly ? null : isAsked ? (
        <NewLanguage onDone={add} />
      ) : (
        <AriaButton className="link" onPress={() => onAsk(true)}>
          {t('code.languages.new')}
        </AriaButton>
      )}
    </div>
  );
}

/** A language by its name, with its tag. */
function LanguageName({ tag }: { tag: string }) {
  const t = useText();
  const known = languageTag(tag);
  const name = known === null ? undefined : new Intl.DisplayNames('en', { type: 'language' }).of(known);
  return name === undefined || name === tag ? <bdi>{tag}</bdi> : t('code.languages.name', { name, tag });
}
