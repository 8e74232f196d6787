import type { CodingRow, PassageRow, QuoteRow } from '../../contract/passages.ts';
import { headingPathAt } from '../../text/outline.ts';
import { blockIndexAt } from '../../text/places.ts';
import { quoteOf } from '../../text/quote.ts';
import { wordsIn } from '../../text/words.ts';
import { branch, readTree } from '../codebook/tree.ts';
import { CURRENT } from '../documents/current.ts';
import { loadReading } from '../documents/load.ts';
import { idBytes, idText } from '../store/ids.ts';
import { join, type Query, type Sql, sql } from '../store/sql.ts';

interface Row {
  readonly id: Uint8Array;
  readonly document_id: Uint8Array;
  readonly version_id: Uint8Array;
  readonly reading_key: number;
  readonly start_offset: number;
  readonly end_offset: number;
  readonly status: PassageRow['status'];
  readonly comment: string;
  readonly created_at: string;
  readonly created_by: Uint8Array;
}

/** What a list of passages is narrowed by; everything that is given must hold. */
export interface PassageFilter {
  readonly document?: string | undefined;
  readonly code?: string | undefined;
  /** With `code`: whether the codes under it count too. */
  readonly below?: boolean | undefined;
  readonly coder?: string | undefined;
}

/** @returns the passages of the current version of a document, in text order, longer ones first among equal starts */
export function passagesInDocument(db: Sql, document: string): PassageRow[] {
  const rows = db.all<Row>(selectRows(db, { document }, sql`LIMIT -1`));
  return withCodings(db, rows, selectIds(db, { document }));
}

/**
 * @returns passages with their quotes in document order, how many there are in all, and in how many documents
 */
export function listPassages(
  db: Sql,
  filter: PassageFilter,
  page: { readonly offset: number; readonly limit: number },
): { rows: QuoteRow[]; total: number; documents: number } {
  const { total, documents } = db.one<{ total: number; documents: number }>(sql`
    SELECT count(*) AS total, count(DISTINCT document_id) AS documents FROM (${selectIds(db, filter)})`);
  const rows = db.all<Row>(selectRows(db, filter, sql`LIMIT ${page.limit} OFFSET ${page.offset}`));
  const ids = rows.map((row) => sql`${row.id}`);
  const passages =
    rows.length === total
      ? withCodings(db, rows, selectIds(db, filter))
      : withCodings(db, rows, sql`SELECT column1 AS id FROM (VALUES ${join(ids.map((id) => sql`(${id})`))})`);
  const titles = new Map(
    db
      .all<{ id: Uint8Array; title: string; short_key: string | null }>(
        sql`SELECT id, title, short_key FROM documents`,
      )
      .map((row) => [idText(row.id), row]),
  );
  const quoted = passages.map((passage, index): QuoteRow => {
    const document = titles.get(passage.documentId);
    return {
      ...passage,
      documentTitle: document?.title ?? '',
      documentKey: document?.short_key ?? null,
      ...placeOf(db, rows[index]?.reading_key ?? 0, passage),
    };
  });
  return { rows: quoted, total, documents };
}

function placeOf(db: Sql, readingKey: number, { start, end }: PassageRow) {
  const reading = loadReading(db, readingKey);
  const { exact, prefix, suffix } = quoteOf(reading.text, { start, end });
  return {
    quote: exact,
    before: prefix,
    after: suffix,
    paragraph: blockIndexAt(reading.blocks, start) + 1,
    section: headingPathAt(reading.outline, start).join(' / '),
    words: wordsIn(reading.words, [{ start, end }]),
  };
}

/** The span passages that a filter lets through. Region passages have no span and are listed by their own reader. */
function selectFrom(db: Sql, { document, code, below, coder }: PassageFilter): Query {
  const conditions = [sql`a.kind = 'span'`];
  if (document !== undefined) conditions.push(sql`p.document_id = ${idBytes(document)}`);
  if (code !== undefined || coder !== undefined) {
    const codes = code === undefined ? [] : below ? branch(readTree(db), code) : [code];
    const judged = [sql`c.passage_id = p.id`];
    if (code !== undefined) judged.push(sql`c.code_id IN (${join(codes.map((id) => sql`${idBytes(id)}`))})`);
    if (coder !== undefined) judged.push(sql`c.coder_id = ${idBytes(coder)}`);
    conditions.push(sql`EXISTS (SELECT 1 FROM codings c WHERE ${join(judged, ' AND ')})`);
  }
  return sql`FROM passages p JOIN anchors a ON a.passage_id = p.id
    JOIN (${CURRENT}) AS current ON current.version_id = a.version_id
    JOIN documents d ON d.id = p.document_id WHERE ${join(conditions, ' AND ')}`;
}

const selectIds = (db: Sql, filter: PassageFilter) =>
  sql`SELECT p.id, p.document_id ${selectFrom(db, filter)}`;

const selectRows = (db: Sql, filter: PassageFilter, limit: Query) => sql`
  SELECT p.id, p.document_id, a.version_id, current.reading_key, a.start_offset, a.end_offset, a.status, p.comment,
    p.created_at, p.created_by ${selectFrom(db, filter)}
  ORDER BY d.rank, d.id, a.start_offset, a.end_offset DESC, p.id ${limit}`;

function withCodings(db: Sql, rows: readonly Row[], ids: Query): PassageRow[] {
  const codings = new Map<string, CodingRow[]>();
  if (rows.length > 0) {
    const found = db.iterate<{
      id: Uint8Array;
      passage_id: Uint8Array;
      code_id: Uint8Array;
      coder_id: Uint8Array;
      weight: number | null;
      created_at: string;
    }>(sql`
      SELECT id, passage_id, code_id, coder_id, weight, created_at FROM codings
      WHERE passage_id IN (SELECT id FROM (${ids})) ORDER BY id`);
    for (const row of found) {
      const coding = {
        id: idText(row.id),
        codeId: idText(row.code_id),
        coderId: idText(row.coder_id),
        weight: row.weight,
        createdAt: row.created_at,
      };
      const passage = idText(row.passage_id);
      const list = codings.get(passage);
      if (list) list.push(coding);
      else codings.set(passage, [coding]);
    }
  }
  return rows.map((row) => {
    const id = idText(row.id);
    return {
      id,
      documentId: idText(row.document_id),
      versionId: idText(row.version_id),
      start: row.start_offset,
      end: row.end_offset,
      status: row.status,
      comment: row.comment,
      createdBy: idText(row.created_by),
      createdAt: row.created_at,
      codings: codings.get(id) ?? [],
    };
  });
}
