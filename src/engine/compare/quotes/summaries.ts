import type { CellSummary, CompareColumn, CompareColumns } from '../../../contract/compare.ts';
import type { Frame } from '../../dataset/frame.ts';
import { idList } from '../../scope/ids.ts';
import { idText } from '../../store/ids.ts';
import { type Sql, sql } from '../../store/sql.ts';
import type { FoundIn } from './found.ts';
import { type CellOf, placesBy } from './places.ts';
import type { BoardRow } from './quotes.ts';

interface Memo {
  readonly id: Uint8Array;
  readonly title: string;
  readonly body: string;
  readonly code: Uint8Array;
  readonly place: Uint8Array;
  readonly created_by: Uint8Array;
  readonly created_at: string;
}

interface Cell {
  readonly row: BoardRow;
  readonly column: CompareColumn;
}

/**
 * The memos on cells.
 * @param by what stands in the columns: documents and cases have summaries, groups have none
 * @param places what tells how many places of a cell there were at a moment, given the documents in which it has any
 * @returns the summaries of a cell
 */
export function summariesOf(
  { db, part: { narrowing } }: Frame,
  cells: readonly Cell[],
  by: CompareColumns['by'],
  places: (cell: Cell, within: readonly string[]) => CellOf,
): (row: BoardRow, column: CompareColumn, found: FoundIn) => CellSummary[] {
  if (by === 'attribute') return () => [];
  const place = by === 'document' ? sql`m.document_id` : sql`m.case_id`;
  const ids = cells.flatMap(({ column }) => (column.id === 'none' ? [] : [column.id]));
  const memos = db.all<Memo>(sql`
    SELECT m.id, m.title, m.body, m.code_id AS code, ${place} AS place, m.created_by, m.created_at FROM memos m
    WHERE m.code_id IN ${idList([...new Set(cells.map(({ row }) => row.code))])}
      AND ${place} IN ${idList([...new Set(ids)])} AND ${narrowing.code(sql`m.code_id`)} ORDER BY m.created_at, m.id`);
  const changed = changesOf(db, memos);
  const byCell = Map.groupBy(memos, (memo) => `${idText(memo.code)} ${idText(memo.place)}`);
  return (row, column, { documents, total }) =>
    (byCell.get(`${row.code} ${column.id}`) ?? []).map((memo): CellSummary => {
      const memoId = idText(memo.id);
      const writtenAt = changed.get(memoId) ?? memo.created_at;
      const within = [...documents.keys()];
      const from = total === 0 ? 0 : placesBy(db, places({ row, column }, within), writtenAt);
      const { title, body } = memo;
      return {
        memoId,
        title,
        body,
        createdBy: idText(memo.created_by),
        writtenAt,
        from,
        since: total - from,
      };
    });
}

/** @returns when the words of memos were last changed, by id: changes that were undone are none */
function changesOf(db: Sql, memos: readonly Memo[]): Map<string, string> {
  // Most cells have no summary, and the log is long.
  if (memos.length === 0) return new Map();
  const rows = db.all<{ id: Uint8Array; at: string }>(sql`
    SELECT changes.row_id AS id, max(s.at) AS at FROM steps s CROSS JOIN changes ON changes.step_seq = s.seq
    WHERE s.code = 'memos.change' AND changes.row_id IN ${idList(memos.map(({ id }) => idText(id)))}
      AND NOT coalesce((SELECT t.kind = 'undo' FROM steps t WHERE t.target_id = s.id ORDER BY t.seq DESC LIMIT 1), 0)
    GROUP BY changes.row_id`);
  return new Map(rows.map(({ id, at }) => [idText(id), at]));
}
