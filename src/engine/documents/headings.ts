import type { HeadingRow, Headings } from '../../contract/documents.ts';
import { idBytes, idText } from '../store/ids.ts';
import { type Sql, sql } from '../store/sql.ts';
import { CURRENT } from './current.ts';
import { loadText } from './load.ts';

/** A heading of a reading, with what it is found by. Offsets in UTF-16. */
interface Heading {
  readonly start: number;
  readonly end: number;
  readonly level: number | null;
  readonly text: string;
  readonly folded: string;
}

const caches = new WeakMap<Sql, Map<number, readonly Heading[]>>();

/** Lower case without accents: who looks for a heading by hand leaves them out. */
const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** The headings of a reading that hold words, from memory after the first time; readings never change. */
function headingsOf(db: Sql, key: number): readonly Heading[] {
  const cache = caches.get(db) ?? new Map<number, readonly Heading[]>();
  caches.set(db, cache);
  const kept = cache.get(key);
  if (kept !== undefined) return kept;
  const blocks = db.all<{ start: number; end: number; level: number | null }>(sql`
    SELECT start_offset AS start, end_offset AS end, level FROM blocks
    WHERE reading_key = ${key} AND kind = 'heading' ORDER BY number`);
  // The text is long, and many documents have no headings.
  const body = blocks.length === 0 ? '' : loadText(db, key);
  const headings = blocks.flatMap(({ start, end, level }): Heading[] => {
    const text = body.slice(start, end).replace(/\s+/g, ' ').trim();
    return text === '' ? [] : [{ start, end, level, text, folded: fold(text) }];
  });
  cache.set(key, headings);
  return headings;
}

export interface HeadingRequest {
  /** Words, or beginnings of words, in any order; empty finds every heading. */
  readonly query: string;
  /** The only document to look in; without it, all. */
  readonly document?: string | undefined;
  /** How many are given at most; the rest are counted. */
  readonly limit: number;
}

/** How well words fit a heading: 0 it begins with them, 1 every one begins a word, 2 each stands somewhere; null not at all. */
function fitOf(folded: string, words: readonly string[], whole: string): 0 | 1 | 2 | null {
  if (folded.startsWith(whole)) return 0;
  if (!words.every((word) => folded.includes(word))) return null;
  const parts = folded.split(/[^\p{L}\p{N}]+/u);
  return words.every((word) => parts.some((part) => part.startsWith(word))) ? 1 : 2;
}

/** @returns the headings of the current versions that fit, likeliest first; among equals in the order of documents and texts */
export function findHeadings(db: Sql, { query, document, limit }: HeadingRequest): Headings {
  const whole = fold(query.trim());
  const words = whole.split(/\s+/).filter((word) => word !== '');
  const only = document === undefined ? sql`TRUE` : sql`d.id = ${idBytes(document)}`;
  const documents = db.all<{ id: Uint8Array; reading_key: number }>(sql`
    SELECT d.id, current.reading_key FROM documents d JOIN (${CURRENT}) AS current ON current.document_id = d.id
    WHERE ${only} ORDER BY d.rank, d.id`);
  const found: [HeadingRow[], HeadingRow[], HeadingRow[]] = [[], [], []];
  for (const { id, reading_key } of documents) {
    const documentId = idText(id);
    for (const { folded, ...heading } of headingsOf(db, reading_key)) {
      const fit = fitOf(folded, words, whole);
      if (fit !== null) found[fit].push({ documentId, ...heading });
    }
  }
  const all = found.flat();
  return { headings: all.slice(0, limit), total: all.length };
}
