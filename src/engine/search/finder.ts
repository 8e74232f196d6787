import type { SearchKind } from '../../contract/search.ts';
import { findAll, findInLines } from '../../text/folding.ts';
import type { Span } from '../../text/reading.ts';
import { loadText } from '../documents/load.ts';
import { hasPages } from '../documents/pages.ts';
import { type Sql, sql } from '../store/sql.ts';
import { hitsIn } from './hits.ts';
import { parseQuery, type Term, toMatch } from './query.ts';

/** What was found in a reading, in the order of the text (UTF-16), with the text; that is empty where nothing was. */
export interface Found {
  readonly text: string;
  readonly spans: readonly Span[];
}

const NOTHING: Found = { text: '', spans: [] };

/**
 * @param kind see the contract; what words can ask for is in search/query.ts
 * @returns what looks through one reading, given its key
 */
export function finderOf(db: Sql, kind: SearchKind, query: string): (readingKey: number) => Found {
  if (kind === 'substring') {
    return (key) => {
      const text = loadText(db, key);
      return { text, spans: hasPages(db, key) ? findInLines(text, query) : findAll(text, query) };
    };
  }
  const terms = parseQuery(query);
  if (terms.length === 0) return () => NOTHING;
  const candidates = toMatch(terms) === '' ? allParagraphs(db) : matchingParagraphs(db, terms);
  return (key) => {
    const paragraphs = candidates(key);
    if (paragraphs.length === 0) return NOTHING;
    const text = loadText(db, key);
    const printed = hasPages(db, key);
    const spans = paragraphs.flatMap(({ start, end }) =>
      hitsIn(text.slice(start, end), terms, printed).map((hit) => ({
        start: start + hit.start,
        end: start + hit.end,
      })),
    );
    return { text, spans };
  };
}

type Paragraphs = (readingKey: number) => readonly Span[];

function allParagraphs(db: Sql): Paragraphs {
  return (key) =>
    db.all<Span>(sql`
      SELECT start_offset AS start, end_offset AS end FROM blocks WHERE reading_key = ${key} ORDER BY number`);
}

/** The index is asked once for all readings. */
function matchingParagraphs(db: Sql, terms: readonly Term[]): Paragraphs {
  const found = new Map<number, Span[]>();
  const rows = db.iterate<Span & { key: number }>(sql`
    SELECT b.reading_key AS key, b.start_offset AS start, b.end_offset AS end
    FROM (SELECT rowid FROM block_words WHERE block_words MATCH ${toMatch(terms)}) AS matched
    JOIN blocks b ON b.key = matched.rowid ORDER BY b.reading_key, b.number`);
  for (const { key, start, end } of rows) {
    const list = found.get(key);
    if (list) list.push({ start, end });
    else found.set(key, [{ start, end }]);
  }
  return (key) => found.get(key) ?? [];
}
