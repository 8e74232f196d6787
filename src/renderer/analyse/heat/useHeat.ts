import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import { api } from '../../client/shell.ts';
import { shadesOfSheet } from '../../compare/heat.ts';
import { extremes, judgementOf, numberOf, presentAmong, type Sheet, totalOf } from '../../compare/sheet.ts';
import { useText } from '../../messages/intl.tsx';
import { type CellPicture, drawCells, type PictureCell } from '../cells/draw.ts';
import type { LegendItem } from '../cells/legend.ts';
import type { Lack } from '../frame/Nothing.tsx';
import type { Shown } from '../frame/shown.ts';
import { useLack } from '../frame/useLack.ts';
import { useQueryText } from '../frame/useQueryText.ts';
import { useAnalysis } from '../state.ts';
import { opener } from './open.ts';
import { type JudgedPlaces, judgedCell, judgedPlaces, partOf, placeAmong } from './rows.ts';
import { useSheet } from './useSheet.ts';

const EMPTY: Sheet = { columns: [], rows: [], totals: new Map(), roots: [], words: 0 };

/** How numbers and columns are put into words. */
function useHeatWords() {
  const t = useText();
  const { formatNumber } = useIntl();
  const { heat: measure, columns } = useAnalysis();
  const { data: attributes } = useQuery(api.attributes.list.queryOptions());
  return useMemo(() => {
    const attribute =
      columns.by === 'attribute' ? attributes?.find(({ id }) => id === columns.attribute)?.name : undefined;
    const figure = (value: number) =>
      measure === 'presence'
        ? ''
        : measure === 'share'
          ? formatNumber(value, { style: 'percent', maximumSignificantDigits: 2 })
          : formatNumber(value);
    return {
      title:
        columns.by === 'attribute'
          ? t('compare.by.attribute', { name: attribute ?? '' })
          : t(`compare.by.${columns.by}`),
      /** What stands in the columns. */
      kind: columns.by === 'attribute' ? (attribute ?? '') : t(`analyse.column.${columns.by}`),
      /** As the command line names it. */
      by: columns.by === 'attribute' ? (attribute ?? columns.attribute) : columns.by,
      column: ({ id, title }: Sheet['columns'][number]) =>
        id === 'none' ? t(`compare.none.${columns.by}`) : title,
      figure,
      total: (value: number) => (measure === 'presence' ? formatNumber(value) : figure(value)),
      judgement: (judgement: 'present' | 'absent' | 'not_judged') => t(`compare.${judgement}`),
    };
  }, [t, formatNumber, measure, columns, attributes]);
}
type HeatWords = ReturnType<typeof useHeatWords>;

/** The sentence about the whole, made from the data. */
function useSentence(sheet: Sheet): string {
  const t = useText();
  const by = useAnalysis((analysis) => analysis.columns.by);
  return useMemo(() => {
    const { most, fewest } = extremes(sheet);
    if (most === null) return t('compare.sentence.nothing');
    const among = t(`compare.among.${by}`, { count: sheet.columns.filter(({ id }) => id !== 'none').length });
    const present = presentAmong(most, sheet.columns);
    const values = { code: most.code.name, count: most.total?.spans ?? 0, present, among };
    if (fewest === null) return t('compare.sentence', values);
    return t('compare.sentence.rarest', { ...values, rare: fewest.code.name, few: fewest.total?.spans ?? 0 });
  }, [t, sheet, by]);
}

