import { QUOTE_SORTS } from '../../contract/compare.ts';
import { enterPane } from '../app/panes.ts';
import type { Command } from '../commands/registry.ts';
import type { MessageId } from '../messages/en.ts';
import { usePassagesView } from '../passages/view.ts';
import { useWorkspace } from '../state/workspace.ts';
import { copyBoard } from './board/copy.ts';
import { presentCell, stepQuote } from './board/state.ts';
import { mayWriteSummary, writeSummary } from './board/write.ts';
import { copyTable, useShownTable } from './shown.ts';
import { MEASURES, useComparison } from './view.ts';

/** For `when`: there must be a table to copy. */
const hasTable = (): true | MessageId => (useShownTable.getState().table === null ? 'compare.noTable' : true);

/** For `when`: quotes must be shown. */
const onBoard = (): true | MessageId => (useComparison.getState().face === 'quotes' ? true : 'board.only');

/** For `when`: there must be another quote to go to. */
const hasQuotes = (): true | MessageId => {
  const verdict = onBoard();
  if (verdict !== true) return verdict;
  return (presentCell()?.total ?? 0) > 0 ? true : 'board.noCell';
};

function step(by: 1 | -1): void {
  const cell = presentCell();
  if (cell !== null) stepQuote(cell.key, cell.total, by);
}

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
    run: () => (useComparison.getState().face === 'quotes' ? copyBoard() : copyTable()),
  },
  {
    id: 'compare.face',
    title: 'command.board.face',
    group: 'compare',
    keys: ['Q'],
    panes: ['compare'],
    run: () => {
      useComparison.setState(({ face }) => ({ face: face === 'quotes' ? 'table' : 'quotes' }));
      // What had the focus goes, and what takes its place is to have it.
      useWorkspace.setState({ viewFocus: true });
    },
  },
  {
    id: 'compare.nextQuote',
    title: 'command.board.next',
    group: 'compare',
    keys: ['N'],
    panes: ['compare'],
    when: hasQuotes,
    run: () => step(1),
  },
  {
    id: 'compare.previousQuote',
    title: 'command.board.previous',
    group: 'compare',
    keys: ['Shift+N'],
    panes: ['compare'],
    when: hasQuotes,
    run: () => step(-1),
  },
  {
    id: 'compare.quoteSort',
    title: 'command.board.sort',
    group: 'compare',
    keys: ['O'],
    panes: ['compare'],
    when: onBoard,
    run: () =>
      useComparison.setState(({ quoteSort }) => ({
        quoteSort: QUOTE_SORTS[(QUOTE_SORTS.indexOf(quoteSort) + 1) % QUOTE_SORTS.length] ?? 'document',
      })),
  },
  {
    id: 'compare.summaries',
    title: 'command.board.summaries',
    group: 'compare',
    keys: ['M'],
    panes: ['compare'],
    when: onBoard,
    run: () => useComparison.setState(({ summaries }) => ({ summaries: !summaries })),
  },
  {
    id: 'compare.summarise',
    title: 'command.board.summarise',
    group: 'compare',
    keys: ['S'],
    panes: ['compare'],
    when: mayWriteSummary,
    run: writeSummary,
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
