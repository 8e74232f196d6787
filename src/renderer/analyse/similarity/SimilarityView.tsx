import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import { LIKENESSES, type Likeness, type Similarity } from '../../../contract/analyse.ts';
import { unpackSimilarity } from '../../../contract/packed-similarity.ts';
import { api } from '../../client/shell.ts';
import { shadesOf } from '../../compare/heat.ts';
import { useText } from '../../messages/intl.tsx';
import { useScopeInput } from '../../scope/useScopeInput.ts';
import { drawCells, type PictureCell } from '../cells/draw.ts';
import { ChoiceMenu, CoderMenu, RollUp } from '../frame/Controls.tsx';
import { Frame } from '../frame/Frame.tsx';
import { Nothing } from '../frame/Nothing.tsx';
import type { Shown } from '../frame/shown.ts';
import { useLack } from '../frame/useLack.ts';
import { useQueryText } from '../frame/useQueryText.ts';
import { useAnalysis } from '../state.ts';
import { listShared } from './open.ts';
import { drawnOrder, drawnPairs, MOST, nearestPair, pairAt, rankedPairs } from './pairs.ts';

const NONE: Similarity = { columns: [], without: 0, values: [], open: [], mergers: [], order: [] };

/** Gives what is shown of documents that are alike. */
function useSimilarity(likeness: Likeness) {
  const t = useText();
  const { formatNumber } = useIntl();
  const { rollUp, coder } = useAnalysis();
  const scoped = useScopeInput();
  const queryText = useQueryText();
  const input = useMemo(
    () => ({ likeness, rollUp, ...(coder === null ? {} : { coder }), ...scoped }),
    [likeness, rollUp, coder, scoped],
  );
  const { data } = useQuery({
    ...api.analyse.similarity.queryOptions({ input, select: unpackSimilarity }),
    placeholderData: keepPreviousData,
    // Comparing with what there was takes longer than drawing what is new.
    structuralSharing: false,
  });
  const picture = useMemo((): Shown => {
    const similarity = data ?? NONE;
    const ranked = rankedPairs(similarity);
    const pairOf = (rank: number) => pairAt(similarity, ranked[rank] ?? 0);
    const titleOf = (place: number) => similarity.columns[place]?.title ?? '';
    const figure = (value: number) =>
      formatNumber(value, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
    const order = drawnOrder(similarity);
    const shown = drawnPairs(similarity, ranked, order);
    const shades = shadesOf(shown.map(({ value }) => Math.round(value * 100) / 100));
    const cells = shown.flatMap(({ a, b, value, rank, places: [row, column] }): PictureCell[] => {
      const rounded = Math.round(value * 100) / 100;
      const hint = t('statistics.similarity.hint', { a: titleOf(a), b: titleOf(b), value });
      const cell = {
        kind: 'present' as const,
        value: rounded,
        figure: figure(value),
        hint,
        ...(value === 0 ? {} : { opens: rank }),
      };
      return [
        { ...cell, row, column },
        { ...cell, row: column, column: row },
      ];
    });
    const itself = order.map((place, index): PictureCell => {
      const own = { row: index, column: index, kind: 'itself' as const, value: 1 };
      return { ...own, figure: '1', hint: titleOf(place) };
    });
    const drawing = {
      rows: order.map((place) => ({ name: titleOf(place), colour: null, total: '' })),
      columns: order.map(titleOf),
      total: '',
      cells: [...cells, ...itself],
      shades,
      legend: shades.map(({ step, from, to }) => ({
        of: step,
        words: from === to ? figure(from) : t('compare.range', { from: figure(from), to: figure(to) }),
      })),
    };
    const nearest = nearestPair(similarity, ranked);
    const hasMore = similarity.columns.length > order.length;
    const first = hasMore ? ` ${t('statistics.similarity.first', { count: MOST })}` : '';
    return {
      title: t('statistics.similarity.title'),
      sentence:
        nearest === undefined
          ? t('statistics.similarity.few')
          : t('statistics.similarity.sentence', {
              a: titleOf(nearest.a),
              b: titleOf(nearest.b),
              value: nearest.value,
            }),
      counts: `${t(`statistics.similarity.counts.${likeness}`)}${first}`,
      draw: ranked.length === 0 ? null : (room) => drawCells(drawing, room),
      table: {
        columns: [
          { title: t('analyse.column.document') },
          { title: t('statistics.column.other') },
          { title: t('statistics.column.likeness'), numeric: true },
          { title: t('statistics.column.open'), numeric: true },
        ],
        count: ranked.length,
        cells: (place) => {
          const { a, b, value, open } = pairOf(place);
          return [titleOf(a), titleOf(b), value, open];
        },
        open: (place) => {
          const { a, b, value } = pairOf(place);
          const [one, other] = [similarity.columns[a], similarity.columns[b]];
          if (value === 0 || one === undefined || other === undefined) return undefined;
          return (focus) => void listShared({ documents: [one.id, other.id], rollUp, coder, scoped }, focus);
        },
      },
      query: queryText({
        procedure: 'analyse.similarity',
        input,
        command:
          coder !== null ? null : ['analyse similarity', '--by', likeness, ...(rollUp ? ['--roll-up'] : [])],
      }),
      name: t('statistics.similarity.file'),
    };
  }, [t, formatNumber, data, likeness, queryText, input, coder, rollUp, scoped]);
  return { picture, similarity: data };
}

/** Documents by documents: how alike they are by their codes, those that are alike beside each other. */
export function SimilarityView() {
  const t = useText();
  const likeness = useAnalysis((analysis) => analysis.likeness);
  const { picture, similarity } = useSimilarity(likeness);
  const count = similarity && similarity.columns.length + similarity.without;
  const lack = useLack(count, (similarity?.columns.length ?? 0) > 0);
  const controls = (
    <>
      <ChoiceMenu
        label={t('statistics.similarity.by')}
        choices={LIKENESSES.map((value) => ({
          id: value,
          label: t(`statistics.similarity.${value}`),
          value,
        }))}
        present={likeness}
        onChange={(next) => useAnalysis.setState({ likeness: next })}
      />
      <CoderMenu />
      <RollUp />
    </>
  );
  return (
    <Frame picture={picture} controls={controls} empty={lack === null ? null : <Nothing lack={lack} />} />
  );
}
