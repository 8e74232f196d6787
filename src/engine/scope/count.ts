import type { Scope, ScopeCount } from '../../contract/scope.ts';
import { CURRENT } from '../documents/current.ts';
import { type Query, type Sql, sql } from '../store/sql.ts';
import { narrow } from './narrow.ts';

/** @returns what a scope holds, and of how much */
export function countScope(db: Sql, scope: Scope): ScopeCount {
  const narrowing = narrow(db, scope);
  const ofDocuments = db.one<{ n: number }>(sql`SELECT count(*) AS n FROM documents`).n;
  const ofPassages = countPlaces(db, sql`TRUE`);
  const { narrowsDocuments, narrowsPassages } = narrowing;
  const documents = db.one<{ n: number }>(sql`
    SELECT count(*) AS n FROM documents d WHERE ${narrowing.document(sql`d.id`)}`).n;
  const { codings } = db.one<{ codings: number }>(sql`
    SELECT count(*) AS codings FROM codings c WHERE ${narrowing.coding(sql`c.passage_id`, sql`c.coder_id`)}`);
  const passages =
    narrowsDocuments || narrowsPassages ? countPlaces(db, narrowing.passage(sql`a.passage_id`)) : ofPassages;
  return { documents, ofDocuments, passages, ofPassages, codings };
}

/** Distinct places in the current versions; what was lost has none. */
function countPlaces(db: Sql, condition: Query): number {
  return db.one<{ n: number }>(sql`
    SELECT count(*) AS n FROM (
      SELECT DISTINCT a.version_id, a.start_offset, a.end_offset, a.kind, a.page, a.x0, a.y0, a.x1, a.y1
      FROM anchors a WHERE a.version_id IN (SELECT version_id FROM (${CURRENT}))
        AND a.status <> 'lost' AND ${condition})`).n;
}
