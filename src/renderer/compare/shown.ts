import { create } from 'zustand';
import { textOf } from '../messages/intl.tsx';
import { say } from '../reader/say.ts';
import { csvOf } from './csv.ts';
import type { Sheet } from './sheet.ts';
import { useComparison } from './view.ts';
import type { Words } from './words.ts';

/** The table that is on screen, for commands; null where none is. */
export const useShownTable = create<{ table: { readonly sheet: Sheet; readonly words: Words } | null }>(
  () => ({
    table: null,
  }),
);

/** Copies the table as CSV, as it is shown, and says how many rows it has. */
export async function copyTable(): Promise<void> {
  const { table } = useShownTable.getState();
  if (table === null) return;
  const heads = { code: textOf('compare.code'), total: textOf('compare.total') };
  await navigator.clipboard.writeText(
    csvOf(table.sheet, useComparison.getState().measure, table.words, heads),
  );
  say(textOf('compare.copied', { rows: table.sheet.rows.length }));
}
