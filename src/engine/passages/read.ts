import type { PassageRow, QuoteRow, Sort } from '../../contract/passages.ts';
import type { Scope } from '../../contract/scope.ts';
import { lineHyphens, readable } from '../../text/line-ends.ts';
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
import { IN_TEXT, orderOf } from './order.ts';
import { COLUMNS, type Row, withCodings } from './rows.ts';

/** What a list of passages is narrowed by; everything that is given must hold. */
export interface PassageFilter {
  readonly document?: string | undefined;
  readonly code?: string | undefined;
  /** With `code`: whether the codes under it count too. */
  readonly below?: boolean | undefined;
  readonly coder?: string | undefined;
  readonly scope?: Scope | undefined;
  /** Ids of passages: only these. */
  readonly among?: readonly string[] | undefined;
}

/** Which of the passages that a filter lets through are wanted, in which order. */
export interface PassagePage {
  readonly sort?: Sort | undefined;
  readonly offset: number;
  readonly limit: number;
}

/**
 * @returns the passages in scope of the current version of a document with their codings in scope, in text order (IN_TEXT), longer
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
  const { document, code, coder, scope, among } = filter;
  if (code === undefined && coder === undefined && among === undefined) {
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

function placeOf(db: Sql, readingKey: number, { start, end, region }: PassageRow) {
  const reading = loadReading(db, readingKey);
  const { exact, prefix, suffix } = region
    ? { exact: '', prefix: '', suffix: '' }
    : quoteOf(reading.text, { start, end });
  const asRead = (text: string, from: number) => {
    if (!text.includes('\n')) return text;
    const hyphens = lineHyphens(text, reading.words, from);
    return readable(text, from, (offset) => hyphens.includes(offset));
  };
  return {
    quote: exact,
    line: asRead(exact, start),
    before: asRead(prefix, start - prefix.length),
    after: asRead(suffix, end),
    paragraph: blockIndexAt(reading.blocks, start) + 1,
    section: headingPathAt(reading.outline, start).join(' / '),
    words: wordsIn(reading.words, [{ start, end }]),
    language: reading.language,
  };
}

/**
 * The passages that a filter lets through, of some documents or with null of all.
 * @returns FROM and WHERE, with what else is to be joined
 */
function fromWhere(
  db: Sql,
  { code, below, coder, among }: Pick<PassageFilter, 'code' | 'below' | 'coder' | 'among'>,
  narrowing: Narrowing,
  within: Query | null,
): (joined?: Query) => Query {
  const conditions = [narrowing.document(sql`d.id`), narrowing.passage(sql`+p.id`)];
  if (within !== null) conditions.push(sql`d.id IN ${within}`);
  if (among !== undefined) conditions.push(sql`p.id IN ${idList(among)}`);
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
    CROSS JOIN passages p ON p.id = a.passage_id
    LEFT JOIN pages pg ON pg.reading_key = current.reading_key AND pg.number = a.page ${joined} WHERE ${join(conditions, ' AND ')}`;
}
