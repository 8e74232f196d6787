import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import type { WordList, WordRow } from '../../../contract/words.ts';
import { api } from '../../client/shell.ts';
import { useText } from '../../messages/intl.tsx';
import { narrows, useScope } from '../../state/scope.ts';
import type { Shown, ShownTable } from '../frame/shown.ts';
import { listTable } from '../frame/tables.ts';
import { useQueryText } from '../frame/useQueryText.ts';
import { type Bar, drawBars } from '../frequencies/draw.ts';
import { chooseFace, useAnalysis } from '../state.ts';
import { useWordViews } from './state.ts';
import { codedOption, useWordsInput } from './useWordsInput.ts';

/** Bars of the picture, and rows of the table at most: more of them nobody reads. */
const BARS = 30;
const ROWS = 20_000;

/** Why there is no list. */
export type WordLack = 'counting' | 'documents' | 'scope' | 'words';

/** Lists the places of a word as it was counted. @param focus whether the concordance takes the focus */
function showContext(word: string, focus: boolean): void {
  useWordViews.setState({ query: word, typed: word, kind: 'form', asked: focus });
  useAnalysis.setState({ view: 'kwic' });
  chooseFace('table');
}

/** What is asked of the engine. */
function useInput() {
  const { resting, add, keep, minLength, numbers, group } = useWordViews();
  const where = useWordsInput();
  return useMemo(() => {
    const compared =
      group === null ? {} : { group: { columns: { by: group.by }, column: group.id }, sort: 'key' as const };
    return { ...where, stop: { skip: resting, add, keep }, minLength, numbers, limit: ROWS, ...compared };
  }, [where, resting, add, keep, minLength, numbers, group]);
}

/** How the command line says it, but for the scope; null while the name of what is compared is not known. */
function useCommand(groupName: string | null) {
  const { resting, add, keep, minLength, numbers, coded, group } = useWordViews();
  return useMemo((): readonly [string, ...string[]] | null => {
    if (group !== null && groupName === null) return null;
    return [
      'words',
      ...resting.flatMap((language) => ['--skip-list', language]),
      ...add.flatMap((word) => ['--stop', word]),
      ...keep.flatMap((word) => ['--keep', word]),
      ...(minLength > 1 ? ['--min-length', String(minLength)] : []),
      ...(numbers ? [] : ['--no-numbers']),
      ...codedOption(coded),
      ...(group === null ? [] : ['--columns', group.by, '--group', groupName ?? '']),
      ...['--limit', String(ROWS)],
    ];
  }, [resting, add, keep, minLength, numbers, coded, group, groupName]);
}

/** The sentence about the whole, made from the data. */
function useSentence(data: WordList | undefined, groupName: string | null): string {
  const t = useText();
  const first = data?.rows[0];
  if (data === undefined || first === undefined) return t('words.nothing');
  const values = { word: first.word, count: first.count, total: data.total, documents: first.documents };
  if (first.key === null || groupName === null) return t('words.most', { ...values, among: data.documents });
  if (first.key.logRatio <= 0) return t('words.key.nothing', { group: groupName });
  const times = 2 ** first.key.logRatio;
  return t('words.key', { word: first.word, group: groupName, count: first.key.count, times });
}

/** What the view of words shows, and why there is nothing, where there is not. */
export function useWords(): { picture: Shown; lack: WordLack | null; data: WordList | undefined } {
  const t = useText();
  const { formatNumber } = useIntl();
  const isNarrow = useScope(({ scope }) => narrows(scope));
  const group = useWordViews((views) => views.group);
  const groupName = useGroupName();
  const input = useInput();
  const { data } = useQuery({
    ...api.words.frequencies.queryOptions({ input }),
    placeholderData: keepPreviousData,
  });
  const { data: documents } = useQuery(api.documents.list.queryOptions());
  const sentence = useSentence(data, groupName);
  const command = useCommand(groupName);
  const queryText = useQueryText();
  const picture = useMemo((): Shown => {
    const isCompared = group !== null && data?.group !== null;
    const shown = (data?.rows ?? []).slice(0, BARS).filter(({ key }) => !isCompared || isTypical(key));
    const bars = shown.map((row): Bar => {
      const value = isCompared ? (row.key?.g2 ?? 0) : row.count;
      const figure = formatNumber(value, { maximumFractionDigits: isCompared ? 1 : 0 });
      const hint = `${row.word}: ${t('analyse.amount.words', { count: row.count })}`;
      return { id: row.word, name: row.word, value, figure, hint };
    });
    return {
      title: isCompared ? t('words.title.key', { group: groupName ?? '' }) : t('words.view'),
      sentence,
      counts: `${t(isCompared ? 'words.counts.key' : 'words.counts', { words: data?.words ?? 0, counted: data?.counted ?? 0 })}${
        data !== undefined && data.total > data.rows.length
          ? ` ${t('words.first', { rows: ROWS, total: data.total })}`
          : ''
      }`,
      draw: bars.length === 0 ? null : (room) => drawBars(bars, room, formatNumber),
      table: tableOf(data, isCompared, t),
      query: queryText({ procedure: 'words.frequencies', input, command }),
      name: t('words.file'),
    };
  }, [t, formatNumber, data, group, groupName, sentence, input, command, queryText]);
  return { picture, data, lack: lackOf(documents?.length, data, isNarrow) };
}

const isTypical = (key: WordRow['key']) => key !== null && key.logRatio > 0;

function lackOf(
  documents: number | undefined,
  data: WordList | undefined,
  isNarrow: boolean,
): WordLack | null {
  if (documents === 0) return 'documents';
  if (data === undefined) return 'counting';
  if (data.total > 0) return null;
  return data.words === 0 && isNarrow ? 'scope' : 'words';
}

/** The name of the case or document that is compared; null where none is, or it is gone. */
function useGroupName(): string | null {
  const group = useWordViews((views) => views.group);
  const { data: cases } = useQuery(api.cases.list.queryOptions());
  const { data: documents } = useQuery(api.documents.list.queryOptions());
  if (group === null) return null;
  if (group.by === 'case') return cases?.find(({ id }) => id === group.id)?.name ?? null;
  return documents?.find(({ id }) => id === group.id)?.title ?? null;
}

function tableOf(data: WordList | undefined, isCompared: boolean, t: ReturnType<typeof useText>): ShownTable {
  const words = data?.words ?? 0;
  const names = ['count', 'share', 'documents', 'dispersion'] as const;
  const keys = isCompared ? (['inGroup', 'g2', 'logRatio'] as const) : [];
  return listTable(
    [
      { title: t('words.column.word') },
      ...[...names, ...keys].map((name) => ({ title: t(`words.column.${name}`), numeric: true })),
    ],
    data?.rows ?? [],
    ({ word, count, documents, dispersion, key }) => [
      word,
      count,
      words === 0 ? null : (count / words) * 10_000,
      documents,
      dispersion,
      ...(isCompared ? [key?.count ?? null, key?.g2 ?? null, key?.logRatio ?? null] : []),
    ],
    ({ word }, focus) => showContext(word, focus),
  );
}
