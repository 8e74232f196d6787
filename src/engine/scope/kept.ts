import { idText } from '../store/ids.ts';
import { type Query, type Sql, sql } from '../store/sql.ts';
import type { LoggedTable } from '../store/tables.ts';
import { idList } from './ids.ts';

/** An answer by document. */
export interface Answered<Part> {
  /** Everything up to this step is in it. */
  readonly seq: number;
  readonly parts: ReadonlyMap<string, Part>;
}

/** An answer that falls into parts, a document each, of which a judgement changes only its own document's. */
export interface ByDocument<Part> {
  /** Tells it from other questions, with all that it depends on beside the project. */
  readonly key: string;
  /** Whether a change to this table, which is none of `OF_ONE_DOCUMENT`, may change every part. */
  dependsOn(table: LoggedTable): boolean;
  /**
   * @param within a list of ids of documents for use behind IN; null for all
   * @returns the parts by the document's id; a document without one is left out
   */
  compute(within: Query | null): Map<string, Part>;
  /** @returns an answer from before this connection, and up to which step it holds; null for none. Asked where none is kept. */
  left?(): Answered<Part> | null;
}

/** Tables of which a row belongs to one document. */
const OF_ONE_DOCUMENT: readonly string[] = ['passages', 'anchors', 'codings'] satisfies LoggedTable[];

/** How many answers are kept per connection: those of the scope now, and of a few before it. */
const KEPT = 16;

/** Beyond this many changes, finding the documents that they touched takes longer than asking anew. */
const MOST_CHANGES = 5_000;

const caches = new WeakMap<Sql, Map<string, Answered<unknown>>>();

/** Whether an answer is kept on this connection, so that it costs no more than what was touched since. */
export const isKept = (db: Sql, key: string): boolean => caches.get(db)?.has(key) ?? false;

/**
 * Answers by document, and keeps the answer: asked again, it asks only for the documents that were touched since. What
 * was touched is read from the log of steps, so that it holds whoever wrote: this connection, an undo, another program.
 * @returns the parts by the document's id; not to be changed
 */
export function keptByDocument<Part>(db: Sql, question: ByDocument<Part>): ReadonlyMap<string, Part> {
  // Within a step the log says nothing yet that holds: it may still be taken back. Who only reads takes no steps.
  if (db.raw.inTransaction && db.pragma('query_only') !== 1) return question.compute(null);
  // Read first: what another program writes meanwhile is asked for once more the next time, and never missed.
  const seq = newestSeq(db);
  const cache = caches.get(db) ?? new Map<string, Answered<unknown>>();
  caches.set(db, cache);
  // The key and the type go together: one question, one kind of part.
  const kept = (cache.get(question.key) as Answered<Part> | undefined) ?? question.left?.();
  cache.delete(question.key);
  const parts = kept ? refreshed(db, question, kept) : question.compute(null);
  cache.set(question.key, { seq, parts });
  for (const oldest of cache.keys()) {
    if (cache.size <= KEPT) break;
    cache.delete(oldest);
  }
  return parts;
}

function refreshed<Part>(
  db: Sql,
  question: ByDocument<Part>,
  { seq, parts }: Answered<Part>,
): ReadonlyMap<string, Part> {
  const touched = touchedSince(db, seq, (table) => question.dependsOn(table));
  if (touched === null) return question.compute(null);
  if (touched.length === 0) return parts;
  const fresh = question.compute(idList(touched));
  const next = new Map(parts);
  for (const document of touched) {
    const part = fresh.get(document);
    if (part === undefined) next.delete(document);
    else next.set(document, part);
  }
  return next;
}

const newestSeq = (db: Sql) =>
  db.one<{ seq: number }>(sql`SELECT coalesce(max(seq), 0) AS seq FROM steps`).seq;

/** @returns the documents whose judgements were touched since a step; null where it may be all of them */
function touchedSince(
  db: Sql,
  seq: number,
  isOfAll: (table: LoggedTable) => boolean,
): readonly string[] | null {
  const tables = db.all<{ table_name: LoggedTable; n: number }>(sql`
    SELECT table_name, count(*) AS n FROM changes WHERE step_seq > ${seq} GROUP BY table_name`);
  let changes = 0;
  for (const { table_name: table, n } of tables) {
    if (OF_ONE_DOCUMENT.includes(table)) changes += n;
    else if (isOfAll(table)) return null;
  }
  if (changes > MOST_CHANGES) return null;
  if (changes === 0) return [];
  // A row that was there before and after may have moved: both its places count. What a passage was before tells where
  // the anchors and codings were that went with it.
  return db
    .all<{ id: Uint8Array }>(sql`
      WITH recent AS (SELECT table_name, row_id, before FROM changes WHERE step_seq > ${seq}),
        passage (id) AS (
          SELECT row_id FROM recent WHERE table_name = 'passages'
          UNION SELECT passage_id FROM anchors WHERE id IN (SELECT row_id FROM recent WHERE table_name = 'anchors')
          UNION SELECT passage_id FROM codings WHERE id IN (SELECT row_id FROM recent WHERE table_name = 'codings')
          UNION SELECT unhex(json_extract(before, '$.passage_id')) FROM recent
            WHERE table_name IN ('anchors', 'codings') AND before IS NOT NULL)
      SELECT document_id AS id FROM passages WHERE id IN (SELECT id FROM passage)
      UNION SELECT unhex(json_extract(before, '$.document_id')) FROM recent
        WHERE table_name = 'passages' AND before IS NOT NULL`)
    .map((row) => idText(row.id));
}
