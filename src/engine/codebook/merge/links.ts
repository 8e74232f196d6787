import { type Query, type Sql, sql } from '../../store/sql.ts';
import { ends } from '../links.ts';

/** Gives the links of merged codes to the one that stays, within a step; those between the codes themselves go. */
export function mergeLinks(db: Sql, merged: Query, target: Uint8Array): void {
  const links = db.all<{
    id: Uint8Array;
    code_id: Uint8Array;
    other_code_id: Uint8Array;
    kind: string;
    one: 0 | 1;
    two: 0 | 1;
  }>(sql`
    SELECT id, code_id, other_code_id, kind, code_id IN (${merged}) AS one, other_code_id IN (${merged}) AS two
    FROM code_links WHERE code_id IN (${merged}) OR other_code_id IN (${merged}) ORDER BY created_at, id`);
  for (const { id, code_id, other_code_id, kind, one, two } of links) {
    const [first, second] = ends(one ? target : code_id, two ? target : other_code_id);
    const isKept =
      Buffer.compare(first, second) !== 0 &&
      !db.get(
        sql`SELECT 1 FROM code_links WHERE code_id = ${first} AND other_code_id = ${second} AND kind = ${kind}`,
      );
    if (isKept)
      db.run(sql`UPDATE code_links SET code_id = ${first}, other_code_id = ${second} WHERE id = ${id}`);
    else db.run(sql`DELETE FROM code_links WHERE id = ${id}`);
  }
}
