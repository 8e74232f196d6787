import type { MeetingList, Nearness } from '../../contract/compare.ts';
import type { Sort } from '../../contract/passages.ts';
import type { Scope } from '../../contract/scope.ts';
import { wordsBefore } from '../../text/words.ts';
import { CURRENT } from '../documents/current.ts';
import { loadWords } from '../documents/load.ts';
import { listPassages } from '../passages/read.ts';
import type { Box } from '../passages/region.ts';
import { idList } from '../scope/ids.ts';
import { narrow } from '../scope/narrow.ts';
import { idBytes, idText } from '../store/ids.ts';
import { type Sql, sql } from '../store/sql.ts';
import { type Reaches, reachesOf } from './near.ts';
import { coderIn } from './numbering.ts';

/** What is asked about two codes that meet; the contract says what each means. */
export interface MeetingRequest {
  readonly codes: readonly [string, string];
  readonly near: Nearness;
  readonly coder?: string | undefined;
  readonly scope?: Scope | undefined;
  readonly sort: Sort;
  readonly offset: number;
  readonly limit: number;
}

/** A coding of one of the two codes, and where it lies. */
interface Row extends Box {
  readonly document_id: Uint8Array;
  readonly reading_key: number;
  readonly passage_id: Uint8Array;
  readonly code_id: Uint8Array;
  readonly start_offset: number | null;
  readonly end_offset: number | null;
}

/** A distinct place, and by code the passages on it. */
interface Place {
  /** UTF-16; -1 twice for a part of a page. */
  readonly start: number;
  readonly end: number;
  readonly passages: readonly [Set<string>, Set<string>];
}

/**
 * Lists the passages of two codes where these meet.
 * @param db within a read transaction, so that all of it is of one moment
 * @throws ColligoError NOT_FOUND where the coder is gone
 */
export function meetingOf(db: Sql, { sort, offset, limit, ...request }: MeetingRequest): MeetingList {
  let pairs = 0;
  const among = new Set<string>();
  for (const [reading, places] of placesOf(db, request)) {
    const reaches = reachesOf(db, withWords(db, reading, places), request.near);
    pairs += meet(places, reaches, among);
  }
  const { scope } = request;
  const listed = listPassages(db, { among: [...among], scope }, { sort, offset, limit });
  return { ...listed, pairs };
}

/** @returns by document the key of its reading and, as they follow each other in the text, its places; only where it has both codes */
function placesOf(
  db: Sql,
  { codes, coder, scope }: Pick<MeetingRequest, 'codes' | 'coder' | 'scope'>,
): (readonly [reading: number, places: readonly Place[]])[] {
  coderIn(db, coder);
  const narrowing = narrow(db, scope);
  const rows = db.all<Row>(sql`
    SELECT current.document_id, current.reading_key, a.passage_id, c.code_id, a.start_offset, a.end_offset,
      a.page, a.x0, a.y0, a.x1, a.y1
    FROM codings c CROSS JOIN anchors a ON a.passage_id = c.passage_id
      JOIN (${CURRENT}) AS current ON current.version_id = a.version_id
    WHERE c.code_id IN ${idList(codes)} AND a.status <> 'lost'
      AND ${narrowing.coding(sql`a.passage_id`, sql`c.coder_id`)}
      AND ${coder === undefined ? sql`TRUE` : sql`c.coder_id = ${idBytes(coder)}`}
    ORDER BY a.start_offset, a.end_offset`);
  const byDocument = Map.groupBy(rows, ({ document_id }) => idText(document_id));
  return [...byDocument.values()].flatMap((own) => {
    const found = new Set(own.map(({ code_id }) => idText(code_id)));
    const [first] = own;
    return found.size < 2 || first === undefined ? [] : [[first.reading_key, distinct(own, codes)] as const];
  });
}

function distinct(rows: readonly Row[], codes: readonly [string, string]): readonly Place[] {
  const places = new Map<string, Place>();
  for (const { passage_id, code_id, start_offset, end_offset, page, x0, y0, x1, y1 } of rows) {
    const key = [start_offset, end_offset, page, x0, y0, x1, y1].join(' ');
    const place = places.get(key) ?? {
      start: start_offset ?? -1,
      end: end_offset ?? -1,
      passages: [new Set<string>(), new Set<string>()],
    };
    places.set(key, place);
    place.passages[idText(code_id) === codes[0] ? 0 : 1].add(idText(passage_id));
  }
  return [...places.values()];
}

/** @returns places as `reachesOf` takes them */
function withWords(db: Sql, reading: number, places: readonly Place[]) {
  const flat = loadWords(db, reading);
  return {
    reading,
    spans: Int32Array.from(places.flatMap(({ start, end }) => [start, end])),
    words: Int32Array.from(
      places.flatMap(({ start, end }) =>
        start < 0 ? [0, 0] : [wordsBefore(flat, start), wordsBefore(flat, end)],
      ),
    ),
  };
}

/**
 * Goes through the pairs of places that are near each other, as `meetingsOf` counts them.
 * @param among takes the passages that carry the one code near a place with the other
 * @returns how many pairs there are
 */
function meet(places: readonly Place[], reaches: Reaches, among: Set<string>): number {
  let pairs = 0;
  const pair = (a: Place, b: Place) => {
    if (a.passages[0].size === 0 || b.passages[1].size === 0) return;
    pairs++;
    for (const passage of a.passages[0]) among.add(passage);
    for (const passage of b.passages[1]) among.add(passage);
  };
  places.forEach((place, index) => {
    pair(place, place);
    const [from = 0, to = 0] = reaches.subarray(index * 2, index * 2 + 2);
    // What is near nothing reaches nowhere.
    if (to <= from) return;
    for (let next = index + 1; next < places.length; next++) {
      const [start = 0, end = 0] = reaches.subarray(next * 2, next * 2 + 2);
      if (start >= to) break;
      const other = places[next];
      if (other === undefined || end <= start) continue;
      pair(place, other);
      pair(other, place);
    }
  });
  return pairs;
}
