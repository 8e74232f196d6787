import type { Span } from '../../../text/reading.ts';
import { idText } from '../../store/ids.ts';
import { sql } from '../../store/sql.ts';
import { type Frame, type FrameDocument, known } from '../frame.ts';

/** Something about a code and a coder, by their ids. */
export type ByCode<Value> = Map<string, Map<string, Value>>;

/** By its name, which tells it from all others in the document; null for a part of a page. */
export type Places = Map<string, Span | null>;

interface PlaceRecord {
  readonly code_id: Uint8Array;
  readonly coder_id: Uint8Array;
  readonly start_offset: number | null;
  readonly end_offset: number | null;
  readonly page: number | null;
  readonly x0: number | null;
  readonly y0: number | null;
  readonly x1: number | null;
  readonly y1: number | null;
}

/** @returns the distinct places that each coder gave each code in the current version of a document */
export function placesIn(frame: Frame, document: FrameDocument): ByCode<Places> {
  const records = frame.db.iterate<PlaceRecord>(sql`
    SELECT c.code_id, c.coder_id, a.start_offset, a.end_offset, a.page, a.x0, a.y0, a.x1, a.y1
    FROM anchors a JOIN codings c ON c.passage_id = a.passage_id
    WHERE a.version_id = ${document.versionId} AND a.status <> 'lost'
      AND ${frame.part.codings(document)}`);
  const places: ByCode<Places> = new Map();
  for (const { code_id, coder_id, start_offset: start, end_offset: end, ...box } of records) {
    const byCoder = codersOf(places, idText(code_id));
    const coder = idText(coder_id);
    const there: Places = byCoder.get(coder) ?? new Map();
    byCoder.set(coder, there);
    if (start !== null && end !== null) there.set(`${start} ${end}`, { start, end });
    else there.set(Object.values(box).join(' '), null);
  }
  return places;
}

/** @returns the codes that each coder reviewed the current version of a document for, as they read now */
export function reviewedIn(frame: Frame, document: FrameDocument): ByCode<true> {
  const reviewed: ByCode<true> = new Map();
  const records = frame.db.iterate<{ code_id: Uint8Array; coder_id: Uint8Array; meaning_sha256: Buffer }>(
    sql`SELECT r.code_id, r.coder_id, r.meaning_sha256 FROM reviews r
      WHERE r.version_id = ${document.versionId} AND ${frame.part.reviews(document)}`,
  );
  for (const { code_id, coder_id, meaning_sha256 } of records) {
    const code = idText(code_id);
    const isStale = !known(frame.codes, code).meaning.equals(meaning_sha256);
    if (!isStale) codersOf(reviewed, code).set(idText(coder_id), true);
  }
  return reviewed;
}

/**
 * @param of what was said in one of the documents
 * @returns whether it was said in each of them; where there are none, there was nothing to look at
 */
export function inAll<Item>(
  items: readonly Item[],
  of: (item: Item) => ByCode<true>,
): (code: string, coder: string) => boolean {
  const times: ByCode<number> = new Map();
  for (const item of items) {
    for (const [code, byCoder] of of(item)) {
      const counts = codersOf(times, code);
      for (const coder of byCoder.keys()) counts.set(coder, (counts.get(coder) ?? 0) + 1);
    }
  }
  return (code, coder) => items.length > 0 && times.get(code)?.get(coder) === items.length;
}

/** @returns what is said of a code by each coder, empty where nothing was said yet; what is put into it stays */
export function codersOf<Value>(map: ByCode<Value>, code: string): Map<string, Value> {
  const there = map.get(code) ?? new Map<string, Value>();
  map.set(code, there);
  return there;
}
