import type { CountedTable } from '../../contract/cells.ts';
import type { CodeRow } from '../../contract/codes.ts';
import type { CompareCell, CompareColumn } from '../../contract/compare.ts';
import { branchOf } from '../codebook/tree.ts';
import { cellsByRow, type RowCells } from './rowCells.ts';
import type { Measure, Sorting } from './view.ts';

/** What a cell says. `blank` is the cell of a code that cannot be applied: nobody could judge it. */
export type Judgement = 'present' | 'absent' | 'not_judged' | 'blank';

/** A row of the table: a code with its cells by the places of their columns; a column without a cell was not judged. */
export interface SheetRow {
  readonly code: CodeRow;
  readonly cells: RowCells;
  /** Over all documents in scope. */
  readonly total: CompareCell | undefined;
  /** Whether the code can be found in a text: it can be applied, or what is below it is counted. */
  readonly counts: boolean;
}

/** The comparison as it is shown. */
export interface Sheet {
  readonly columns: readonly CompareColumn[];
  readonly rows: readonly SheetRow[];
  /** Over all codes, by the place of the column. */
  readonly totals: ReadonlyMap<number, CompareCell>;
  /** Ids of the codes that stand at the top of the codebook. */
  readonly roots: readonly string[];
  /** Words of all documents in scope, each once. */
  readonly words: number;
}

/** What decides which rows are shown, in which order. */
export interface Arranged {
  readonly measure: Measure;
  readonly rollUp: boolean;
  readonly hideEmpty: boolean;
  readonly branch: string | null;
  readonly sorting: Sorting | null;
}

/** So many words a density is for: plans of other lengths are compared by it. */
const DENSITY_WORDS = 10_000;

/** Says what a cell is. */
export function judgementOf(cell: CompareCell | undefined, counts = true): Judgement {
  if (cell !== undefined && cell.presence === 1) return 'present';
  if (!counts) return 'blank';
  return cell?.presence === 0 ? 'absent' : 'not_judged';
}

/**
 * The number of a cell.
 * @param words of the documents of its column: what a share is a share of
 * @returns a share as a fraction of 1, density in passages per 10,000 words; presence as 1 or 0
 */
export function numberOf(cell: CompareCell | undefined, measure: Measure, words: number): number {
  if (cell === undefined) return 0;
  if (measure === 'passages') return cell.spans;
  if (measure === 'codings') return cell.codings;
  if (measure === 'words') return cell.words;
  if (measure === 'share') return words === 0 ? 0 : cell.words / words;
  if (measure === 'density') return words === 0 ? 0 : (cell.spans / words) * DENSITY_WORDS;
  return cell.presence === 1 ? 1 : 0;
}

/** In how many columns a code is present; a column of what has no case or value counts as one. */
export const presentIn = ({ cells }: SheetRow): number => cells.counts().present;

/** In how many columns a code is present, apart from the one of what has no case or value. */
export function presentAmong(row: SheetRow, columns: Sheet['columns']): number {
  const none = columns.findIndex(({ id }) => id === 'none');
  return presentIn(row) - (row.cells.get(none)?.presence === 1 ? 1 : 0);
}

/** The number at the end of a row: of presence, in how many columns it is. */
export function totalOf(row: SheetRow, measure: Measure, words: number): number {
  return measure === 'presence' ? presentIn(row) : numberOf(row.total, measure, words);
}

/** What a row is sorted by: its number, and below zero what has none, so that absence stands before silence. */
function rankOf(row: SheetRow, sheet: Omit<Sheet, 'rows'>, column: number, measure: Measure): number {
  if (column < 0) return totalOf(row, measure, sheet.words);
  const cell = row.cells.get(column);
  const judgement = judgementOf(cell, row.counts);
  if (judgement === 'present') return numberOf(cell, measure, sheet.columns[column]?.words ?? 0);
  return judgement === 'absent' ? -1 : judgement === 'not_judged' ? -2 : -3;
}

/**
 * Puts the engine's counts into rows.
 * @param codes of the codebook, in its order
 * @param words of all documents in scope
 */
export function sheetOf(
  table: CountedTable,
  codes: readonly CodeRow[],
  words: number,
  { measure, rollUp, hideEmpty, branch, sorting }: Arranged,
): Sheet {
  const cellsOf = cellsByRow(table.cells, table.codes.length);
  const totals = new Map(table.rows.map((cell) => [cell.row, cell]));
  const places = new Map(table.codes.map((id, place) => [id, place]));
  const grouping = new Set(codes.map(({ parentId }) => parentId));
  const within = branch !== null && codes.some(({ id }) => id === branch) ? branchOf(codes, branch) : codes;
  const rows = within.flatMap((code): SheetRow[] => {
    const place = places.get(code.id);
    if (place === undefined) return [];
    const total = totals.get(place);
    if (hideEmpty && (total?.codings ?? 0) === 0) return [];
    const counts = code.codable || (rollUp && grouping.has(code.id));
    return [{ code, cells: cellsOf(place), total, counts }];
  });
  const sheet = {
    columns: table.columns,
    totals: new Map(table.all.map((cell) => [cell.column, cell])),
    roots: codes.flatMap(({ id, parentId }) => (parentId === null ? [id] : [])),
    words,
  };
  const column = table.columns.findIndex(({ id }) => id === sorting?.column);
  if (sorting === null || (column < 0 && sorting.column !== 'all')) return { ...sheet, rows };
  const sign = sorting.descending ? -1 : 1;
  const ranked = rows.map((row) => ({ row, rank: rankOf(row, sheet, column, measure) }));
  // Equal ranks stay as the codebook has them.
  return { ...sheet, rows: ranked.sort((a, b) => sign * (a.rank - b.rank)).map(({ row }) => row) };
}

/** How many cells there are of each kind. */
export function countJudgements({ rows, columns }: Sheet): Readonly<Record<Judgement, number>> {
  const counts = { present: 0, absent: 0, not_judged: 0, blank: 0 };
  for (const row of rows) {
    const { present, absent } = row.cells.counts();
    counts.present += present;
    counts[row.counts ? 'absent' : 'blank'] += absent;
    counts[row.counts ? 'not_judged' : 'blank'] += columns.length - present - absent;
  }
  return counts;
}

/** The code with most passages, and the one with fewest of those that have any; null where nothing is coded, or it is the same. */
export function extremes({ rows }: Sheet): { most: SheetRow | null; fewest: SheetRow | null } {
  const found = rows.filter(({ total }) => (total?.spans ?? 0) > 0);
  const spans = (row: SheetRow) => row.total?.spans ?? 0;
  const most = found.reduce<SheetRow | null>(
    (best, row) => (best === null || spans(row) > spans(best) ? row : best),
    null,
  );
  const least = Math.min(...found.map(spans));
  const rare = found.filter((row) => spans(row) === least);
  const [only] = rare;
  return { most, fewest: rare.length === 1 && only !== undefined && only !== most ? only : null };
}
