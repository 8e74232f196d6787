import type { QuoteCell } from '../../../contract/compare.ts';
import { showProblem } from '../../client/problem.ts';
import { queryClient } from '../../client/query.ts';
import { api, client } from '../../client/shell.ts';
import { textOf } from '../../messages/intl.tsx';
import { say } from '../../reader/say.ts';
import { narrows, useScope } from '../../state/scope.ts';
import type { Sheet } from '../sheet.ts';
import { useShownTable } from '../shown.ts';
import { useComparison } from '../view.ts';
import { boardCsv } from './csv.ts';
import { cellKey, shownAt, useBoard } from './state.ts';

/** So many cells are copied at most: more than anyone reads in a spreadsheet, and a few seconds' work. */
const CELLS_MOST = 20_000;

/** So many cells are asked for at once. */
const BATCH = 400;

/** Asks for all cells of the board, each with the quote that it shows. */
async function cellsOf({ rows, columns }: Sheet): Promise<Map<string, QuoteCell>> {
  const { columns: by, rollUp, coder, quoteSort: sort } = useComparison.getState();
  const { scope } = useScope.getState();
  const input = {
    columns: by,
    rollUp,
    sort,
    ...(coder === null ? {} : { coder }),
    ...(narrows(scope) ? { scope } : {}),
  };
  const cells = new Map<string, QuoteCell>();
  const take = (answer: readonly QuoteCell[]) => {
    for (const cell of answer) cells.set(cellKey(cell.code, cell.column), cell);
  };
  const codes = rows.map(({ code }) => code.id);
  const among = columns.map(({ id }) => id);
  for (let from = 0; from < among.length; from += BATCH) {
    const some = among.slice(from, from + BATCH);
    const height = Math.max(1, Math.floor(BATCH / some.length));
    for (let row = 0; row < codes.length; row += height) {
      take(await client.compare.quotes({ ...input, codes: codes.slice(row, row + height), among: some }));
    }
  }
  const { at } = useBoard.getState();
  for (const { code, column, total } of [...cells.values()]) {
    const chosen = shownAt(at.get(cellKey(code, column)), total);
    if (chosen > 0)
      take(await client.compare.quotes({ ...input, codes: [code], among: [column], from: chosen }));
  }
  return cells;
}

/** Copies the board as CSV, as it is shown, and says how many rows it has. */
export async function copyBoard(): Promise<void> {
  const { table } = useShownTable.getState();
  if (table === null) return;
  const { sheet, words } = table;
  const count = sheet.rows.length * sheet.columns.length;
  if (count > CELLS_MOST) return say(textOf('board.copy.many', { cells: count, most: CELLS_MOST }));
  try {
    const cells = await cellsOf(sheet);
    const documents = await queryClient.ensureQueryData(api.documents.list.queryOptions());
    const names = new Map(documents.map(({ id, title }) => [id, title]));
    const { summaries } = useComparison.getState();
    const nameOf = (id: string) => names.get(id) ?? '';
    await navigator.clipboard.writeText(boardCsv(sheet, words, cells, { nameOf, summaries }));
    say(textOf('board.copied', { rows: sheet.rows.length }));
  } catch (error) {
    showProblem(error);
  }
}
