import { textOf } from '../messages/intl.tsx';
import type { ListedCell } from '../passages/cell.ts';
import type { Sheet } from './sheet.ts';
import { useComparison } from './view.ts';
import type { Words } from './words.ts';

/** What one condition on codes takes. */
const CODES_MOST = 500;

/**
 * What is listed for a cell: the passages of its code in the documents of its column; at an end those of the whole row or column.
 * @returns null where there is nothing to list
 */
export function listedOf(sheet: Sheet, words: Words, row: number, column: number): ListedCell | null {
  const { rollUp, coder } = useComparison.getState();
  const place = sheet.columns[column];
  const code = sheet.rows[row]?.code;
  const codes = code === undefined ? sheet.roots : [code.id];
  if (codes.length === 0 || codes.length > CODES_MOST) return null;
  const name = code?.name ?? textOf('compare.total.row');
  return {
    name: place === undefined ? name : `${name}, ${words.column(place)}`,
    codes,
    below: rollUp || code === undefined,
    documents: place === undefined ? null : place.documents,
    coder,
  };
}
