import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { SATURATION_ORDERS, type Saturation, type SaturationOrder } from '../../../contract/analyse.ts';
import { api } from '../../client/shell.ts';
import { listCell } from '../../compare/list.ts';
import { useText } from '../../messages/intl.tsx';
import { useScopeInput } from '../../scope/useScopeInput.ts';
import { ChoiceMenu, CoderMenu, RollUp } from '../frame/Controls.tsx';
import { Frame } from '../frame/Frame.tsx';
import { Nothing } from '../frame/Nothing.tsx';
import type { Shown } from '../frame/shown.ts';
import { lazyTable } from '../frame/tables.ts';
import { useLack } from '../frame/useLack.ts';
import { useQueryText } from '../frame/useQueryText.ts';
import { useAnalysis } from '../state.ts';
import { drawSteps } from './draw.ts';

const NONE: Saturation = { steps: [], untouched: 0 };

/** Gives what is shown of codes that come with documents. */
function useSaturation(order: SaturationOrder) {
  const t = useText();
  const { rollUp, coder } = useAnalysis();
  const scoped = useScopeInput();
  const queryText = useQueryText();
  const input = useMemo(
    () => ({ order, rollUp, ...(coder === null ? {} : { coder }), ...scoped }),
    [order, rollUp, coder, scoped],
  );
  const { data } = useQuery({
    ...api.analyse.saturation.queryOptions({ input }),
    placeholderData: keepPreviousData,
  });
  const picture = useMemo((): Shown => {
    const { steps, untouched } = data ?? NONE;
    const last = steps.at(-1);
    const left = untouched === 0 ? '' : ` ${t('statistics.saturation.untouched', { count: untouched })}`;
    const said = {
      hint: ({ title, fresh, cumulative }: Saturation['steps'][number]) =>
        t('statistics.saturation.hint', { title, fresh: fresh.length, cumulative }),
      legend: [t('statistics.saturation.cumulative'), t('statistics.saturation.expected')] as const,
    };
    return {
      title: t('statistics.saturation.title'),
      sentence:
        last === undefined
          ? t('statistics.saturation.nothing')
          : t('statistics.saturation.sentence', {
              documents: steps.length,
              codes: last.cumulative,
              title: last.title,
              fresh: last.fresh.length,
            }),
      counts: `${t('statistics.saturation.counts')}${left}`,
      draw: steps.length === 0 ? null : (room) => drawSteps(steps, room, said),
      table: lazyTable(
        [
          { title: t('analyse.column.document') },
          { title: t('statistics.column.codes'), numeric: true },
          { title: t('statistics.column.fresh'), numeric: true },
          { title: t('statistics.saturation.cumulative'), numeric: true },
          { title: t('statistics.saturation.expected'), numeric: true },
        ],
        () =>
          steps.map(({ documentId, title, codes, fresh, cumulative, expected }) => ({
            cells: [title, codes, fresh.length, cumulative, expected],
            // What is listed are the passages of its new codes.
            ...(fresh.length === 0
              ? {}
              : {
                  open: (focus: boolean) =>
                    void listCell(
                      {
                        name: title,
                        codes: [...fresh],
                        below: rollUp,
                        documents: [documentId],
                        coder,
                      },
                      focus,
                    ),
                }),
          })),
      ),
      query: queryText({
        procedure: 'analyse.saturation',
        input,
        command:
          coder !== null ? null : ['analyse saturation', '--order', order, ...(rollUp ? ['--roll-up'] : [])],
      }),
      name: t('statistics.saturation.file'),
    };
  }, [t, data, order, queryText, input, coder, rollUp]);
  return { picture, saturation: data };
}

/** How many codes there are after one document, two, and so on: what each adds. */
export function SaturationView() {
  const t = useText();
  const order = useAnalysis((analysis) => analysis.order);
  const { picture, saturation } = useSaturation(order);
  const count = saturation && saturation.steps.length + saturation.untouched;
  const lack = useLack(count, (saturation?.steps.at(-1)?.cumulative ?? 0) > 0);
  const controls = (
    <>
      <ChoiceMenu
        label={t('statistics.saturation.order')}
        choices={SATURATION_ORDERS.map((value) => ({
          id: value,
          label: t(`statistics.saturation.${value}`),
          value,
        }))}
        present={order}
        onChange={(next) => useAnalysis.setState({ order: next })}
      />
      <CoderMenu />
      <RollUp />
    </>
  );
  return (
    <Frame picture={picture} controls={controls} empty={lack === null ? null : <Nothing lack={lack} />} />
  );
}
