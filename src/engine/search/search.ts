import type { SearchHit } from '../../contract/search.ts';
import { quoteOf } from '../../text/quote.ts';
import { CURRENT } from '../documents/current.ts';
import { loadText } from '../documents/load.ts';
import { idText } from '../store/ids.ts';
import { type Query, type Sql, sql } from '../store/sql.ts';
import { hitsIn } from './hits.ts';
import { parseQuery, type Term, toMatch } from './query.ts';

/** Units of context on either side of a hit in a list. */
const CONTEXT = 60;

interface Found {
  readonly id: Uint8Array;
  readonly title: string;
  readonly reading_key: number;
  readonly start_offset: number;
  readonly end_offset: number;
}

/**
 * Finds words in the current versions of all documents; see search/query.ts for what can be asked.
 * @param limit how many hits at most
 * @returns hits in document order with a little context, and how many there are in all
 */
export function searchText(db: Sql, query: string, limit: number): { hits: SearchHit[]; total: number } {
  const terms = parseQuery(query);
  if (terms.length === 0) return { hits: [], total: 0 };
  const hits: SearchHit[] = [];
  let total = 0;
  // Paragraphs come document by document: one text at a time is enough, and nothing else of its reading is needed.
  let reading = { key: -1, text: '' };
  for (const block of db.iterate<Found>(candidates(terms))) {
    if (block.reading_key !== reading.key)
      reading = { key: block.reading_key, text: loadText(db, block.reading_key) };
    const { text } = reading;
    for (const hit of hitsIn(text.slice(block.start_offset, block.end_offset), terms)) {
      total++;
      if (hits.length >= limit) continue;
      const span = { start: block.start_offset + hit.start, end: block.start_offset + hit.end };
      const { exact, prefix, suffix } = quoteOf(text, span, CONTEXT);
      hits.push({
        documentId: idText(block.id),
        documentTitle: block.title,
        ...span,
        before: prefix,
        match: exact,
        after: suffix,
      });
    }
  }
  return { hits, total };
}

/** The paragraphs that may hold the terms: by the index where there is a word to look up, else all of them. */
function candidates(terms: readonly Term[]): Query {
  const match = toMatch(terms);
  const source =
    match === ''
      ? sql`blocks b`
      : sql`(SELECT rowid AS key FROM block_words WHERE block_words MATCH ${match}) AS found JOIN blocks b ON b.key = found.key`;
  return sql`SELECT d.id, d.title, b.reading_key, b.start_offset, b.end_offset FROM ${source}
    JOIN (${CURRENT}) AS current ON current.reading_key = b.reading_key
    JOIN documents d ON d.id = current.document_id ORDER BY d.rank, d.id, b.number`;
}
