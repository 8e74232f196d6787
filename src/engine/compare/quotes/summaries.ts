import type { CellSummary, CompareColumn, CompareColumns } from '../../../contract/compare.ts';
import type { Frame } from '../../dataset/frame.ts';
import { idList } from '../../scope/ids.ts';
import { idText } from '../../store/ids.ts';
import { sql } from '../../store/sql.ts';
import { type CellOf, placesBy } from './places.ts';
import type { BoardRow } from './quotes.ts';

interface Memo {
  readonly id: Uint8Array;
  readonly title: string;
  readonly body: string;
  readonly code: Uint8Array;
  readonly place: Uint8Array;
  readonly created_by: Uint8Array;
  readonly written_at: string;
}

interface Cell {
  readonly row: BoardRow;
  readonly column: CompareColumn;
}

/**
 * The memos on cells. A memo's words are as old as the last change of them that was not undone.
 * @param by what stands in the columns: documents and cases have summaries, groups have none
 * @param places what tells how many places of a cell there were at a moment
 * @returns the summaries of a cell, given the documents in which it has places
 */
export function summariesOf(
  { db, part: { narrowing } }: Frame,
  cells: readonly Cell[],
  by: CompareColumns['by'],
  places: (cell: Cell, within: readonly string[]) => CellOf,
): (row: BoardRow, column: CompareColumn, within: readonly string[]) => CellSummary[] {
  if (by === 'attribute') return () => [];
  const place = by === 'document' ? sql`m.document_id` : sql`m.case_id`;
  const ids = cells.flatMap(({ column }) => (column.id === 'none' ? [] : [column.id]));
  const memos = db.all<Memo>(sql`
    SELECT m.id, m.title, m.body, m.code_id AS code, ${place} AS place, m.created_by, coalesce((
      SELECT max(s.at) FROM steps s CROSS JOIN changes ON changes.step_seq = s.seq AND changes.row_id = m.id
      WHERE s.code = 'memos.change'
        AND NOT coalesce((SELECT t.kind = 'undo' FROM steps t WHERE t.target_id = s.id ORDER BY t.seq DESC LIMIT 1), 0)
    ), m.created_at) AS written_at
    FROM memos m WHERE m.code_id IN ${idList([...new Set(cells.map(({ row }) => row.code))])}
      AND ${place} IN ${idList([...new Set(ids)])} AND ${narrowing.code(sql`m.code_id`)} ORDER BY m.created_at, m.id`);
  const byCell = Map.groupBy(memos, (memo) => `${idText(memo.code)} ${idText(memo.place)}`);
  return (row, column, within) =>
    (byCell.get(`${row.code} ${column.id}`) ?? []).map((memo): CellSummary => {
      const count = (moment: string) =>
        within.length === 0 ? 0 : placesBy(db, places({ row, column }, within), moment);
      const from = count(memo.written_at);
      return {
        memoId: idText(memo.id),
        title: memo.title,
        body: memo.body,
        createdBy: idText(memo.created_by),
        writtenAt: memo.written_at,
        from,
        since: count(LATEST) - from,
      };
    });
}

/** After every moment that can be written. */
const LATEST = '9999-12-31T23:59:59.999Z';
