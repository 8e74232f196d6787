import { enterPane } from '../app/panes.ts';
import type { Command } from '../commands/registry.ts';
import type { MessageId } from '../messages/en.ts';
import { usePassagesView } from '../passages/view.ts';
import { useShownPicture } from './frame/current.ts';
import { faceAfter } from './frame/faces.ts';
import { chooseFace, chosenFace, useAnalysis } from './state.ts';

/** For `when`: there must be a result on screen. */
const hasResult = (): true | MessageId =>
  useShownPicture.getState().picture === null ? 'analyse.noResult' : true;

/** Views that can count codes with those below them. */
const ROLL_UP: ReadonlySet<string> = new Set([
  'frequencies',
  'heat',
  'crosstab',
  'similarity',
  'saturation',
  'along',
  'portrait',
]);

/** For `when`: elsewhere the switch would change what is not seen. */
const rollsUp = (): true | MessageId =>
  ROLL_UP.has(useAnalysis.getState().view) ? true : 'analyse.noRollUp';

/** Commands of the analysis; they are registered while it is in front. */
export const ANALYSE_COMMANDS: readonly Command[] = [
  {
    id: 'analyse.face',
    title: 'command.analyse.face',
    group: 'compare',
    keys: ['T'],
    panes: ['analyse'],
    when: hasResult,
    run: () => {
      const { picture } = useShownPicture.getState();
      if (picture !== null) chooseFace(faceAfter(picture, chosenFace(useAnalysis.getState())));
    },
  },
  {
    id: 'analyse.rollUp',
    title: 'command.analyse.rollUp',
    group: 'compare',
    keys: ['B'],
    panes: ['analyse'],
    when: rollsUp,
    run: () => useAnalysis.setState(({ rollUp }) => ({ rollUp: !rollUp })),
  },
  {
    id: 'analyse.copy',
    title: 'command.analyse.copy',
    group: 'compare',
    keys: ['Mod+C'],
    panes: ['analyse'],
    when: hasResult,
    run: async () => (await import('./frame/save.ts')).copyCsv(),
  },
  {
    id: 'analyse.back',
    title: 'command.analyse.back',
    group: 'compare',
    keys: ['Escape'],
    panes: ['passages'],
    run: () => {
      // One layer at a time: first what was chosen.
      if (usePassagesView.getState().chosen.length > 0) usePassagesView.setState({ chosen: [] });
      else enterPane('analyse');
    },
  },
];
