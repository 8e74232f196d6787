import { CURRENT } from '../documents/current.ts';
import { join, type Query, type Sql, sql } from '../store/sql.ts';
import { idList } from './ids.ts';
import type { ResolvedCodes, ResolvedScope } from './resolve.ts';

/** @returns conditions on `p`, a row of passages, but for that on its words; all must hold */
export function passageConditions(db: Sql, { codes, coders }: ResolvedScope): Query[] {
  const haveTwins = codes.length > 0 && placesAreShared(db);
  const conditions = codes.flatMap((condition) => codeConditions(condition, coders, haveTwins));
  if (coders.length === 0) return conditions;
  return [
    ...conditions,
    sql`(p.id IN (SELECT passage_id FROM codings WHERE coder_id IN ${idList(coders)})
      OR (p.created_by IN ${idList(coders)} AND NOT EXISTS (SELECT 1 FROM codings WHERE passage_id = p.id)))`,
  ];
}

function codeConditions(
  { condition, groups }: ResolvedCodes,
  coders: readonly string[],
  haveTwins: boolean,
): Query[] {
  if (condition.mode === 'all')
    return groups.map((group) => sql`p.id IN (${carrying(group, coders, haveTwins)})`);
  const found = carrying(groups.flat(), coders, haveTwins);
  return [condition.mode === 'any' ? sql`p.id IN (${found})` : sql`p.id NOT IN (${found})`];
}

/**
 * The passages on whose very place one of the codes lies, by one of the coders where any are named. What is coded there
 * may belong to another passage of equal place, as a merge leaves them; a passage without a place stands for itself.
 */
function carrying(codes: readonly string[], coders: readonly string[], haveTwins: boolean): Query {
  const judged = [sql`c.code_id IN ${idList(codes)}`];
  if (coders.length > 0) judged.push(sql`c.coder_id IN ${idList(coders)}`);
  const coded = sql`SELECT c.passage_id FROM codings c WHERE ${join(judged, ' AND ')}`;
  if (!haveTwins) return coded;
  return sql`${coded}
    UNION SELECT twin.passage_id FROM anchors own JOIN anchors twin
      ON twin.version_id = own.version_id AND twin.start_offset IS own.start_offset AND twin.end_offset IS own.end_offset
      AND twin.passage_id <> own.passage_id AND twin.status <> 'lost' AND twin.page IS own.page
      AND twin.x0 IS own.x0 AND twin.y0 IS own.y0 AND twin.x1 IS own.x1 AND twin.y1 IS own.y1
    WHERE own.passage_id IN (${coded}) AND own.status <> 'lost'
      AND own.version_id IN (SELECT version_id FROM (${CURRENT}))`;
}

/** Two passages at one place are rare, and looking for the other of each takes longer than all else. */
function placesAreShared(db: Sql): boolean {
  // Regions of a page have no offsets: two of them look like one place here, and are then told apart.
  return Boolean(
    db.get(
      sql`SELECT 1 FROM anchors GROUP BY version_id, start_offset, end_offset HAVING count(*) > 1 LIMIT 1`,
    ),
  );
}
