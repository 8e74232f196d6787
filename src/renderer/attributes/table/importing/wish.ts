import type { TableKey, TableRead, TableWish } from '../../../../contract/attribute-tables.ts';
import type { Of } from '../state.ts';

const FIRST: TableKey = { column: 0, by: 'name' };

/** What is proposed for a sheet whose rows are about documents or cases. */
export function proposed({ token, sheets }: TableRead, sheet: number, of: Of): TableWish {
  const guess = sheets[sheet]?.guesses[of];
  return {
    token,
    sheet,
    of,
    key: guess?.key ?? FIRST,
    columns: guess?.columns ?? [],
    names: 'ask',
    unmatched: 'leave',
    rows: [],
    clear: false,
  };
}
