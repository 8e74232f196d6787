import { useText } from '../messages/intl.tsx';
import type { Sheet } from './sheet.ts';
import { useSums } from './useSums.ts';
import type { Cursor } from './view.ts';
import type { Words } from './words.ts';

/** What stands where the cursor is, in words. */
function usePlace(sheet: Sheet, words: Words, { row, column }: Cursor): string {
  const t = useText();
  const title = column < 0 ? '' : words.column(sheet.columns[column]);
  if (row < 0) return `${title} · ${t(column < 0 ? 'compare.byCodebook' : 'compare.sorts')}`;
  const line = sheet.rows[row];
  const code = line?.code.name ?? t('compare.total.row');
  const isTotal = column < 0 || column >= sheet.columns.length;
  const shown =
    line === undefined
      ? words.columnTotal(isTotal ? -1 : column)
      : isTotal
        ? words.rowTotal(line)
        : words.cell(line, column);
  const place = isTotal
    ? t('compare.cell', { code, column: t('compare.total'), what: shown.what })
    : t('compare.cell.place', { code, column: title, what: shown.what });
  return shown.judgement === 'present' && shown.value > 0 ? `${place} · ${t('compare.lists')}` : place;
}

/** Tells the status line where one is in the table, and what all of its cells are. */
export function useStatusOf(sheet: Sheet, words: Words, cursor: Cursor): void {
  useSums(sheet, usePlace(sheet, words, cursor));
}
