import { canWrite } from '../../commands/conditions.ts';
import type { CommandContext } from '../../commands/context.ts';
import type { MessageId } from '../../messages/en.ts';
import { useComparison } from '../view.ts';
import { presentCell, useBoard } from './state.ts';
import { takesSummary } from './summary.ts';

/** For `when`: the cursor must be in a cell that can have a summary, in a project that can be written. */
export function mayWriteSummary(context: CommandContext): true | MessageId {
  if (useComparison.getState().face !== 'quotes') return 'board.only';
  const verdict = canWrite(context);
  if (verdict !== true) return verdict;
  const cell = presentCell();
  if (cell === null) return 'board.noSummary';
  const column = cell.sheet.columns[cell.column]?.id ?? 'none';
  const { by } = useComparison.getState().columns;
  return takesSummary({ column, by })
    ? true
    : by === 'attribute'
      ? 'board.summary.groups'
      : 'board.noSummary';
}

/** Opens the summary of the present cell for writing; where summaries are hidden, they are shown. */
export function writeSummary(): void {
  const cell = presentCell();
  if (cell === null) return;
  useComparison.setState({ summaries: true });
  useBoard.setState({ editing: cell.key });
}
