import { countWhile } from '../../../text/ascending.ts';
import { type Judgement, judgementOf, numberOf, type Sheet } from '../../compare/sheet.ts';
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

/** Which cells somebody has judged, row by row, in flat arrays: a large table has a million. */
export interface JudgedPlaces {
  /** By row which of them is its first; at the end how many there are. */
  readonly from: Int32Array;
  readonly columns: Int32Array;
}

/** Finds the cells that somebody has judged; what nobody has judged, or nobody could judge, is left out. */
export function judgedPlaces({ rows }: Sheet): JudgedPlaces {
  const from = new Int32Array(rows.length + 1);
  const counted = rows.map(({ cells }) => cells.counts());
  const columns = new Int32Array(counted.reduce((sum, { present, absent }) => sum + present + absent, 0));
  let count = 0;
  for (const [row, { cells, counts }] of rows.entries()) {
    cells.forEach((cell) => {
      if (judgementOf(cell, counts) !== 'blank') columns[count++] = cell.column;
    });
    from[row + 1] = count;
  }
  return { from, columns: columns.subarray(0, count) };
}

/** @returns which of the judged cells the one in a row and column is; undefined where nobody has judged it */
export function placeAmong({ from, columns }: JudgedPlaces, row: number, column: number): number | undefined {
  const [first = 0, end = 0] = from.subarray(row, row + 2);
  const place = first + countWhile(end - first, (index) => (columns[first + index] ?? 0) < column);
  return place < end && columns[place] === column ? place : undefined;
}

/** @param place of one of the judged cells */
export function judgedCell(
  sheet: Sheet,
  { from, columns }: JudgedPlaces,
  place: number,
  measure: Heat,
): JudgedCell {
  const row = countWhile(sheet.rows.length, (index) => (from[index + 1] ?? 0) <= place);
  const column = columns[place] ?? 0;
  const line = sheet.rows[row];
  const cell = line?.cells.get(column);
  const judgement = judgementOf(cell, line?.counts);
  const words = sheet.columns[column]?.words ?? 0;
  return { row, column, judgement, value: judgement === 'present' ? numberOf(cell, measure, words) : 0 };
}
