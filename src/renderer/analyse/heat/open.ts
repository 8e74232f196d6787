import { listCell } from '../../compare/list.ts';
import type { Sheet } from '../../compare/sheet.ts';

/** Gives what lists the passages of a cell of the sheet. @param nameOf what a column is called */
export function opener(
  sheet: Sheet,
  row: number,
  column: number,
  nameOf: (column: Sheet['columns'][number]) => string,
  { rollUp, coder }: { rollUp: boolean; coder: string | null },
): (focus: boolean) => void {
  return (focus) => {
    const [code, place] = [sheet.rows[row]?.code, sheet.columns[column]];
    if (code === undefined || place === undefined) return;
    const name = `${code.name}, ${nameOf(place)}`;
    void listCell({ name, codes: [code.id], below: rollUp, documents: place.documents, coder }, focus);
  };
}
