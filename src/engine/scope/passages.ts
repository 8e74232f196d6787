import { CURRENT } from '../documents/current.ts';
import { join, type Query, type Sql, sql } from '../store/sql.ts';
import { idList } from './ids.ts';
import type { ResolvedCodes, ResolvedScope } from './resolve.ts';

/** Which passages are asked about at all: those of some documents, or with null of all. */
type Within = Query | null;

/** @returns conditions on `p`, a row of passages, but for that on its words; all must hold */
export function passageConditions(db: Sql, { codes, coders }: ResolvedScope, within: Within): Query[] {
  const haveTwins = codes.length > 0 && placesAreShared(db, within);
  const conditions = codes.flatMap((condition) => codeConditions(condition, { coders, haveTwins, within }));
  if (coders.length === 0) return conditions;
  return [
    ...conditions,
    sql`(p.id IN (${judgedBy([inList(sql`c.coder_id`, coders, within)], within)})
      OR (p.created_by IN ${idList(coders)} AND NOT EXISTS (SELECT 1 FROM codings WHERE passage_id = p.id)))`,
  ];
}

interface Judging {
  readonly coders: readonly string[];
  readonly haveTwins: boolean;
  readonly within: Within;
}

function codeConditions({ condition, groups }: ResolvedCodes, judging: Judging): Query[] {
  if (condition.mode === 'all') return groups.map((group) => sql`p.id IN (${carrying(group, judging)})`);
  const found = carrying(groups.flat(), judging);
  return [condition.mode === 'any' ? sql`p.id IN (${found})` : sql`p.id NOT IN (${found})`];
}

/**
 * The passages on whose very place one of the codes lies, by one of the coders where any are named. What is coded there
 * may belong to another passage of equal place, as a merge leaves them; a passage without a place stands for itself.
 */
function carrying(codes: readonly string[], { coders, haveTwins, within }: Judging): Query {
  const judged = [inList(sql`c.code_id`, codes, within)];
  if (coders.length > 0) judged.push(inList(sql`c.coder_id`, coders, within));
  const coded = judgedBy(judged, within);
  if (!haveTwins) return coded;
  return sql`${coded}
    UNION SELECT twin.passage_id FROM anchors own JOIN anchors twin
      ON twin.version_id = own.version_id AND twin.start_offset IS own.start_offset AND twin.end_offset IS own.end_offset
      AND twin.passage_id <> own.passage_id AND twin.status <> 'lost' AND twin.page IS own.page
      AND twin.x0 IS own.x0 AND twin.y0 IS own.y0 AND twin.x1 IS own.x1 AND twin.y1 IS own.y1
    WHERE own.passage_id IN (${coded}) AND own.status <> 'lost'
      AND own.version_id IN (SELECT version_id FROM (${CURRENT}))`;
}

/** The passages with a coding of which all of this holds. */
function judgedBy(judged: readonly Query[], within: Within): Query {
  const all = join(judged, ' AND ');
  return within === null
    ? sql`SELECT c.passage_id FROM codings c WHERE ${all}`
    : sql`SELECT c.passage_id FROM passages q CROSS JOIN codings c ON c.passage_id = q.id
        WHERE q.document_id IN ${within} AND ${all}`;
}

/** In a few documents the way to the codings is by their passages; the plus keeps SQLite from going by the index of these. */
function inList(column: Query, ids: readonly string[], within: Within): Query {
  return within === null ? sql`${column} IN ${idList(ids)}` : sql`+${column} IN ${idList(ids)}`;
}

/** Two passages at one place are rare, and looking for the other of each takes longer than all else. */
function placesAreShared(db: Sql, within: Within): boolean {
  const where =
    within === null
      ? sql`WHERE TRUE`
      : sql`WHERE version_id IN (SELECT id FROM versions WHERE document_id IN ${within})`;
  // Two parts of a page are told apart by their corners: they have no offsets, by which the spans are told apart at once.
  const shared = (of: Query, by: Query) =>
    db.get(
      sql`SELECT 1 FROM anchors ${where} AND ${of} GROUP BY version_id, ${by} HAVING count(*) > 1 LIMIT 1`,
    );
  return Boolean(
    shared(sql`start_offset IS NOT NULL`, sql`start_offset, end_offset`) ??
      shared(sql`start_offset IS NULL`, sql`page, x0, y0, x1, y1`),
  );
}
