import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { ContextRow, WordContext } from '../../../contract/words.ts';
import { api } from '../../client/shell.ts';
import { useText } from '../../messages/intl.tsx';
import { useWorkspace } from '../../state/workspace.ts';
import type { Shown } from '../frame/shown.ts';
import { useQueryText } from '../frame/useQueryText.ts';
import { useWordViews } from '../words/state.ts';
import { codedOption, useWordsInput } from '../words/useWordsInput.ts';

/** Places listed at most, and words on either side of each. */
const PLACES = 5000;
const AROUND = 12;

/** Why there is no concordance. */
export type ContextLack = 'counting' | 'documents' | 'start' | 'none';

/** Shows a place in its document, with the focus. */
export const openPlace = ({ documentId, start, end }: ContextRow): void =>
  useWorkspace.getState().open(documentId, { start, end, focus: true });

/** What the view of a word in its context shows, and why there is nothing, where there is not. */
export function useContextOfWord(): {
  picture: Shown;
  data: WordContext | undefined;
  lack: ContextLack | null;
} {
  const t = useText();
  const { query, kind, sort, coded } = useWordViews();
  const where = useWordsInput();
  const input = useMemo(
    () => ({ ...where, query, kind, sort, around: AROUND, limit: PLACES }),
    [where, query, kind, sort],
  );
  const { data: documents } = useQuery(api.documents.list.queryOptions());
  const asked = useQuery({
    ...api.words.context.queryOptions({ input }),
    enabled: query !== '',
    placeholderData: keepPreviousData,
  });
  const data = query === '' ? undefined : asked.data;
  const queryText = useQueryText();
  const picture = useMemo((): Shown => {
    const rows = data?.rows ?? [];
    const more =
      data !== undefined && data.total > rows.length ? ` ${t('words.kwic.first', { rows: PLACES })}` : '';
    return {
      title: query === '' ? t('words.view.kwic') : t('words.kwic.title', { query }),
      sentence: `${t('words.kwic.sentence', { total: data?.total ?? 0, documents: data?.documents ?? 0 })}${more}`,
      counts: t(`words.kwic.counts.${kind}`),
      draw: null,
      table: {
        columns: [
          ...(['before', 'match', 'after', 'document', 'page'] as const).map((name) => ({
            title: t(`words.kwic.column.${name}`),
          })),
          { title: t('words.kwic.column.paragraph'), numeric: true },
        ],
        rows: rows.map((row) => ({
          cells: [
            row.before,
            row.match,
            row.after,
            row.documentTitle,
            row.page?.label ?? null,
            row.paragraph,
          ],
          open: () => openPlace(row),
        })),
      },
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

function lackOf(
  documents: number | undefined,
  query: string,
  data: WordContext | undefined,
): ContextLack | null {
  if (documents === 0) return 'documents';
  if (query === '') return 'start';
  if (data === undefined) return 'counting';
  return data.total === 0 ? 'none' : null;
}
