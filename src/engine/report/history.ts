import { meaningOf } from '../codebook/meaning.ts';
import { readTree } from '../codebook/tree.ts';
import type { Frame } from '../dataset/frame.ts';
import { CURRENT } from '../documents/current.ts';
import { idText } from '../store/ids.ts';
import { type Sql, sql } from '../store/sql.ts';

/** A step that was taken back counts as none: its newest undo or redo decides. */
const STANDS = sql`s.kind IN ('do', 'merge') AND coalesce(
  (SELECT t.kind FROM steps t WHERE t.target_id = s.id ORDER BY t.seq DESC LIMIT 1), '') <> 'undo'`;

/** When something was done, as days (UTC, ISO 8601), and how many steps that took. */
export interface Period {
  readonly steps: number;
  readonly first: string | null;
  readonly last: string | null;
  /** On how many days. */
  readonly days: number;
}

const PERIOD = sql`count(*) AS steps, min(s.at) AS first, max(s.at) AS last, count(DISTINCT substr(s.at, 1, 10)) AS days`;

/** @returns the whole history: from the first step on, and how many of its changes were taken back */
export function readHistory(db: Sql): { from: string; to: string; standing: number; takenBack: number } {
  const { first, last } = db.one<{ first: string; last: string }>(
    sql`SELECT min(at) AS first, max(at) AS last FROM steps`,
  );
  const { standing, n } = db.one<{ standing: number; n: number }>(sql`
    SELECT coalesce(sum(${STANDS}), 0) AS standing, count(*) AS n FROM steps s WHERE s.kind IN ('do', 'merge')`);
  return { from: first, to: last, standing, takenBack: n - standing };
}

/** @returns when each coder coded, by the coder's id; steps that were taken back left out */
export function readCodingPeriods(db: Sql): Map<string, Period> {
  const rows = db.all<Period & { id: Uint8Array }>(sql`
    SELECT s.coder_id AS id, ${PERIOD} FROM steps s WHERE s.code GLOB 'codings.*' AND ${STANDS} GROUP BY s.coder_id`);
  return new Map(rows.map(({ id, ...period }) => [idText(id), period]));
}

/** @returns when the codebook was changed */
export const readCodebookPeriod = (db: Sql): Period =>
  db.one<Period>(sql`SELECT ${PERIOD} FROM steps s WHERE s.code GLOB 'codes.*' AND ${STANDS}`);

/** @returns codings in scope, by the coder's id */
export function countCodings({ db, part: { narrowing } }: Frame): Map<string, number> {
  const rows = db.all<{ id: Uint8Array; n: number }>(sql`
    SELECT c.coder_id AS id, count(*) AS n FROM codings c
    WHERE ${narrowing.coding(sql`c.passage_id`, sql`c.coder_id`)} GROUP BY c.coder_id`);
  return new Map(rows.map(({ id, n }) => [idText(id), n]));
}

/** The reviews of one coder of the documents in scope. */
export interface Reviewed {
  /** Of the current version, and for the code as it reads now. */
  holding: number;
  stale: number;
}

/** @returns reviews by the coder's id */
export function countReviews({ db, part: { narrowing } }: Frame): Map<string, Reviewed> {
  const meanings = new Map(readTree(db).map((node) => [node.id, meaningOf(node)]));
  const reviews = new Map<string, Reviewed>();
  const rows = db.iterate<{
    code_id: Uint8Array;
    coder_id: Uint8Array;
    meaning: Buffer;
    is_current: 0 | 1;
  }>(sql`
    SELECT r.code_id, r.coder_id, r.meaning_sha256 AS meaning,
      r.version_id IN (SELECT version_id FROM (${CURRENT})) AS is_current
    FROM reviews r JOIN versions v ON v.id = r.version_id
    WHERE ${narrowing.document(sql`v.document_id`)} AND ${narrowing.coder(sql`r.coder_id`)}`);
  for (const { code_id, coder_id, meaning, is_current } of rows) {
    const coder = idText(coder_id);
    const counted = reviews.get(coder) ?? { holding: 0, stale: 0 };
    reviews.set(coder, counted);
    if (is_current === 1 && meanings.get(idText(code_id))?.equals(meaning)) counted.holding++;
    else counted.stale++;
  }
  return reviews;
}

/** The codebook as it stood when somebody reviewed by it. */
export interface CodebookState {
  readonly name: string | null;
  readonly at: string;
  readonly codes: number;
  /** Of the documents and coders in scope, whether they hold still or not. */
  readonly reviews: number;
}

/** @returns the states that are remembered, oldest first */
export const readStates = ({ db, part: { narrowing } }: Frame): CodebookState[] =>
  db.all<CodebookState>(sql`
    SELECT cs.name, cs.created_at AS at, json_array_length(cs.body) AS codes, (
      SELECT count(*) FROM reviews r JOIN versions v ON v.id = r.version_id
      WHERE r.codebook_state_id = cs.id AND ${narrowing.document(sql`v.document_id`)} AND ${narrowing.coder(sql`r.coder_id`)}
    ) AS reviews
    FROM codebook_states cs ORDER BY cs.created_at, cs.id`);

/** @returns how many of the documents in scope have an earlier version */
export const countRevised = ({ db, part: { narrowing } }: Frame): number =>
  db.one<{ n: number }>(sql`
    SELECT count(DISTINCT v.document_id) AS n FROM versions v
    WHERE v.number > 1 AND ${narrowing.document(sql`v.document_id`)}`).n;
