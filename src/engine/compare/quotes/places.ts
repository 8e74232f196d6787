import type { QuoteSort } from '../../../contract/compare.ts';
import { CURRENT } from '../../documents/current.ts';
import { IN_TEXT } from '../../passages/order.ts';
import type { Box } from '../../passages/region.ts';
import { idList } from '../../scope/ids.ts';
import type { Narrowing } from '../../scope/narrow.ts';
import { idBytes } from '../../store/ids.ts';
import { join, type Query, type Sql, sql } from '../../store/sql.ts';

/** A distinct place of a cell. */
export interface Place extends Box {
  /** Of the passages on it the one that was made first. */
  readonly id: Uint8Array;
  readonly document_id: Uint8Array;
  readonly reading_key: number;
  /** Null for a part of a page. */
  readonly start_offset: number | null;
  readonly end_offset: number | null;
  /** Ids of the codes of the cell that lie on it, in hex, joined by commas. */
  readonly codes: string;
}

/** Whose places are asked for. */
export interface CellOf {
  readonly codes: readonly string[];
  /** Documents of the cell. */
  readonly within: readonly string[];
  readonly narrowing: Narrowing;
  readonly coder: string | undefined;
}

/** From so many documents on it is quicker to begin with what carries the codes than with what lies in the documents. */
const MANY = 8;

/**
 * Each place once, whoever coded it; lost ones are none. In the columns beside those of `Place`: `first` and `latest`, when it was
 * coded.
 */
function placesIn({ codes, within, narrowing, coder }: CellOf): Query {
  const from =
    within.length > MANY
      ? sql`codings c CROSS JOIN passages p ON p.id = c.passage_id CROSS JOIN anchors a ON a.passage_id = p.id
          JOIN (${CURRENT}) AS current ON current.version_id = a.version_id`
      : sql`(${CURRENT}) AS current CROSS JOIN anchors a ON a.version_id = current.version_id
          CROSS JOIN codings c ON c.passage_id = a.passage_id CROSS JOIN passages p ON p.id = a.passage_id`;
  const conditions = [
    sql`current.document_id IN ${idList(within)}`,
    sql`c.code_id IN ${idList(codes)}`,
    sql`a.status <> 'lost'`,
    narrowing.passage(sql`+p.id`),
    narrowing.coder(sql`c.coder_id`),
    ...(coder === undefined ? [] : [sql`c.coder_id = ${idBytes(coder)}`]),
  ];
  return sql`
    SELECT min(p.id) AS id, current.document_id, current.reading_key, a.start_offset, a.end_offset, a.page, a.x0, a.y0, a.x1, a.y1,
      group_concat(DISTINCT hex(c.code_id)) AS codes, min(c.created_at) AS first, max(c.created_at) AS latest
    FROM ${from} WHERE ${join(conditions, ' AND ')}
    GROUP BY current.document_id, a.start_offset, a.end_offset, a.page, a.x0, a.y0, a.x1, a.y1`;
}

const ORDERS: Readonly<Record<QuoteSort, Query>> = {
  document: IN_TEXT,
  length: sql`a.end_offset - a.start_offset DESC, ${IN_TEXT}`,
  newest: sql`a.latest DESC, ${IN_TEXT}`,
};

/** @returns places of a cell in an order, as lists of passages have it */
export function placesOf(
  db: Sql,
  cell: CellOf,
  { sort, offset, limit }: { sort: QuoteSort; offset: number; limit: number },
): Place[] {
  return db.all<Place>(sql`
    SELECT a.* FROM (${placesIn(cell)}) AS a
      JOIN documents d ON d.id = a.document_id JOIN passages p ON p.id = a.id
      LEFT JOIN pages pg ON pg.reading_key = a.reading_key AND pg.number = a.page
    ORDER BY ${ORDERS[sort]} LIMIT ${limit} OFFSET ${offset}`);
}

/** @returns how many places of a cell had been coded at a moment */
export function placesBy(db: Sql, cell: CellOf, moment: string): number {
  return db.one<{ n: number }>(
    sql`SELECT count(*) AS n FROM (${placesIn(cell)}) AS a WHERE a.first <= ${moment}`,
  ).n;
}
