import type { CellQuote } from '../../../contract/compare.ts';
import { queryClient } from '../../client/query.ts';
import { api } from '../../client/shell.ts';
import { narrows, useScope } from '../../state/scope.ts';
import { useWorkspace } from '../../state/workspace.ts';
import { useComparison } from '../view.ts';
import { presentCell, shownAt, useBoard } from './state.ts';

/** Opens the document of a quote with its passage selected, the focus on its paragraph. */
export function openQuote({ passageId, documentId, start, end }: CellQuote): void {
  const { open, select } = useWorkspace.getState();
  open(documentId, { start, end, take: false });
  select({ kind: 'passage', documentId, passageId });
  getSelection()?.removeAllRanges();
}

/** Opens the quote that the present cell shows, if it has one. */
export async function openShown(): Promise<void> {
  const cell = presentCell();
  const of = cell?.sheet.columns[cell.column];
  if (cell === null || of === undefined || cell.total === 0) return;
  const { columns, rollUp, coder, quoteSort: sort } = useComparison.getState();
  const { scope } = useScope.getState();
  const input = {
    columns,
    rollUp,
    sort,
    ...(coder === null ? {} : { coder }),
    ...(narrows(scope) ? { scope } : {}),
    codes: [cell.row.code.id],
    among: [of.id],
    from: shownAt(useBoard.getState().at.get(cell.key), cell.total),
  };
  // What fails has been shown.
  const cells = await queryClient
    .ensureQueryData(api.compare.quotes.queryOptions({ input }))
    .catch(() => undefined);
  const quote = cells?.[0]?.quotes[0];
  if (quote !== undefined) openQuote(quote);
}
