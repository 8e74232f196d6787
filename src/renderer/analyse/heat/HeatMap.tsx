import { useQuery } from '@tanstack/react-query';
import type { CompareColumns } from '../../../contract/compare.ts';
import { api } from '../../client/shell.ts';
import { useText } from '../../messages/intl.tsx';
import { Check } from '../../ui/Check.tsx';
import { ChoiceMenu, CoderMenu, MostMenu, RollUp } from '../frame/Controls.tsx';
import { Frame } from '../frame/Frame.tsx';
import { Nothing } from '../frame/Nothing.tsx';
import { HEATS, useAnalysis } from '../state.ts';
import { useHeat } from './useHeat.ts';

/** What stands in the columns: cases, documents, or groups by an attribute. */
function ColumnsMenu() {
  const t = useText();
  const columns = useAnalysis((analysis) => analysis.columns);
  const { data: attributes } = useQuery(api.attributes.list.queryOptions());
  const kinds = (['case', 'document'] as const).map((by) => ({
    id: by as string,
    label: t(`compare.columns.${by}`),
    value: { by } as CompareColumns,
  }));
  const groups = (attributes ?? []).map(({ id, name }) => ({
    id,
    label: name,
    value: { by: 'attribute', attribute: id } as const,
  }));
  return (
    <ChoiceMenu
      label={t('compare.columns')}
      choices={[...kinds, ...groups]}
      present={columns.by === 'attribute' ? columns.attribute : columns.by}
      onChange={(next) => useAnalysis.setState({ columns: next })}
    />
  );
}

/** Codes by cases, documents or groups, the deeper the more. */
export function HeatMap() {
  const t = useText();
  const { heat, inOrder, columns } = useAnalysis();
  const { data: cases } = useQuery(api.cases.list.queryOptions());
  const { picture, lack } = useHeat();
  const noCases = columns.by === 'case' && cases?.length === 0 && lack !== 'documents';
  const controls = (
    <>
      <ColumnsMenu />
      <ChoiceMenu
        label={t('analyse.measure')}
        choices={HEATS.map((value) => ({ id: value, label: t(`analyse.measure.${value}`), value }))}
        present={heat}
        onChange={(next) => useAnalysis.setState({ heat: next })}
      />
      <MostMenu />
      <CoderMenu />
      <RollUp />
      <Check isSelected={inOrder} onChange={(next) => useAnalysis.setState({ inOrder: next })}>
        {t('analyse.heat.inOrder')}
      </Check>
    </>
  );
  const empty = noCases ? (
    <Nothing lack="cases" onWay={() => useAnalysis.setState({ columns: { by: 'document' } })} />
  ) : lack === null ? null : (
    <Nothing lack={lack} />
  );
  return <Frame picture={picture} controls={controls} empty={empty} />;
}
