import { useText } from '../../messages/intl.tsx';
import { ChoiceMenu, CoderMenu, MostMenu, RollUp } from '../frame/Controls.tsx';
import { Frame } from '../frame/Frame.tsx';
import { Nothing } from '../frame/Nothing.tsx';
import { FREQUENCIES, useAnalysis } from '../state.ts';
import { useFrequencies } from './useFrequencies.ts';

/** How often each code occurs: bars, the longest first. */
export function Frequencies() {
  const t = useText();
  const measure = useAnalysis((analysis) => analysis.frequency);
  const { picture, lack } = useFrequencies();
  const controls = (
    <>
      <ChoiceMenu
        label={t('analyse.measure')}
        choices={FREQUENCIES.map((value) => ({ id: value, label: t(`analyse.measure.${value}`), value }))}
        present={measure}
        onChange={(frequency) => useAnalysis.setState({ frequency })}
      />
      <MostMenu />
      <CoderMenu />
      <RollUp />
    </>
  );
  return (
    <Frame picture={picture} controls={controls} empty={lack === null ? null : <Nothing lack={lack} />} />
  );
}
