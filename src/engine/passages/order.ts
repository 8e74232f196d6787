import type { Sort } from '../../contract/passages.ts';
import { readTree } from '../codebook/tree.ts';
import type { Narrowing } from '../scope/narrow.ts';
import { type Query, type Sql, sql } from '../store/sql.ts';

/**
 * As the texts run. A part of a page stands where the text of its page begins, before the words there; parts of one page stand
 * by their upper edge. `pg` is the page of an anchor that holds a part of one.
 */
export const IN_TEXT = sql`d.rank, d.id, coalesce(a.start_offset, pg.start_offset), a.page NULLS LAST, a.y0, a.x0,
  a.end_offset DESC, p.id`;

interface Order {
  /** What the order looks at beside the passage itself. */
  readonly joined: Query;
  readonly by: Query;
}

/** Orders always end as the text runs; parts of pages, which have no words, are the shortest. A passage is as new as what was last said there by a coder in scope. */
export function orderOf(db: Sql, sort: Sort, narrowing: Narrowing): Order {
  const mine = narrowing.coder(sql`c.coder_id`);
  switch (sort) {
    case 'document':
      return { joined: sql``, by: IN_TEXT };
    case 'length':
      return { joined: sql``, by: sql`a.end_offset - a.start_offset DESC, ${IN_TEXT}` };
    case 'newest':
      return {
        joined: sql`LEFT JOIN (SELECT c.passage_id, max(c.created_at) AS at FROM codings c WHERE ${mine} GROUP BY c.passage_id)
          AS latest ON latest.passage_id = p.id`,
        by: sql`coalesce(latest.at, p.created_at) DESC, ${IN_TEXT}`,
      };
    case 'code': {
      const inTree = JSON.stringify(readTree(db).map(({ id }) => id.replaceAll('-', '')));
      return {
        joined: sql`LEFT JOIN (
          SELECT c.passage_id, min(placed.position) AS position FROM codings c
          JOIN (SELECT unhex(value) AS id, key AS position FROM json_each(${inTree})) AS placed ON placed.id = c.code_id
          WHERE ${mine} GROUP BY c.passage_id) AS first ON first.passage_id = p.id`,
        by: sql`first.position NULLS LAST, ${IN_TEXT}`,
      };
    }
  }
}
