import type { StepPlace } from '../../contract/history.ts';
import { CURRENT } from '../documents/current.ts';
import { idText } from '../store/ids.ts';
import { type Sql, sql } from '../store/sql.ts';

interface Row {
  readonly document_id: Uint8Array;
  readonly start_offset: number;
  readonly end_offset: number;
}

/**
 * Finds where a step can be seen: the first passage that it touched and that is there now, else the words that the first
 * passage lay on which it took away.
 * @param seq the step's sequence number
 * @returns the document and span (UTF-16 units), or null for a step that is nowhere in a text
 */
export function placeOfStep(db: Sql, seq: number): StepPlace | null {
  const row = placeThere(db, seq) ?? placeGone(db, seq);
  return row ? { documentId: idText(row.document_id), start: row.start_offset, end: row.end_offset } : null;
}

function placeThere(db: Sql, seq: number): Row | undefined {
  return db.get<Row>(sql`
    SELECT p.document_id, a.start_offset, a.end_offset FROM changes c
    JOIN passages p ON p.id = CASE c.table_name
      WHEN 'passages' THEN c.row_id
      WHEN 'anchors' THEN (SELECT passage_id FROM anchors WHERE id = c.row_id)
      WHEN 'codings' THEN coalesce((SELECT passage_id FROM codings WHERE id = c.row_id), unhex(json_extract(c.before, '$.passage_id')))
      WHEN 'memos' THEN coalesce((SELECT passage_id FROM memos WHERE id = c.row_id), unhex(json_extract(c.before, '$.passage_id')))
    END
    JOIN anchors a ON a.passage_id = p.id AND a.kind = 'span'
    JOIN (${CURRENT}) AS current ON current.version_id = a.version_id
    WHERE c.step_seq = ${seq} AND c.table_name IN ('passages', 'anchors', 'codings', 'memos')
    ORDER BY c.key LIMIT 1`);
}

/** The anchor as it was logged when it went. */
function placeGone(db: Sql, seq: number): Row | undefined {
  return db.get<Row>(sql`
    SELECT current.document_id, json_extract(c.before, '$.start_offset') AS start_offset,
      json_extract(c.before, '$.end_offset') AS end_offset
    FROM changes c JOIN (${CURRENT}) AS current ON current.version_id = unhex(json_extract(c.before, '$.version_id'))
    WHERE c.step_seq = ${seq} AND c.table_name = 'anchors' AND json_extract(c.before, '$.kind') = 'span'
    ORDER BY c.key LIMIT 1`);
}
