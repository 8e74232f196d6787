import type { SearchHit } from '../../contract/search.ts';
import { findAll } from '../../text/folding.ts';
import { quoteOf } from '../../text/quote.ts';
import { CURRENT } from '../documents/current.ts';
import { loadReading } from '../documents/load.ts';
import { idText } from '../store/ids.ts';
import { type Sql, sql } from '../store/sql.ts';

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
 * Finds words in the current versions of all documents: all of them in one paragraph, or a phrase in quotation marks.
 * @param query what was typed; nothing in it is an operator but the quotation marks
 * @param limit how many hits at most
 * @returns hits in document order with a little context, and how many paragraphs hold the words
 */
export function searchText(db: Sql, query: string, limit: number): { hits: SearchHit[]; total: number } {
  const terms = parseTerms(query);
  if (terms.length === 0) return { hits: [], total: 0 };
  const match = terms.map((term) => `"${term.replaceAll('"', '""')}"`).join(' AND ');
  const source = sql`FROM block_words JOIN blocks b ON b.key = block_words.rowid
    JOIN (${CURRENT}) AS current ON current.reading_key = b.reading_key
    JOIN documents d ON d.id = current.document_id WHERE block_words MATCH ${match}`;
  const { total } = db.one<{ total: number }>(sql`SELECT count(*) AS total ${source}`);
  const hits: SearchHit[] = [];
  const found = db.iterate<Found>(sql`
    SELECT d.id, d.title, b.reading_key, b.start_offset, b.end_offset ${source} ORDER BY d.rank, d.id, b.number`);
  for (const block of found) {
    hits.push(...hitsIn(db, block, terms));
    if (hits.length >= limit) break;
  }
  return { hits: hits.slice(0, limit), total };
}

function hitsIn(db: Sql, block: Found, terms: readonly string[]): SearchHit[] {
  const { text } = loadReading(db, block.reading_key);
  const body = text.slice(block.start_offset, block.end_offset);
  return terms
    .flatMap((term) => findAll(body, term))
    .sort((a, b) => a.start - b.start)
    .map(({ start, end }) => {
      const span = { start: block.start_offset + start, end: block.start_offset + end };
      const { exact, prefix, suffix } = quoteOf(text, span, CONTEXT);
      return {
        documentId: idText(block.id),
        documentTitle: block.title,
        ...span,
        before: prefix,
        match: exact,
        after: suffix,
      };
    });
}

function parseTerms(query: string): string[] {
  const terms: string[] = [];
  for (const [, phrase, word] of query.matchAll(/"([^"]+)"|([^\s"]+)/gu)) {
    const term = (phrase ?? word ?? '').trim();
    // Punctuation alone is no word: the index would reject it.
    if (/[\p{L}\p{N}]/u.test(term)) terms.push(term);
  }
  return terms;
}
