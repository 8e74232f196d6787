import type { Region } from '../../contract/common.ts';
import type { Span } from '../../text/reading.ts';
import { gone } from '../errors.ts';
import { newId } from '../store/ids.ts';
import type { Writing } from '../store/mutate.ts';
import { type Query, type Sql, sql } from '../store/sql.ts';
import { boxOf, NEAR } from './region.ts';

/** Where a passage lies: words, in UTF-16 units, or a part of a page, in points. */
export type Place = { readonly span: Span } | { readonly region: Region };

/** The passages that lie at exactly one place of a version: several may coexist after a merge. */
export interface Placed {
  readonly first: Uint8Array;
  readonly all: readonly Uint8Array[];
}

/** @returns a condition on `a`, a row of anchors: that it lies there; parts of a page may differ by what nobody sees */
export function liesAt(place: Place): Query {
  if ('span' in place) {
    return sql`a.kind = 'span' AND a.start_offset = ${place.span.start} AND a.end_offset = ${place.span.end}`;
  }
  const { page, x0, y0, x1, y1 } = boxOf(place.region);
  // Sums of hundredths are not exact in binary.
  const near = NEAR + 1e-6;
  return sql`a.start_offset IS NULL AND a.page = ${page} AND abs(a.x0 - ${x0}) <= ${near} AND abs(a.y0 - ${y0}) <= ${near}
    AND abs(a.x1 - ${x1}) <= ${near} AND abs(a.y1 - ${y1}) <= ${near}`;
}

/**
 * Finds the passages at a place, or makes one.
 * @returns them; what is new has no coding yet
 */
export function place(
  writing: Writing,
  at: { readonly document: Uint8Array; readonly versionId: Uint8Array } & Place,
): Placed {
  const { db } = writing;
  const found = db
    .all<{ passage_id: Uint8Array }>(sql`
      SELECT a.passage_id FROM anchors a WHERE a.version_id = ${at.versionId} AND ${liesAt(at)} ORDER BY a.passage_id`)
    .map((row) => row.passage_id);
  const [first] = found;
  if (first) return { first, all: found };
  const id = newId();
  db.run(
    sql`INSERT INTO passages (id, document_id, created_at, created_by) VALUES (${id}, ${at.document}, ${writing.at}, ${writing.actor.id})`,
  );
  if ('span' in at) {
    db.run(sql`INSERT INTO anchors (id, passage_id, version_id, kind, start_offset, end_offset)
      VALUES (${newId()}, ${id}, ${at.versionId}, 'span', ${at.span.start}, ${at.span.end})`);
  } else {
    const { page, x0, y0, x1, y1 } = boxOf(at.region);
    db.run(sql`INSERT INTO anchors (id, passage_id, version_id, kind, page, x0, y0, x1, y1)
      VALUES (${newId()}, ${id}, ${at.versionId}, 'region', ${page}, ${x0}, ${y0}, ${x1}, ${y1})`);
  }
  return { first: id, all: [id] };
}

/**
 * @returns a passage with those that have the very same place in the same version
 * @throws ColligoError NOT_FOUND
 */
export function placedAs(db: Sql, passage: Uint8Array): Placed {
  if (!db.get(sql`SELECT 1 FROM passages WHERE id = ${passage}`)) {
    throw gone('passage');
  }
  const all = db.all<{ passage_id: Uint8Array }>(sql`
    SELECT o.passage_id FROM anchors a JOIN anchors o ON o.version_id = a.version_id AND o.kind = a.kind
      AND o.start_offset IS a.start_offset AND o.end_offset IS a.end_offset
      AND o.page IS a.page AND o.x0 IS a.x0 AND o.y0 IS a.y0 AND o.x1 IS a.x1 AND o.y1 IS a.y1
    WHERE a.passage_id = ${passage}`);
  return { first: passage, all: [passage, ...all.map((row) => row.passage_id)] };
}
