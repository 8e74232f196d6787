import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { ContextRow, WordContext } from '../../../contract/words.ts';
import { api, type Client } from '../../client/shell.ts';
import { useText } from '../../messages/intl.tsx';
import { useWorkspace } from '../../state/workspace.ts';
import type { Shown } from '../frame/shown.ts';
import { listTable } from '../frame/tables.ts';
import { useQueryText } from '../frame/useQueryText.ts';
import { useWordViews } from '../words/state.ts';
import { codedOption, useWordsInput } from '../words/useWordsInput.ts';

/** Places listed at most, and words on either side of each. */
const PLACES = 5000;
const AROUND = 12;

/** So many are shown before all are counted: more than stand on a screen. */
const FIRST = 100;

/** Why there is no concordance. */
export type ContextLack = 'counting' | 'documents' | 'start' | 'none';

/** Places of a word, of which there may be more that are not counted yet. */
type Places = Pick<WordContext, 'rows'> & Partial<WordContext>;

/** Shows a place in its document, with the focus. */
export const openPlace = ({ documentId, start, end }: ContextRow): void =>
  useWorkspace.getState().open(documentId, { start, end, focus: true });

/** What the view of a word in its context shows, and why there is nothing, where there is not. */
export function useContextOfWord(): {
  picture: Shown;
  data: Places | undefined;
  lack: ContextLack | null;
} {
  const t = useText();
  const { query, kind, sort, coded } = useWordViews();
  const where = useWordsInput();
  const keyword = useMemo(() => ({ ...where, query, kind, around: AROUND }), [where, query, kind]);
  const input = useMemo(() => ({ ...keyword, sort, limit: PLACES }), [keyword, sort]);
  const { data: documents } = useQuery(api.documents.list.queryOptions());
  const data = usePlaces(keyword, input, sort === 'place');
  const queryText = useQueryText();
  const picture = useMemo((): Shown => {
    const rows = data?.rows ?? [];
    const more =
      data?.total !== undefined && data.total > rows.length
        ? ` ${t('words.kwic.first', { rows: PLACES })}`
        : '';
    return {
      title: query === '' ? t('words.view.kwic') : t('words.kwic.title', { query }),
      sentence:
        data?.total === undefined && rows.length > 0
          ? t('words.kwic.counting')
          : `${t('words.kwic.sentence', { total: data?.total ?? 0, documents: data?.documents ?? 0 })}${more}`,
      counts: t(`words.kwic.counts.${kind}`),
      draw: null,
      table: listTable(
        [
          ...(['before', 'match', 'after', 'document', 'page'] as const).map((name) => ({
            title: t(`words.kwic.column.${name}`),
          })),
          { title: t('words.kwic.column.paragraph'), numeric: true },
        ],
        rows,
        ({ before, match, after, documentTitle, page, paragraph }) => [
          before,
          match,
          after,
          documentTitle,
          page?.label ?? null,
          paragraph,
        ],
        openPlace,
      ),
      query: queryText({
        procedure: 'words.context',
        input,
        // The command line would take it for an option.
        command: query.startsWith('-')
          ? null
          : [
              'kwic',
              query,
              '--kind',
              kind,
              '--sort',
              sort,
              '--around',
              String(AROUND),
              '--limit',
              String(PLACES),
              ...codedOption(coded),
            ],
      }),
      name: t('words.kwic.file'),
    };
  }, [t, data, query, kind, sort, coded, input, queryText]);
  const lack = lackOf(documents?.length, query, data);
  return { picture, data, lack };
}

type Keyword = Parameters<Client['words']['firstPlaces']>[0];
type Asked = Parameters<Client['words']['context']>[0];

/**
 * Asks for the first places, which come sooner, and then for all. As the documents stand the first are found without the others;
 * sorted by words beside them all have to be found, and only the first shown.
 */
function usePlaces(keyword: Keyword, input: Asked, isByPlace: boolean): Places | undefined {
  const hasQuery = keyword.query !== '';
  const first = useQuery({
    ...api.words.firstPlaces.queryOptions({ input: { ...keyword, limit: FIRST } }),
    enabled: hasQuery && isByPlace,
  });
  const sorted = useQuery({
    ...api.words.context.queryOptions({ input: { ...input, limit: FIRST } }),
    enabled: hasQuery && !isByPlace,
  });
  const all = useQuery({
    ...api.words.context.queryOptions({ input }),
    enabled: hasQuery && !(isByPlace ? first : sorted).isPending,
    placeholderData: keepPreviousData,
  });
  const rows = first.data;
  const early = useMemo(() => (rows === undefined ? undefined : { rows }), [rows]);
  if (!hasQuery) return undefined;
  // What was asked before is shown until there is something better.
  const isOld = all.data === undefined || all.isPlaceholderData;
  return (isOld ? (isByPlace ? early : sorted.data) : undefined) ?? all.data;
}

function lackOf(documents: number | undefined, query: string, data: Places | undefined): ContextLack | null {
  if (documents === 0) return 'documents';
  if (query === '') return 'start';
  if (data === undefined) return 'counting';
  return data.rows.length === 0 ? 'none' : null;
}