/** What is drawn of the sheet. */
function useCells(sheet: Sheet, words: HeatWords, judged: JudgedPlaces): CellPicture {
  const t = useText();
  const { heat: measure, most } = useAnalysis();
  return useMemo(() => {
    const part = partOf(sheet, most);
    const shades = shadesOfSheet(sheet, measure);
    const cells = part.rows.flatMap((row, at) =>
      part.columns.flatMap((column, across): PictureCell[] => {
        const [line, title] = [sheet.rows[row], sheet.columns[column]];
        if (line === undefined || title === undefined) return [];
        const kind = judgementOf(line.cells.get(column), line.counts);
        if (kind === 'blank') return [];
        const value = numberOf(line.cells.get(column), measure, title.words);
        const figure = kind === 'present' ? words.figure(value) : '';
        const said = figure === '' ? words.judgement(kind) : figure;
        const hint = t('compare.cell', { code: line.code.name, column: words.column(title), what: said });
        const opens = placeAmong(judged, row, column);
        return [
          { row: at, column: across, kind, value, figure, hint, ...(opens === undefined ? {} : { opens }) },
        ];
      }),
    );
    const legend: LegendItem[] = shades.map(({ step, from, to }) => {
      const [first, last] = [words.figure(from), words.figure(to)];
      return { of: step, words: first === last ? first : t('compare.range', { from: first, to: last }) };
    });
    if (measure === 'presence') legend.push({ of: 3, words: words.judgement('present') });
    legend.push({ of: 'absent', words: words.judgement('absent') });
    legend.push({ of: 'not_judged', words: words.judgement('not_judged') });
    return {
      rows: part.rows.flatMap((place) => {
        const row = sheet.rows[place];
        if (row === undefined) return [];
        const { name, colour } = row.code;
        return [{ name, colour, total: words.total(totalOf(row, measure, sheet.words)) }];
      }),
      columns: part.columns.flatMap((place) => {
        const column = sheet.columns[place];
        return column === undefined ? [] : [words.column(column)];
      }),
      total: t('compare.total'),
      cells,
      shades,
      legend,
    };
  }, [t, sheet, words, judged, measure, most]);
}

/** What the heat map shows, and why there is nothing, where there is not. */
export function useHeat(): { picture: Shown; lack: Lack | null } {
  const t = useText();
  const { heat: measure, rollUp, coder } = useAnalysis();
  const { input, sheet: counted } = useSheet();
  const sheet = counted ?? EMPTY;
  const words = useHeatWords();
  const sentence = useSentence(sheet);
  const judged = useMemo(() => judgedPlaces(sheet), [sheet]);
  const cells = useCells(sheet, words, judged);
  const queryText = useQueryText();
  const lack = useLack(
    counted?.columns.length,
    sheet.rows.some(({ total }) => (total?.codings ?? 0) > 0),
  );
  const picture = useMemo(
    (): Shown => ({
      title: words.title,
      sentence,
      counts: t('analyse.heat.counts'),
      draw: cells.rows.length * cells.columns.length === 0 ? null : (room) => drawCells(cells, room),
      table: {
        columns: [
          { title: t('analyse.column.code') },
          { title: words.kind },
          { title: t(`analyse.measure.${measure}`), numeric: true, percent: measure === 'share' },
          { title: t('analyse.column.judgement') },
        ],
        count: judged.columns.length,
        cells: (place) => {
          const { row, column, judgement, value } = judgedCell(sheet, judged, place, measure);
          return [
            sheet.rows[row]?.code.path ?? '',
            sheet.columns[column] === undefined ? '' : words.column(sheet.columns[column]),
            value,
            words.judgement(judgement === 'present' ? 'present' : 'absent'),
          ];
        },
        open: (place) => {
          const { row, column, judgement } = judgedCell(sheet, judged, place, measure);
          return judgement === 'present'
            ? opener(sheet, row, column, words.column, { rollUp, coder })
            : undefined;
        },
      },
      query: queryText({
        procedure: 'compare.table',
        input,
        command:
          coder !== null
            ? null
            : [
                'table',
                '--columns',
                words.by,
                '--measure',
                measure === 'passages' ? 'spans' : measure,
                ...(rollUp ? ['--roll-up'] : []),
              ],
      }),
      name: t('analyse.heat.file', { by: words.by.toLocaleLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '-') }),
    }),
    [t, words, sentence, cells, sheet, judged, measure, rollUp, coder, queryText, input],
  );
  return { picture, lack };
}
