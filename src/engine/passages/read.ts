import type { CodingRow, PassageRow, QuoteRow, Sort } from '../../contract/passages.ts';
import type { Scope } from '../../contract/scope.ts';
import { headingPathAt } from '../../text/outline.ts';
import { blockIndexAt } from '../../text/places.ts';
import { quoteOf } from '../../text/quote.ts';
import { wordsIn } from '../../text/words.ts';
import { branch, readTree } from '../codebook/tree.ts';
import { CURRENT } from '../documents/current.ts';
import { loadReading } from '../documents/load.ts';
import { idList } from '../scope/ids.ts';
import { type Narrowing, narrow } from '../scope/narrow.ts';
import { tallyScope } from '../scope/tally.ts';
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
  readonly scope?: Scope | undefined;
}

/** Which of the passages that a filter lets through are wanted, in which order. */
export interface PassagePage {
  readonly sort?: Sort | undefined;
  readonly offset: number;
  readonly limit: number;
}

/**
 * @returns the passages in scope of the current version of a document with their codings in scope, in text order, longer
 * ones first among equal starts
 */
export function passagesInDocument(db: Sql, document: string, scope?: Scope): PassageRow[] {
  const within = idList([document]);
  const narrowing = narrow(db, scope, within);
  const from = fromWhere(db, {}, narrowing, within);
  const rows = db.all<Row>(sql`SELECT ${COLUMNS} ${from()} ORDER BY ${IN_TEXT}`);
  return withCodings(db, rows, narrowing);
}

/**
 * @returns passages with their quotes and their codings in scope, how many there are in all, and in how many documents
 */
export function listPassages(
  db: Sql,
  filter: PassageFilter,
  { sort = 'document', offset, limit }: PassagePage,
): { rows: QuoteRow[]; total: number; documents: number } {
  const counts = countListed(db, filter);
  const page = sort === 'document' ? pageInTexts(db, counts, { offset, limit }) : { offset, limit };
  const within = page.within ?? (filter.document === undefined ? null : idList([filter.document]));
  const narrowing = narrow(db, filter.scope, within);
  const from = fromWhere(db, filter, narrowing, within);
  const order = orderOf(db, sort, narrowing);
  const rows = db.all<Row>(sql`
    SELECT ${COLUMNS} ${from(order.joined)} ORDER BY ${order.by} LIMIT ${page.limit} OFFSET ${page.offset}`);
  const passages = withCodings(db, rows, narrowing);
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
  return { rows: quoted, total: sum(counts.values()), documents: counts.size };
}

/** @returns how many passages a filter lets through, by the document's id; only documents with any */
function countListed(db: Sql, filter: PassageFilter): ReadonlyMap<string, number> {
  const { document, code, coder, scope } = filter;
  if (code === undefined && coder === undefined) {
    const listed = [...tallyScope(db, scope)].filter(
      ([id, tally]) => tally.listed > 0 && (document === undefined || document === id),
    );
    return new Map(listed.map(([id, tally]) => [id, tally.listed]));
  }
  const within = document === undefined ? null : idList([document]);
  const from = fromWhere(db, filter, narrow(db, scope, within), within);
  const rows = db.all<{ id: Uint8Array; n: number }>(sql`SELECT d.id, count(*) AS n ${from()} GROUP BY d.id`);
  return new Map(rows.map(({ id, n }) => [idText(id), n]));
}

const sum = (numbers: Iterable<number>): number => [...numbers].reduce((total, n) => total + n, 0);

interface Page {
  readonly offset: number;
  readonly limit: number;
  /** A list of the documents in which it lies, for use behind IN, from whose first passage the offset counts. */
  readonly within?: Query;
}

/** Where passages follow one another as the texts do, a page of them lies in few documents: only those are looked at. */
function pageInTexts(db: Sql, counts: ReadonlyMap<string, number>, { offset, limit }: Page): Page {
  const within: string[] = [];
  let before = 0;
  let skipped = 0;
  for (const row of db.all<{ id: Uint8Array }>(sql`SELECT id FROM documents ORDER BY rank, id`)) {
    const id = idText(row.id);
    const count = counts.get(id) ?? 0;
    // What the filter leaves out of the count is left out of the page: the page looks at nothing else of it.
    if (count === 0) continue;
    if (before + count <= offset) skipped += count;
    else if (before < offset + limit) within.push(id);
    before += count;
  }
  return { offset: offset - skipped, limit, within: idList(within) };
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
    language: reading.language,
  };
}

/**
 * The span passages that a filter lets through, of some documents or with null of all. Region passages have no span and are listed by their own reader.
 * @returns FROM and WHERE, with what else is to be joined
 */
function fromWhere(
  db: Sql,
  { code, below, coder }: Pick<PassageFilter, 'code' | 'below' | 'coder'>,
  narrowing: Narrowing,
  within: Query | null,
): (joined?: Query) => Query {
  const conditions = [sql`a.kind = 'span'`, narrowing.document(sql`d.id`), narrowing.passage(sql`+p.id`)];
  if (within !== null) conditions.push(sql`d.id IN ${within}`);
  if (code !== undefined || coder !== undefined) {
    const codes = code === undefined ? [] : below ? branch(readTree(db), code) : [code];
    const judged = [sql`c.passage_id = p.id`, narrowing.coder(sql`c.coder_id`)];
    if (code !== undefined) judged.push(sql`c.code_id IN ${idList(codes)}`);
    if (coder !== undefined) judged.push(sql`c.coder_id = ${idBytes(coder)}`);
    conditions.push(sql`EXISTS (SELECT 1 FROM codings c WHERE ${join(judged, ' AND ')})`);
  }
  // In this order: a version's passages lie together, and which version is current is asked once for each document.
  return (
    joined = sql``,
  ) => sql`FROM (${CURRENT}) AS current CROSS JOIN documents d ON d.id = current.document_id
    CROSS JOIN anchors a ON a.version_id = current.version_id
    CROSS JOIN passages p ON p.id = a.passage_id ${joined} WHERE ${join(conditions, ' AND ')}`;
}

const COLUMNS = sql`p.id, p.document_id, a.version_id, current.reading_key, a.start_offset, a.end_offset, a.status,
  p.comment, p.created_at, p.created_by`;

const IN_TEXT = sql`d.rank, d.id, a.start_offset, a.end_offset DESC, p.id`;

interface Order {
  /** What the order looks at beside the passage itself. */
  readonly joined: Query;
  readonly by: Query;
}

/** Orders always end as the text runs. A passage is as new as what was last said there by a coder in scope. */
function orderOf(db: Sql, sort: Sort, narrowing: Narrowing): Order {
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

function withCodings(db: Sql, rows: readonly Row[], narrowing: Narrowing): PassageRow[] {
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
      WHERE passage_id IN ${idList(rows.map((row) => idText(row.id)))} AND ${narrowing.coder(sql`coder_id`)} ORDER BY id`);
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
