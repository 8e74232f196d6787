import { setImmediate } from 'node:timers/promises';
import type { ContextKind, ContextRow, ContextSort, WordContext } from '../../contract/words.ts';
import type { Sql } from '../store/sql.ts';
import { Beside } from './beside.ts';
import { type Finder, placesOf } from './finder.ts';
import { Opened } from './opened.ts';
import { type WordDocument, type WordsIn, wordDocuments } from './places.ts';
import { rowsOf } from './rows.ts';

/** What is asked about a word or phrase; the contract says what each means. */
export interface PlacesRequest extends WordsIn {
  readonly query: string;
  readonly kind: ContextKind;
  readonly around: number;
  readonly limit: number;
}

export interface ContextRequest extends PlacesRequest {
  readonly sort: ContextSort;
  readonly offset: number;
}

/** Documents between two looks whether the question still stands. */
const STRIDE = 16;

/** A document with the query. */
interface Holding {
  readonly document: WordDocument;
  /** Which of all places its first one is, as the documents stand, and the one behind its last. */
  readonly from: number;
  readonly to: number;
}

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
  const { offset, limit, sort } = request;
  const find = placesOf(db, request.kind, request.query);
  const { holding, total } = await heldIn(db, request, { find, most: Number.POSITIVE_INFINITY }, signal);
  const to = Math.min(total, offset + limit);
  let page = placesFrom(offset, to);
  if (sort !== 'place') {
    const beside = new Beside(db, sort, total);
    for await (const { document } of inTurn(holding, signal)) {
      const opened = new Opened(db, document);
      if (find.words === null) beside.add(opened, find.find(opened));
      else beside.addWords(document, find.words(opened));
    }
    page = beside.page(offset, to);
  }
  const rows = await shownOf(db, request, { holding, page, find }, signal);
  return { total, documents: holding.length, rows };
}

/**
 * Lists the first places as the documents stand; it ends with the document that has the last of them.
 * @param db within a read transaction
 * @throws what the signal says where it is aborted
 */
export async function firstPlaces(
  db: Sql,
  request: PlacesRequest,
  signal?: AbortSignal,
): Promise<readonly ContextRow[]> {
  const find = placesOf(db, request.kind, request.query);
  const { holding, total } = await heldIn(db, request, { find, most: request.limit }, signal);
  const page = placesFrom(0, Math.min(total, request.limit));
  return shownOf(db, request, { holding, page, find }, signal);
}

const placesFrom = (from: number, to: number) =>
  Uint32Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);

/** Goes through documents until so many places are found, or to the last. */
async function heldIn(
  db: Sql,
  asked: WordsIn,
  { find, most }: { find: Finder; most: number },
  signal: AbortSignal | undefined,
): Promise<{ holding: readonly Holding[]; total: number }> {
  const holding: Holding[] = [];
  let total = 0;
  for await (const document of inTurn(wordDocuments(db, asked), signal)) {
    const count = find.count(document);
    if (count === 0) continue;
    holding.push({ document, from: total, to: total + count });
    total += count;
    if (total >= most) break;
  }
  return { holding, total };
}

async function* inTurn<One>(all: readonly One[], signal: AbortSignal | undefined): AsyncGenerator<One, void> {
  for (const [index, one] of all.entries()) {
    if (index % STRIDE === 0) await setImmediate();
    signal?.throwIfAborted();
    yield one;
  }
}

interface Chosen {
  readonly holding: readonly Holding[];
  /** Which of all places are shown, in the order that they are shown in. */
  readonly page: Uint32Array;
  readonly find: Finder;
}

/** Shows places, a document at a time however they are sorted: a text is large, and is read once. */
async function shownOf(
  db: Sql,
  { around }: PlacesRequest,
  { holding, page, find }: Chosen,
  signal: AbortSignal | undefined,
): Promise<ContextRow[]> {
  const rows: ContextRow[] = new Array(page.length);
  const order = Uint32Array.from(page.keys()).sort((a, b) => (page[a] ?? 0) - (page[b] ?? 0));
  let at = 0;
  for await (const { document, from, to } of inTurn(holding, signal)) {
    const first = at;
    while (at < order.length && (page[order[at] ?? 0] ?? 0) < to) at++;
    if (at === first) continue;
    const opened = new Opened(db, document);
    const found = find.find(opened);
    const rowOf = rowsOf(db, opened, around);
    for (const index of order.subarray(first, at)) {
      const place = (page[index] ?? 0) - from;
      rows[index] = rowOf({ start: found[place * 2] ?? 0, end: found[place * 2 + 1] ?? 0 });
    }
  }
  return rows;
}
