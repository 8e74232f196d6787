import type { StepPlace } from '../../contract/history.ts';
import { CURRENT } from '../documents/current.ts';
import { pagesKept } from '../passages/pages.ts';
import { type Box, regionOf } from '../passages/region.ts';
import { idText } from '../store/ids.ts';
import { join, name, type Sql, sql } from '../store/sql.ts';

interface Row extends Box {
  readonly document_id: Uint8Array;
  readonly reading_key: number;
  readonly start_offset: number | null;
  readonly end_offset: number | null;
}

/**
 * Finds where a step can be seen: the first passage that it touched and that is there now, else the place of the first
 * passage which it took away.
 * @param seq the step's sequence number
 * @returns the document with the span (UTF-16 units) or part of a page, or null for a step that is nowhere in a text
 */
export function placeOfStep(db: Sql, seq: number): StepPlace | null {
  const row = placeThere(db, seq) ?? placeGone(db, seq);
  if (!row) return null;
  const region = regionOf(row);
  const start = row.start_offset ?? pagesKept(db, row.reading_key)[(region?.page ?? 1) - 1]?.start ?? 0;
  return { documentId: idText(row.document_id), start, end: row.end_offset ?? start, region };
}

function placeThere(db: Sql, seq: number): Row | undefined {
  return db.get<Row>(sql`
    SELECT p.document_id, current.reading_key, a.start_offset, a.end_offset, a.page, a.x0, a.y0, a.x1, a.y1 FROM changes c
    JOIN passages p ON p.id = CASE c.table_name
      WHEN 'passages' THEN c.row_id
      WHEN 'anchors' THEN (SELECT passage_id FROM anchors WHERE id = c.row_id)
      WHEN 'codings' THEN coalesce((SELECT passage_id FROM codings WHERE id = c.row_id), unhex(json_extract(c.before, '$.passage_id')))
      WHEN 'memos' THEN coalesce((SELECT passage_id FROM memos WHERE id = c.row_id), unhex(json_extract(c.before, '$.passage_id')))
    END
    JOIN anchors a ON a.passage_id = p.id
    JOIN (${CURRENT}) AS current ON current.version_id = a.version_id
    WHERE c.step_seq = ${seq} AND c.table_name IN ('passages', 'anchors', 'codings', 'memos')
    ORDER BY c.key LIMIT 1`);
}

const PLACE = ['start_offset', 'end_offset', 'page', 'x0', 'y0', 'x1', 'y1'] as const;

const asLogged = (column: (typeof PLACE)[number]) =>
  sql`json_extract(c.before, ${`$.${column}`}) AS ${name(column)}`;

/** The anchor as it was logged when it went. */
function placeGone(db: Sql, seq: number): Row | undefined {
  return db.get<Row>(sql`
    SELECT current.document_id, current.reading_key, ${join(PLACE.map(asLogged))}
    FROM changes c JOIN (${CURRENT}) AS current ON current.version_id = unhex(json_extract(c.before, '$.version_id'))
    WHERE c.step_seq = ${seq} AND c.table_name = 'anchors'
    ORDER BY c.key LIMIT 1`);
}
