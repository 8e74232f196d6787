import { enterPane } from '../app/panes.ts';
import { queryClient } from '../client/query.ts';
import { api } from '../client/shell.ts';
import { inputOf, type ListedCell, meetingInput } from '../passages/cell.ts';
import { listInput } from '../passages/input.ts';
import { usePassagesView } from '../passages/view.ts';
import { usePanes } from '../state/panes.ts';
import { useScope } from '../state/scope.ts';

/** The list draws its rows a few frames after it knows them. */
const FRAMES = 30;

const hasRows = () => document.querySelector('[data-pane="passages"] .ps-list [role=row]') !== null;

function enterWhenThere(frames: number): void {
  if (hasRows() || frames === 0) enterPane('passages');
  else requestAnimationFrame(() => enterWhenThere(frames - 1));
}

/** Asks what the list is going to ask. */
async function askedFirst(cell: ListedCell): Promise<void> {
  const { scope } = useScope.getState();
  const { sort } = usePassagesView.getState();
  const met = meetingInput(cell, scope);
  const wanted = inputOf(cell, scope);
  if (met !== null)
    await queryClient.ensureQueryData(api.compare.meeting.queryOptions({ input: listInput(met, sort) }));
  else if (wanted !== null)
    await queryClient.ensureQueryData(api.passages.list.queryOptions({ input: listInput(wanted, sort) }));
}

/**
 * Lists the passages of a cell in the drawer.
 * @param focus whether the list takes the focus once it is there
 */
export async function listCell(cell: ListedCell, focus: boolean): Promise<void> {
  usePassagesView.setState({ of: 'cell', cell, chosen: [], folded: [] });
  usePanes.getState().show('passages');
  if (!focus) return;
  // What fails is shown by the list itself.
  await askedFirst(cell).catch(() => undefined);
  requestAnimationFrame(() => enterWhenThere(FRAMES));
}
