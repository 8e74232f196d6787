import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import { listCell } from '../../compare/list.ts';
import { useTable } from '../../compare/useTable.ts';
import { useText } from '../../messages/intl.tsx';
import { useCodebook } from '../../reader/useCodebook.ts';
import { useScopeInput } from '../../scope/useScopeInput.ts';
import type { Lack } from '../frame/Nothing.tsx';
import type { Shown } from '../frame/shown.ts';
import { listTable } from '../frame/tables.ts';
import { useLack } from '../frame/useLack.ts';
import { useQueryText } from '../frame/useQueryText.ts';
import { useAnalysis } from '../state.ts';
import { type Bar, drawBars } from './draw.ts';
import { type CodeFrequency, extremesOf, frequenciesOf } from './rows.ts';

/** The measures as the command line calls them; it has no word for documents in its totals. */
const ON_LINE = { passages: 'spans', codings: 'codings', words: 'words', documents: null } as const;

/** The sentence about the whole, made from the data. */
function useSentence(rows: readonly CodeFrequency[], among: number): string {
  const t = useText();
  const measure = useAnalysis((analysis) => analysis.frequency);
  return useMemo(() => {
    const extremes = extremesOf(rows, measure);
    if (extremes === null) return t('analyse.frequencies.nothing');
    const { most, ties, rarest } = extremes;
    const values = { code: most.code.name, count: most[measure], documents: most.documents, among, ties };
    const first = t(`analyse.frequencies.${measure}`, values);
    if (rarest === null) return first;
    return `${first} ${t('analyse.frequencies.rarest', { code: rarest.code.name, count: rarest[measure] })}`;
  }, [t, rows, among, measure]);
}

/** What the view of frequencies shows, and why there is nothing, where there is not. */
export function useFrequencies(): { picture: Shown; lack: Lack | null } {
  const t = useText();
  const { formatNumber } = useIntl();
  const { frequency: measure, rollUp, coder, most } = useAnalysis();
  const codebook = useCodebook();
  const scoped = useScopeInput();
  const input = useMemo(
    () => ({
      columns: { by: 'document' as const },
      rollUp,
      ...(coder === null ? {} : { coder }),
      ...scoped,
    }),
    [rollUp, coder, scoped],
  );
  const data = useTable(input);
  const rows = useMemo(
    () => (data === undefined ? [] : frequenciesOf(data, codebook.codes, measure)),
    [data, codebook, measure],
  );
  const sentence = useSentence(rows, data?.columns.length ?? 0);
  const queryText = useQueryText();
  const lack = useLack(
    data?.columns.length,
    rows.some((row) => row.codings > 0),
  );
  const picture = useMemo((): Shown => {
    const bars = rows
      .filter((row) => row[measure] > 0)
      .slice(0, most ?? rows.length)
      .map(
        (row): Bar => ({
          id: row.code.id,
          name: row.code.name,
          value: row[measure],
          figure: formatNumber(row[measure]),
          hint: `${row.code.path}: ${t(`analyse.amount.${measure}`, { count: row[measure] })}`,
        }),
      );
    const onLine = ON_LINE[measure];
    return {
      title: t('analyse.frequencies.title'),
      sentence,
      counts: t(`analyse.frequencies.counts.${measure}`),
      draw: bars.length === 0 ? null : (room) => drawBars(bars, room, formatNumber),
      table: listTable(
        [
          { title: t('analyse.column.code') },
          ...(['passages', 'codings', 'words', 'documents'] as const).map((name) => ({
            title: t(`analyse.measure.${name}`),
            numeric: true,
          })),
        ],
        rows,
        ({ code, passages, codings, words, documents }) => [code.path, passages, codings, words, documents],
        ({ code: { id, name } }, focus) =>
          void listCell({ name, codes: [id], below: rollUp, documents: null, coder }, focus),
      ),
      query: queryText({
        procedure: 'compare.table',
        input,
        command:
          onLine === null || coder !== null
            ? null
            : ['table', '--columns', 'document', '--measure', onLine, ...(rollUp ? ['--roll-up'] : [])],
      }),
      name: t('analyse.frequencies.file'),
    };
  }, [t, formatNumber, rows, measure, most, sentence, rollUp, coder, queryText, input]);
  return { picture, lack };
}
