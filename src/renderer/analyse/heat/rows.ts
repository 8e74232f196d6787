import {
  type Judgement,
  judgementOf,
  numberOf,
  presentIn,
  type Sheet,
  type SheetRow,
} from '../../compare/sheet.ts';
import type { Heat } from '../state.ts';

/** What of a table is drawn: places of its rows and columns. */
export interface Part {
  readonly rows: readonly number[];
  readonly columns: readonly number[];
}

/** More columns than this are not drawn, those with most are: beyond it nobody can tell one from the other. */
const COLUMNS = 80;

/** Places of the greatest, in the order that they had. */
function greatest(values: readonly number[], most: number): readonly number[] {
  const places = values.map((_, place) => place);
  if (places.length <= most) return places;
  return places
    .sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0))
    .slice(0, most)
    .sort((a, b) => a - b);
}

/**
 * Chooses what is drawn: the codes with most passages, of those that have any, and the columns with most.
 * @param most how many codes; null for all
 */
export function partOf({ rows, columns, totals }: Sheet, most: number | null): Part {
  const found = rows.flatMap(({ total }, place) => ((total?.spans ?? 0) > 0 ? [place] : []));
  const chosen = greatest(
    found.map((place) => rows[place]?.total?.spans ?? 0),
    most ?? found.length,
  );
  return {
    rows: chosen.flatMap((place) => found[place] ?? []),
    columns: greatest(
      columns.map((_, place) => totals.get(place)?.spans ?? 0),
      COLUMNS,
    ),
  };
}

/** A cell of the table: what was found, or that it is absent. */
export interface JudgedCell {
  readonly row: number;
  readonly column: number;
  readonly judgement: Judgement;
  /** Of the measure; 0 where it is absent. */
  readonly value: number;
}

/** All cells that somebody has judged, row by row; what nobody has judged is left out. */
export function judgedCells({ rows, columns }: Sheet, measure: Heat): readonly JudgedCell[] {
  return rows.flatMap(({ cells, counts }, row) =>
    [...cells.entries()]
      .map(([column, cell]): JudgedCell => {
        const judgement = judgementOf(cell, counts);
        const value = judgement === 'present' ? numberOf(cell, measure, columns[column]?.words ?? 0) : 0;
        return { row, column, judgement, value };
      })
      .filter(({ judgement }) => judgement === 'present' || judgement === 'absent')
      .sort((a, b) => a.column - b.column),
  );
}

/** In how many columns a code is present, apart from the one of what has no case or value. */
export function presentAmong(row: SheetRow, columns: Sheet['columns']): number {
  const none = columns.findIndex(({ id }) => id === 'none');
  return presentIn(row) - (row.cells.get(none)?.presence === 1 ? 1 : 0);
}
