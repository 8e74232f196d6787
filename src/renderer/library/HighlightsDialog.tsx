import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Autocomplete, Input, Label, ListBox, ListBoxItem, SearchField } from 'react-aria-components';
import type { Highlights } from '../../contract/imports.ts';
import { problemOf } from '../client/problem.ts';
import { api } from '../client/shell.ts';
import { useText } from '../messages/intl.tsx';
import { Button } from '../ui/Button.tsx';
import { Check } from '../ui/Check.tsx';
import { Actions, Dialog } from '../ui/Dialog.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Swatch } from '../ui/Swatch.tsx';
import { type Marked, stopTaking, takeHighlights, useTaking } from './taking.ts';

const NEW = 'new';

/** The code that they get: one of the codebook, found by typing, or a new one of the typed name. */
function CodeChoice({
  typed,
  chosen,
  onType,
  onChoose,
}: {
  typed: string;
  chosen: string;
  onType: (typed: string) => void;
  onChoose: (key: string) => void;
}) {
  const t = useText();
  const { data: codes = [] } = useQuery(api.codes.list.queryOptions());
  const wanted = typed.trim().toLowerCase();
  const shown = codes.filter(({ codable, path }) => codable && path.toLowerCase().includes(wanted));
  const name = typed.trim() === '' ? t('highlights.name') : typed.trim();
  return (
    <Autocomplete inputValue={typed} onInputChange={onType}>
      <SearchField autoFocus className="take-field">
        <Label className="f-label">{t('highlights.code')}</Label>
        <Input className="field" placeholder={t('highlights.name')} maxLength={300} dir="auto" />
      </SearchField>
      <ListBox
        aria-label={t('highlights.codes')}
        className="rows move-list take-list"
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[chosen]}
        onSelectionChange={(keys) => {
          const [key] = keys === 'all' ? [] : keys;
          if (key !== undefined) onChoose(String(key));
        }}
      >
        <ListBoxItem id={NEW} textValue={t('highlights.new', { name })} className="tree-row">
          <div className="in">{t('highlights.new', { name })}</div>
        </ListBoxItem>
        {shown.map((code) => (
          <ListBoxItem key={code.id} id={code.id} textValue={code.path} className="tree-row">
            <div className="in">
              <Swatch name={code.name} colour={code.colour} grouping={false} />
              <bdi className="clip">{code.path}</bdi>
            </div>
          </ListBoxItem>
        ))}
      </ListBox>
    </Autocomplete>
  );
}

function Choice({ document, highlights }: { document: Marked; highlights: Highlights }) {
  const t = useText();
  const { count, notes, authors, colours } = highlights;
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState(NEW);
  const [byColour, setByColour] = useState(true);
  const [isTaking, setTaking] = useState(false);
  const take = async () => {
    setTaking(true);
    const name = typed.trim() === '' ? t('highlights.name') : typed.trim();
    const done = await takeHighlights(document, chosen === NEW ? { name } : { code: chosen }, byColour);
    setTaking(false);
    if (done) stopTaking();
  };
  return (
    <>
      <p className="quiet">
        {t('highlights.about', { count })} {t('highlights.notes', { notes })}
        {authors.length === 0 ? null : t('highlights.authors', { authors: authors.join(', ') })}
      </p>
      <CodeChoice
        typed={typed}
        chosen={chosen}
        onType={(next) => {
          setTyped(next);
          // What is being typed is a new code, until one that is there is chosen.
          setChosen(NEW);
        }}
        onChoose={setChosen}
      />
      {colours.length > 1 ? (
        <Check isSelected={byColour} onChange={setByColour}>
          {t('highlights.byColour', { colours: colours.join(', ') })}
        </Check>
      ) : null}
      <Actions>
        <Button look="plain" onPress={stopTaking}>
          {t('ui.cancel')}
        </Button>
        <Button look="primary" isDisabled={isTaking} onPress={() => void take()}>
          {t('highlights.confirm', { count })}
        </Button>
      </Actions>
    </>
  );
}

function Inside({ document }: { document: Marked }) {
  const t = useText();
  const { data, error } = useQuery({
    ...api.imports.highlights.queryOptions({ input: { document: document.id } }),
    meta: { handled: true },
  });
  if (data !== undefined && data.count > 0) return <Choice document={document} highlights={data} />;
  const problem = error === null ? null : problemOf(error);
  return (
    <>
      {problem === null ? (
        <p className="quiet" role="status">
          {t(data === undefined ? 'highlights.looking' : 'highlights.none')}
        </p>
      ) : (
        <Notice tone="danger" title={problem.what}>
          <p>{[problem.safe, problem.remedy].filter(Boolean).join(' ')}</p>
        </Notice>
      )}
      <Actions>
        <Button autoFocus onPress={stopTaking}>
          {t('ui.close')}
        </Button>
      </Actions>
    </>
  );
}

/** Asks, when it was asked for, under which code the highlights that came with a file shall become passages. */
export function HighlightsDialog() {
  const t = useText();
  const about = useTaking((taking) => taking.about);
  if (about === null) return null;
  return (
    <Dialog title={t('highlights.title', { title: about.title })} onClose={stopTaking}>
      <Inside document={about} />
    </Dialog>
  );
}
