import { enterPane } from '../app/panes.ts';
import type { Command } from '../commands/registry.ts';
import type { MessageId } from '../messages/en.ts';
import { usePassagesView } from '../passages/view.ts';
import { copyTable, useShownTable } from './shown.ts';
import { MEASURES, useComparison } from './view.ts';

/** For `when`: there must be a table to copy. */
const hasTable = (): true | MessageId => (useShownTable.getState().table === null ? 'compare.noTable' : true);

/** Commands of the comparison; they are registered while it is in front. */
export const COMPARE_COMMANDS: readonly Command[] = [
  {
    id: 'compare.measure',
    title: 'command.compare.measure',
    group: 'compare',
    keys: ['C'],
    panes: ['compare'],
    run: () =>
      useComparison.setState(({ measure }) => ({
        measure: MEASURES[(MEASURES.indexOf(measure) + 1) % MEASURES.length] ?? 'passages',
      })),
  },
  {
    id: 'compare.rollUp',
    title: 'command.compare.rollUp',
    group: 'compare',
    keys: ['B'],
    panes: ['compare'],
    run: () => useComparison.setState(({ rollUp }) => ({ rollUp: !rollUp })),
  },
  {
    id: 'compare.hideEmpty',
    title: 'command.compare.hideEmpty',
    group: 'compare',
    keys: ['H'],
    panes: ['compare'],
    run: () => useComparison.setState(({ hideEmpty }) => ({ hideEmpty: !hideEmpty })),
  },
  {
    id: 'compare.codebookOrder',
    title: 'command.compare.codebookOrder',
    group: 'compare',
    keys: ['0'],
    panes: ['compare'],
    run: () => useComparison.setState({ sorting: null }),
  },
  {
    id: 'compare.copy',
    title: 'command.compare.copy',
    group: 'compare',
    keys: ['Mod+C'],
    panes: ['compare'],
    when: hasTable,
    run: copyTable,
  },
  {
    id: 'compare.back',
    title: 'command.compare.back',
    group: 'compare',
    keys: ['Escape'],
    panes: ['passages'],
    run: () => {
      // One layer at a time: first what was chosen.
      if (usePassagesView.getState().chosen.length > 0) usePassagesView.setState({ chosen: [] });
      else enterPane('compare');
    },
  },
];
