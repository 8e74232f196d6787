import { SearchIcon } from 'lucide-react';
import { Input, SearchField } from 'react-aria-components';
import { CONTEXT_KINDS, CONTEXT_SORTS } from '../../../contract/words.ts';
import { useText } from '../../messages/intl.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { ChoiceMenu } from '../frame/Controls.tsx';
import { Frame } from '../frame/Frame.tsx';
import { Nothing } from '../frame/Nothing.tsx';
import { useEnteredWords, useWordViews } from '../words/state.ts';
import { WhereMenu } from '../words/Words.tsx';
import { Concordance } from './Concordance.tsx';
import { type ContextLack, useContextOfWord } from './useContext.ts';

/** The field of the keyword; Enter looks for it. */
function Keyword() {
  const t = useText();
  const typed = useWordViews((views) => views.typed);
  const find = (query: string) => useWordViews.setState({ query: query.trim() });
  return (
    <>
      <SearchField
        className="kwic-field"
        aria-label={t('words.kwic.field')}
        maxLength={500}
        value={typed}
        onChange={(next) => useWordViews.setState({ typed: next })}
        onSubmit={find}
        onClear={() => find('')}
      >
        <Input className="field" dir="auto" placeholder={t('words.kwic.placeholder')} />
      </SearchField>
      <IconButton
        label={t('words.kwic.go')}
        icon={SearchIcon}
        isDisabled={typed.trim() === ''}
        onPress={() => find(typed)}
      />
    </>
  );
}

/** Says why there is no concordance. */
function NoContext({ lack }: { lack: ContextLack }) {
  const t = useText();
  if (lack === 'counting' || lack === 'documents') return <Nothing lack={lack} />;
  return (
    <div className="ana-empty">
      <Empty title={t(`words.kwic.${lack}`)}>
        <p>{t(`words.kwic.${lack}.body`)}</p>
      </Empty>
    </div>
  );
}

/** Every place of a word or phrase with the words around it, aligned and sorted. */
export function Kwic() {
  const t = useText();
  useEnteredWords();
  const { query, kind, sort } = useWordViews();
  const { picture, data, lack } = useContextOfWord();
  const controls = (
    <>
      <Keyword />
      <ChoiceMenu
        label={t('words.kwic.kind')}
        choices={CONTEXT_KINDS.map((value) => ({ id: value, label: t(`words.kwic.kind.${value}`), value }))}
        present={kind}
        onChange={(next) => useWordViews.setState({ kind: next })}
      />
      <ChoiceMenu
        label={t('words.kwic.sort')}
        choices={CONTEXT_SORTS.map((value) => ({ id: value, label: t(`words.kwic.sort.${value}`), value }))}
        present={sort}
        onChange={(next) => useWordViews.setState({ sort: next })}
      />
      <WhereMenu />
    </>
  );
  return (
    <Frame
      picture={picture}
      controls={controls}
      body={data === undefined ? null : <Concordance rows={data.rows} query={query} />}
      empty={lack === null ? null : <NoContext lack={lack} />}
    />
  );
}
