import { HelpLink } from '../../help/HelpLink.tsx';
import { useText } from '../../messages/intl.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { ChoiceMenu, CoderMenu, MostMenu, RollUp } from '../frame/Controls.tsx';
import { Frame } from '../frame/Frame.tsx';
import { Nothing } from '../frame/Nothing.tsx';
import { useLack } from '../frame/useLack.ts';
import { useAnalysis } from '../state.ts';
import { useCrosstab, useGroupAttribute } from './useCrosstab.ts';

/** Codes by groups, beside what would be expected; the table has the exact test of cases. */
export function CrosstabView() {
  const t = useText();
  const { attributes, attribute } = useGroupAttribute();
  const { picture, crosstab } = useCrosstab();
  const hasGroups = attributes?.length !== 0 && crosstab?.groups.length !== 0;
  const lack = useLack(hasGroups ? crosstab?.groups.length : 0, (crosstab?.association.places ?? 0) > 0);
  const controls = (
    <>
      {attribute === undefined ? null : (
        <ChoiceMenu
          label={t('statistics.attribute')}
          choices={(attributes ?? []).map(({ id, name }) => ({ id, label: name, value: id }))}
          present={attribute.id}
          onChange={(id) => useAnalysis.setState({ columns: { by: 'attribute', attribute: id } })}
        />
      )}
      <MostMenu />
      <CoderMenu />
      <RollUp />
    </>
  );
  const noGroups = (
    <div className="ana-empty">
      <Empty title={t('statistics.crosstab.empty')}>
        <p>
          {t('statistics.crosstab.empty.body')} <HelpLink to="comparing" />
        </p>
      </Empty>
    </div>
  );
  const nothing = lack === null ? null : <Nothing lack={lack} />;
  return <Frame picture={picture} controls={controls} empty={hasGroups ? nothing : noGroups} />;
}
