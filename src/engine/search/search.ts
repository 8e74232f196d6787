import type { Scope } from '../../contract/scope.ts';
import type { SearchBatch, SearchHit, SearchKind } from '../../contract/search.ts';
import { quoteOf } from '../../text/quote.ts';
import type { Span } from '../../text/reading.ts';
import { mergeSpans } from '../../text/words.ts';
import { CURRENT } from '../documents/current.ts';
import { type Narrowing, narrow } from '../scope/narrow.ts';
import { idText } from '../store/ids.ts';
import { type Sql, sql } from '../store/sql.ts';
import { finderOf } from './finder.ts';

export interface SearchRequest {
  readonly query: string;
  readonly kind: SearchKind;
  readonly scope?: Scope | undefined;
  /** How many hits are given at most; the rest are counted. */
  readonly limit: number;
}

/** Units of context on either side of a hit in a list. */
const CONTEXT = 60;

/** The first hits are told at once; what comes after, and how far the search is, not oftener than this. */
const EVERY_MS = 80;

interface Searched {
  readonly id: Uint8Array;
  readonly title: string;
  readonly language: string;
  readonly version_id: Uint8Array;
  readonly reading_key: number;
}

/**
 * Looks through the current versions of the documents in scope, one by one. Where the scope chooses passages, only what
 * touches one of them is found.
 * @returns after each document a batch, or null where there is nothing to tell yet; the last batch, and no other, is `done`
 */
export function* search(db: Sql, request: SearchRequest): Generator<SearchBatch | null, void> {
  const narrowing = narrow(db, request.scope);
  const documents = documentsIn(db, narrowing);
  const isInScope = placesIn(db, narrowing);
  const find = finderOf(db, request.kind, request.query);
  let [hits, given, total]: [SearchHit[], number, number] = [[], 0, 0];
  let toldAt = performance.now();
  const tell = (searched: number, done: boolean): SearchBatch => {
    const batch = { hits, total, searched, documents: documents.length, done };
    given += hits.length;
    hits = [];
    toldAt = performance.now();
    return batch;
  };
  for (const [index, document] of documents.entries()) {
    const { text, spans } = find(document.reading_key);
    for (const span of spans.filter((one) => isInScope(document, one))) {
      if (total++ < request.limit) hits.push(toHit(document, text, span));
    }
    const isFirst = given === 0 && hits.length > 0;
    yield isFirst || performance.now() - toldAt >= EVERY_MS ? tell(index + 1, false) : null;
  }
  yield tell(documents.length, true);
}

function documentsIn(db: Sql, narrowing: Narrowing): Searched[] {
  return db.all<Searched>(sql`
    SELECT d.id, d.title, r.language, current.version_id, current.reading_key FROM documents d
    JOIN (${CURRENT}) AS current ON current.document_id = d.id JOIN readings r ON r.key = current.reading_key
    WHERE ${narrowing.document(sql`d.id`)} ORDER BY d.rank, d.id`);
}

/** @returns whether a span of a document touches a passage in scope; always true where the scope chooses none */
function placesIn(db: Sql, narrowing: Narrowing): (document: Searched, span: Span) => boolean {
  if (!narrowing.narrowsPassages) return () => true;
  const places = new Map<string, Span[]>();
  const rows = db.iterate<{ version_id: Uint8Array; start: number; end: number }>(sql`
    SELECT a.version_id, a.start_offset AS start, a.end_offset AS end FROM anchors a
    WHERE a.kind = 'span' AND a.status <> 'lost' AND ${narrowing.passage(sql`a.passage_id`)}`);
  for (const { version_id, start, end } of rows) {
    const version = idText(version_id);
    const list = places.get(version) ?? [];
    places.set(version, list);
    list.push({ start, end });
  }
  for (const [version, list] of places) places.set(version, mergeSpans(list));
  return ({ version_id }, span) =>
    places.get(idText(version_id))?.some(({ start, end }) => start < span.end && span.start < end) ?? false;
}

function toHit({ id, title, language }: Searched, text: string, span: Span): SearchHit {
  const { exact, prefix, suffix } = quoteOf(text, span, CONTEXT);
  return {
    documentId: idText(id),
    documentTitle: title,
    language,
    start: span.start,
    end: span.end,
    before: prefix,
    match: exact,
    after: suffix,
  };
}
