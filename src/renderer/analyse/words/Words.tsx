import { useQuery } from '@tanstack/react-query';
import { api } from '../../client/shell.ts';
import { useText } from '../../messages/intl.tsx';
import { Button } from '../../ui/Button.tsx';
import { Check } from '../../ui/Check.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { ChoiceMenu } from '../frame/Controls.tsx';
import { Frame } from '../frame/Frame.tsx';
import { Nothing } from '../frame/Nothing.tsx';
import { StopMenu } from './StopMenu.tsx';
import { useEnteredWords, useWordViews } from './state.ts';
import { useWords, type WordLack } from './useWords.ts';

/** How long words may have to be. */
const LENGTHS = [1, 2, 3, 4, 5] as const;

/** Whether all words count, or those in coded passages. */
export function WhereMenu() {
  const t = useText();
  const coded = useWordViews((views) => views.coded);
  return (
    <ChoiceMenu
      label={t('words.where')}
      choices={[
        { id: 'texts', label: t('words.where.texts'), value: false },
        { id: 'coded', label: t('words.where.coded'), value: true },
      ]}
      present={coded ? 'coded' : 'texts'}
      onChange={(next) => useWordViews.setState({ coded: next })}
    />
  );
}

/** What is compared with all other documents: a case, or in a project without cases a document. */
function GroupMenu() {
  const t = useText();
  const group = useWordViews((views) => views.group);
  const { data: cases = [] } = useQuery(api.cases.list.queryOptions());
  const { data: documents = [] } = useQuery(api.documents.list.queryOptions());
  const named =
    cases.length > 0
      ? cases.map(({ id, name }) => ({ id, label: name, value: { by: 'case' as const, id } }))
      : documents.map(({ id, title }) => ({ id, label: title, value: { by: 'document' as const, id } }));
  return (
    <ChoiceMenu
      label={t('words.compare')}
      choices={[{ id: 'none', label: t('words.compare.none'), value: null }, ...named]}
      present={group?.id ?? 'none'}
      onChange={(next: (typeof named)[number]['value'] | null) => useWordViews.setState({ group: next })}
    />
  );
}

/** Says why there is no list, and offers the way out. */
function NoWords({ lack }: { lack: WordLack }) {
  const t = useText();
  if (lack !== 'words') return <Nothing lack={lack} />;
  const all = () =>
    useWordViews.setState(({ resting }) => ({ resting, add: [], minLength: 1, numbers: true, coded: false }));
  return (
    <div className="ana-empty">
      <Empty title={t('words.empty')} actions={<Button onPress={all}>{t('words.empty.way')}</Button>}>
        <p>{t('words.empty.body')}</p>
      </Empty>
    </div>
  );
}

/** How often each word occurs: bars of the commonest, and a table of all. A row leads to the word in its context. */
export function Words() {
  const t = useText();
  useEnteredWords();
  const { minLength, numbers } = useWordViews();
  const { picture, lack, data } = useWords();
  const controls = (
    <>
      <WhereMenu />
      <StopMenu languages={data?.languages ?? []} />
      <ChoiceMenu
        label={t('words.length')}
        choices={LENGTHS.map((value) => ({
          id: String(value),
          label: t('words.length.letters', { count: value }),
          value,
        }))}
        present={String(minLength)}
        onChange={(next) => useWordViews.setState({ minLength: next })}
      />
      <GroupMenu />
      <Check isSelected={numbers} onChange={(next) => useWordViews.setState({ numbers: next })}>
        {t('words.numbers')}
      </Check>
    </>
  );
  return (
    <Frame picture={picture} controls={controls} empty={lack === null ? null : <NoWords lack={lack} />} />
  );
}
