import { useKeyNames } from '../../commands/useKeyNames.ts';
import { useText } from '../../messages/intl.tsx';
import { judgementOf, type Sheet } from '../sheet.ts';
import { useSums } from '../useSums.ts';
import type { Cursor } from '../view.ts';
import type { Words } from '../words.ts';
import { cellKey, shownAt, useBoard } from './state.ts';

/** What stands where the cursor is, in words. */
function usePlace(sheet: Sheet, words: Words, { row, column }: Cursor): string {
  const t = useText();
  const keys = useKeyNames();
  const line = sheet.rows[row];
  const of = sheet.columns[column];
  const key = cellKey(line?.code.id ?? '', of?.id ?? '');
  const at = useBoard((board) => board.at.get(key));
  if (line === undefined)
    return `${of === undefined ? '' : words.column(of)} · ${t(of === undefined ? 'compare.byCodebook' : 'compare.sorts')}`;
  if (of === undefined) return line.code.path;
  const cell = line.cells.get(column);
  const judgement = judgementOf(cell, line.counts);
  const total = cell?.spans ?? 0;
  const what =
    total > 0 ? t('board.of', { place: shownAt(at, total) + 1, total }) : t(`compare.${judgement}`);
  const place = t('compare.cell.place', { code: line.code.name, column: words.column(of), what });
  if (total === 0) return place;
  const steps = total > 1 ? t('board.steps', { key: keys.quote }) : '';
  return [place, t('board.opens'), steps].filter(Boolean).join(' · ');
}

/** Tells the status line which cell one is in, and what all cells are. */
export function useBoardStatus(sheet: Sheet, words: Words, cursor: Cursor): void {
  useSums(sheet, usePlace(sheet, words, cursor));
}
