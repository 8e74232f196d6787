import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import type { Crosstab } from '../../../contract/analyse.ts';
import { api } from '../../client/shell.ts';
import { shadesOf } from '../../compare/heat.ts';
import { useText } from '../../messages/intl.tsx';
import { useCodebook } from '../../reader/useCodebook.ts';
import { useScopeInput } from '../../scope/useScopeInput.ts';
import { drawCells, type PictureCell } from '../cells/draw.ts';
import type { Shown } from '../frame/shown.ts';
import { lazyTable } from '../frame/tables.ts';
import { useQueryText } from '../frame/useQueryText.ts';
import { useAnalysis } from '../state.ts';
import { opener } from './open.ts';
import { drawnRows, strongestOf } from './rows.ts';

const NONE: Crosstab = {
  groups: [],
  rows: [],
  association: { places: 0, chiSquare: null, degrees: 0, cramersV: null },
  sharing: 0,
  leftOut: { documents: { none: 0, several: 0 }, cases: { none: 0, several: 0 } },
};

/** The attribute whose values are the groups: the one in the columns of the heat map, or else the first; undefined for none. */
export function useGroupAttribute() {
  const columns = useAnalysis((analysis) => analysis.columns);
  const { data: attributes } = useQuery(api.attributes.list.queryOptions());
  const wanted = columns.by === 'attribute' ? columns.attribute : undefined;
  return { attributes, attribute: attributes?.find(({ id }) => id === wanted) ?? attributes?.[0] };
}

/** What the view of codes and groups shows. @returns the answer as well, undefined while it is counted */
export function useCrosstab(): { picture: Shown; crosstab: Crosstab | undefined } {
  const t = useText();
  const { formatNumber } = useIntl();
  const { rollUp, coder, most } = useAnalysis();
  const { attribute } = useGroupAttribute();
  const { byId } = useCodebook();
  const scoped = useScopeInput();
  const queryText = useQueryText();
  const id = attribute?.id;
  const input = useMemo(
    () => ({ attribute: id ?? '', rollUp, ...(coder === null ? {} : { coder }), ...scoped }),
    [id, rollUp, coder, scoped],
  );
  const { data: crosstab } = useQuery({
    ...api.analyse.crosstab.queryOptions({ input: id === undefined ? skipToken : input }),
    placeholderData: keepPreviousData,
  });
  const name = attribute?.name ?? '';
  const picture = useMemo((): Shown => {
    const { groups, rows, association, sharing, leftOut } = crosstab ?? NONE;
    const drawn = drawnRows(rows, most);
    const strongest = strongestOf(rows);
    const nameOf = (code: string) => byId.get(code)?.name ?? '';
    const places = new Map(rows.map((row, place) => [row, place]));
    const above = drawn.flatMap(({ residuals }) => residuals.filter((value) => value !== null && value > 0));
    const shades = shadesOf(above.map((value) => Math.round((value ?? 0) * 10) / 10));
    const cells = drawn.flatMap((row, at) =>
      groups.map((group, column): PictureCell => {
        const value = Math.round((row.residuals[column] ?? 0) * 10) / 10;
        const [count, expected] = [row.observed[column] ?? 0, row.expected[column] ?? 0];
        const hint = t('statistics.crosstab.hint', {
          code: nameOf(row.code),
          group: group.title,
          count,
          expected,
        });
        const kind = value > 0 ? 'present' : 'itself';
        const cell = { row: at, column, kind, value, figure: formatNumber(count), hint } as const;
        return count === 0 ? cell : { ...cell, opens: (places.get(row) ?? 0) * groups.length + column };
      }),
    );
    const drawing = {
      rows: drawn.map(({ code, observed }) => ({
        name: nameOf(code),
        colour: byId.get(code)?.colour ?? '#808080',
        total: formatNumber(observed.reduce((sum, count) => sum + count, 0)),
      })),
      columns: groups.map(({ title }) => title),
      total: t('compare.total'),
      cells,
      shades,
      legend: shades.map(({ step, from, to }) => ({
        of: step,
        words:
          from === to
            ? formatNumber(from)
            : t('compare.range', { from: formatNumber(from), to: formatNumber(to) }),
      })),
    };
    const out = (of: 'documents' | 'cases') => leftOut[of].none + leftOut[of].several;
    const missing =
      out('documents') + out('cases') === 0
        ? ''
        : ` ${t('statistics.crosstab.leftOut', { documents: out('documents'), cases: out('cases') })}`;
    const shared = sharing === 0 ? '' : ` ${t('statistics.crosstab.sharing', { count: sharing })}`;
    return {
      title: t('statistics.crosstab.title', { name }),
      sentence:
        strongest === null
          ? t('statistics.crosstab.even')
          : t('statistics.crosstab.sentence', {
              code: nameOf(strongest.row.code),
              group: groups[strongest.column]?.title ?? '',
              count: strongest.row.observed[strongest.column] ?? 0,
              expected: strongest.row.expected[strongest.column] ?? 0,
              v: association.cramersV ?? 0,
            }),
      counts: `${t('statistics.crosstab.counts')}${shared}${missing}`,
      draw: drawn.length * groups.length === 0 ? null : (room) => drawCells(drawing, room),
      table: lazyTable(
        [
          { title: t('analyse.column.code') },
          { title: t('statistics.column.group') },
          ...(
            [
              'analyse.measure.passages',
              'statistics.column.expected',
              'statistics.column.residual',
              'statistics.column.present',
              'statistics.column.absent',
              'statistics.column.notJudged',
              'statistics.column.p',
              'statistics.column.holm',
            ] as const
          ).map((title) => ({ title: t(title), numeric: true })),
        ],
        () =>
          rows.flatMap((row) =>
            groups.map((group, column) => ({
              cells: [
                byId.get(row.code)?.path ?? '',
                group.title,
                row.observed[column] ?? 0,
                row.expected[column] ?? 0,
                row.residuals[column] ?? null,
                row.present[column] ?? 0,
                row.absent[column] ?? 0,
                row.notJudged[column] ?? 0,
                row.exact.p,
                row.exact.adjusted,
              ],
              ...(row.observed[column] === 0
                ? {}
                : { open: opener({ id: row.code, name: nameOf(row.code) }, group, { rollUp, coder }) }),
            })),
          ),
      ),
      query: queryText({
        procedure: 'analyse.crosstab',
        input,
        command:
          coder !== null ? null : ['analyse crosstab', '--attribute', name, ...(rollUp ? ['--roll-up'] : [])],
      }),
      name: t('statistics.crosstab.file'),
    };
  }, [t, formatNumber, crosstab, most, byId, name, queryText, input, coder, rollUp]);
  return { picture, crosstab };
}
