import type { Nearness } from '../../../contract/compare.ts';
import { useText } from '../../messages/intl.tsx';
import { ChoiceMenu, CoderMenu, MostMenu } from '../frame/Controls.tsx';
import { LEASTS, useAnalysis } from '../state.ts';

/** How far apart two places may be, in words. */
const WITHIN = [5, 10, 25, 50, 100] as const;

const idOf = (near: Nearness) => (near.by === 'words' ? `words-${near.within}` : near.by);

/** When two codes meet. */
function NearMenu() {
  const t = useText();
  const near = useAnalysis((analysis) => analysis.near);
  const kept = near.by === 'words' && !WITHIN.some((each) => each === near.within) ? [near.within] : [];
  const all: readonly Nearness[] = [
    ...(['place', 'overlap', 'paragraph', 'section'] as const).map((by) => ({ by })),
    ...[...WITHIN, ...kept].sort((a, b) => a - b).map((within) => ({ by: 'words' as const, within })),
  ];
  return (
    <ChoiceMenu
      label={t('analyse.near')}
      choices={all.map((value) => ({
        id: idOf(value),
        label: t(`analyse.near.${value.by}`, { within: value.by === 'words' ? value.within : 0 }),
        value,
      }))}
      present={idOf(near)}
      onChange={(next) => useAnalysis.setState({ near: next })}
    />
  );
}

/** How many meetings are worth showing. */
function LeastMenu() {
  const t = useText();
  const least = useAnalysis((analysis) => analysis.least);
  return (
    <ChoiceMenu
      label={t('analyse.least')}
      choices={LEASTS.map((value) => ({
        id: String(value),
        label: t('analyse.least.times', { count: value }),
        value,
      }))}
      present={String(least)}
      onChange={(next: number) => useAnalysis.setState({ least: next })}
    />
  );
}

/** What is asked of codes that meet. */
export function MeetingsControls() {
  return (
    <>
      <NearMenu />
      <MostMenu />
      <LeastMenu />
      <CoderMenu />
    </>
  );
}
