import type { StepPlace } from '../../contract/history.ts';
import { CURRENT } from '../documents/current.ts';
import { idText } from '../store/ids.ts';
import { type Sql, sql } from '../store/sql.ts';

/**
 * Finds where a step can be seen: the first passage that it touched and that is there now.
 * @param seq the step's sequence number
 * @returns the document and span (UTF-16 units), or null for a step that is nowhere in a text
 */
export function placeOfStep(db: Sql, seq: number): StepPlace | null {
  const row = db.get<{ document_id: Uint8Array; start_offset: number; end_offset: number }>(sql`
    SELECT p.document_id, a.start_offset, a.end_offset FROM changes c
    JOIN passages p ON p.id = CASE c.table_name
      WHEN 'passages' THEN c.row_id
      WHEN 'anchors' THEN (SELECT passage_id FROM anchors WHERE id = c.row_id)
      WHEN 'codings' THEN coalesce((SELECT passage_id FROM codings WHERE id = c.row_id), unhex(json_extract(c.before, '$.passage_id')))
    END
    JOIN anchors a ON a.passage_id = p.id AND a.kind = 'span'
    JOIN (${CURRENT}) AS current ON current.version_id = a.version_id
    WHERE c.step_seq = ${seq} AND c.table_name IN ('passages', 'anchors', 'codings')
    ORDER BY c.key LIMIT 1`);
  return row ? { documentId: idText(row.document_id), start: row.start_offset, end: row.end_offset } : null;
}
