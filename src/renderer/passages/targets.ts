import type { CodingRow, QuoteRow } from '../../contract/passages.ts';
import { commandContext } from '../commands/context.ts';
import { passageOf } from './groups.ts';
import { usePassagesView } from './view.ts';

/** Passages that are listed, of these row keys, each once and in the order of the list. */
export function rowsOf(keys: Iterable<string>): QuoteRow[] {
  const ids = new Set([...keys].map(passageOf));
  return usePassagesView.getState().rows.filter(({ id }) => ids.has(id));
}

/** The row that has the focus, by its key. */
function focusedKey(): string | undefined {
  return document.activeElement?.closest<HTMLElement>('.ps-list [data-key]')?.dataset['key'];
}

/** What the commands of the list act on: the chosen passages, else the one whose row has the focus. */
export function targetPassages(): QuoteRow[] {
  const chosen = rowsOf(usePassagesView.getState().chosen);
  const focused = focusedKey();
  return chosen.length > 0 || focused === undefined ? chosen : rowsOf([focused]);
}

/** What the menu of a row acts on: all that is chosen where the row is among it, else the row. */
export function targetsOfRow(row: QuoteRow): QuoteRow[] {
  const chosen = rowsOf(usePassagesView.getState().chosen);
  return chosen.some(({ id }) => id === row.id) ? chosen : [row];
}

/** The codings on these passages that the person at the machine has made. */
export function ownOn(rows: readonly QuoteRow[]): CodingRow[] {
  const me = commandContext().project?.coder?.id;
  return rows.flatMap(({ codings }) => codings.filter(({ coderId }) => coderId === me));
}
