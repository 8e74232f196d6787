import type { Span } from '../../../text/reading.ts';
import type { Box } from '../../passages/region.ts';
import { idText } from '../../store/ids.ts';
import { sql } from '../../store/sql.ts';
import type { Frame, FrameDocument } from '../frame.ts';

/** A distinct place in a document with the codes that persons gave it. */
export interface CodedPlace {
  /** The least id of the passages there that are in scope; null where none is. */
  readonly passage: string | null;
  /** UTF-16; null for a part of a page. */
  readonly span: Span | null;
  /** Of a part of a page, from 1; else null. */
  readonly page: number | null;
  /** In scope. */
  readonly codes: ReadonlySet<string>;
  /** By coders in scope, on passages outside of it: that the code is absent here cannot be said. */
  readonly outside: ReadonlySet<string>;
}

interface Draft {
  passage: string | null;
  span: Span | null;
  page: number | null;
  codes: Set<string>;
  outside: Set<string>;
}

interface StoredPlace extends Box {
  readonly passage_id: Uint8Array;
  readonly code_id: Uint8Array;
  readonly chosen: 0 | 1;
  readonly start_offset: number | null;
  readonly end_offset: number | null;
}

/** @returns the places in the current version of a document that coders in scope coded: words first, by start and end */
export function placesIn({ db, part }: Frame, document: FrameDocument): CodedPlace[] {
  const records = db.iterate<StoredPlace>(sql`
    SELECT c.passage_id, c.code_id, ${part.codings(document)} AS chosen,
      a.start_offset, a.end_offset, a.page, a.x0, a.y0, a.x1, a.y1
    FROM anchors a JOIN codings c ON c.passage_id = a.passage_id
    WHERE a.version_id = ${document.versionId} AND a.status <> 'lost'
      AND c.coder_id IN (SELECT id FROM coders WHERE kind = 'person')
      AND ${part.narrowing.coder(sql`c.coder_id`)}
    ORDER BY a.start_offset IS NULL, a.start_offset, a.end_offset, a.page, a.y0, a.x0, a.y1, a.x1, a.passage_id`);
  const places = new Map<string, Draft>();
  for (const record of records) {
    const { start_offset: start, end_offset: end, page, x0, y0, x1, y1 } = record;
    const isText = start !== null && end !== null;
    const name = isText ? `${start} ${end}` : [page, x0, y0, x1, y1].join(' ');
    const place = places.get(name) ?? {
      passage: null,
      span: isText ? { start, end } : null,
      page: isText ? null : page,
      codes: new Set(),
      outside: new Set(),
    };
    places.set(name, place);
    if (record.chosen) place.passage ??= idText(record.passage_id);
    (record.chosen ? place.codes : place.outside).add(idText(record.code_id));
  }
  return [...places.values()];
}
