import { type Query, type Sql, sql } from '../../store/sql.ts';

/**
 * Of codings by one coder on one passage one stays: that of the code that stays, where there is one, else the oldest.
 * @param merged ids of the codes that go
 * @param target id of the code that stays
 */
const numbered = (merged: Query, target: Uint8Array): Query => sql`
  SELECT id, code_id, row_number() OVER seat AS seat, first_value(id) OVER seat AS stays FROM codings
  WHERE code_id = ${target} OR code_id IN (${merged})
  WINDOW seat AS (PARTITION BY passage_id, coder_id ORDER BY code_id <> ${target}, created_at, id)`;

/** @returns how many codings of the merged codes would follow, and how many are there already */
export function countCodings(
  db: Sql,
  merged: Query,
  target: Uint8Array,
): { follow: number; already: number } {
  return db.one(sql`SELECT count(*) FILTER (WHERE seat = 1) AS follow, count(*) FILTER (WHERE seat > 1) AS already
    FROM (${numbered(merged, target)}) WHERE code_id <> ${target}`);
}

/**
 * Gives the codings of merged codes to the one that stays, within a step. Coder, date and weight stay with each. Where a
 * coder has the code on the passage already, the two become one: memos come along, and a weight where there was none.
 * @returns how many followed and how many were there already
 */
export function mergeCodings(
  db: Sql,
  merged: Query,
  target: Uint8Array,
): { followed: number; already: number } {
  db.script('CREATE TEMP TABLE twins (id BLOB PRIMARY KEY, stays BLOB NOT NULL) WITHOUT ROWID');
  db.run(sql`INSERT INTO twins SELECT id, stays FROM (${numbered(merged, target)}) WHERE seat > 1`);
  db.run(sql`UPDATE memos SET coding_id = (SELECT stays FROM twins WHERE id = coding_id)
    WHERE coding_id IN (SELECT id FROM twins)`);
  db.run(sql`UPDATE codings SET weight = (
      SELECT c.weight FROM twins t JOIN codings c ON c.id = t.id
      WHERE t.stays = codings.id AND c.weight IS NOT NULL ORDER BY c.created_at, c.id LIMIT 1)
    WHERE weight IS NULL AND EXISTS (
      SELECT 1 FROM twins t JOIN codings c ON c.id = t.id WHERE t.stays = codings.id AND c.weight IS NOT NULL)`);
  const already = db.run(sql`DELETE FROM codings WHERE id IN (SELECT id FROM twins)`);
  db.script('DROP TABLE twins');
  const followed = db.run(sql`UPDATE codings SET code_id = ${target} WHERE code_id IN (${merged})`);
  return { followed, already };
}
