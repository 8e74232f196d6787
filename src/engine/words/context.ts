import { setImmediate } from 'node:timers/promises';
import type { ContextKind, ContextRow, ContextSort, WordContext } from '../../contract/words.ts';
import { lineHyphens, readable } from '../../text/line-ends.ts';
import { blockAt, blockIndexAt } from '../../text/places.ts';
import type { Span } from '../../text/reading.ts';
import { totalWords, wordsBefore } from '../../text/words.ts';
import { type LoadedReading, loadReading } from '../documents/load.ts';
import { hasPages } from '../documents/pages.ts';
import { pageAt, pagesKept } from '../passages/pages.ts';
import type { Sql } from '../store/sql.ts';
import { sortedPlaces } from './beside.ts';
import { placesOf } from './finder.ts';
import type { Placed } from './placed.ts';
import { type WordDocument, type WordsIn, wordDocuments } from './places.ts';

/** What is asked about a word or phrase; the contract says what each means. */
export interface ContextRequest extends WordsIn {
  readonly query: string;
  readonly kind: ContextKind;
  readonly around: number;
  readonly sort: ContextSort;
  readonly offset: number;
  readonly limit: number;
}

/** Documents between two looks whether the question still stands. */
const STRIDE = 16;

/**
 * Lists places of a word or phrase with the words around it.
 * @param db within a read transaction, so that all of it is of one moment
 * @throws what the signal says where it is aborted
 */
export async function wordContext(
  db: Sql,
  request: ContextRequest,
  signal?: AbortSignal,
): Promise<WordContext> {
  const documents = wordDocuments(db, request);
  const find = placesOf(db, request.kind, request.query);
  const found: Placed[] = [];
  let holding = 0;
  for (const [index, document] of documents.entries()) {
    if (index % STRIDE === 0) await setImmediate();
    signal?.throwIfAborted();
    const spans = find(document);
    if (spans.length > 0) holding++;
    for (const { start, end } of spans) found.push({ document: index, start, end });
  }
  const sorted = sortedPlaces(db, found, documents, request.sort);
  const shown = sorted.slice(request.offset, request.offset + request.limit);
  const rowOf = rowsIn(db, documents, request.around);
  // A document at a time, however they are sorted: a text is large, and few of them are kept at hand.
  const rows: ContextRow[] = new Array(shown.length);
  const order = shown.map((place, index) => ({ place, index }));
  order.sort((a, b) => a.place.document - b.place.document);
  for (const { place, index } of order) rows[index] = rowOf(place);
  return { total: found.length, documents: holding, rows };
}

/** @returns what shows a place; what is needed of a reading beside its text is worked out once */
function rowsIn(db: Sql, documents: readonly WordDocument[], around: number) {
  const hyphens = new Map<number, ReadonlySet<number>>();
  const hyphensIn = ({ key, text, words }: LoadedReading) => {
    const there = hyphens.get(key);
    if (there) return there;
    const found = new Set(hasPages(db, key) ? lineHyphens(text, words) : []);
    hyphens.set(key, found);
    return found;
  };
  return ({ document: index, start, end }: Placed): ContextRow => {
    const document = documents[index];
    if (document === undefined) throw new RangeError('A place lies in one of the documents asked about.');
    const reading = loadReading(db, document.reading);
    const own = hyphensIn(reading);
    const { from, to } = stretchAround(reading, { start, end }, around);
    const shown = (one: Span) =>
      readable(reading.text.slice(one.start, one.end), one.start, (offset) => own.has(offset));
    const page = pageAt(pagesKept(db, document.reading), start);
    return {
      documentId: document.id,
      documentTitle: document.title,
      language: document.language,
      start,
      end,
      before: shown({ start: from, end: start }).trimStart(),
      match: shown({ start, end }),
      after: shown({ start: end, end: to }).trimEnd(),
      page: page && { number: page.number, label: page.label },
      paragraph: blockIndexAt(reading.blocks, start) + 1,
    };
  };
}

/** So many words on either side, within the paragraph; where that ends first, up to its end with what is no word. */
function stretchAround({ blocks, words }: LoadedReading, { start, end }: Span, around: number) {
  const first = wordsBefore(words, start) - around;
  const last = wordsBefore(words, end) + around - 1;
  const opens = blockAt(blocks, start)?.start ?? start;
  const closes = blockAt(blocks, Math.max(start, end - 1))?.end ?? end;
  const from = first < 0 ? 0 : (words[first * 2] ?? 0);
  const to = last < totalWords(words) ? (words[last * 2 + 1] ?? 0) : Number.POSITIVE_INFINITY;
  return { from: Math.min(start, Math.max(opens, from)), to: Math.max(end, Math.min(closes, to)) };
}
