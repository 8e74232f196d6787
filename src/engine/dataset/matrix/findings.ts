import type { Span } from '../../../text/reading.ts';
import { wordsIn } from '../../../text/words.ts';
import { loadReading } from '../../documents/load.ts';
import { idText } from '../../store/ids.ts';
import { sql } from '../../store/sql.ts';
import { type Frame, type FrameDocument, known } from '../frame.ts';

/** What was given a code in one document, or in several together. */
export interface Finding {
  /** Distinct places. */
  readonly spans: number;
  /** Words that they cover, each once. */
  readonly words: number;
}

/** What coders have said in one document. */
export interface DocumentFindings {
  /**
   * @param coders one, or several who are taken together: a place that some of them gave the code counts once
   * @returns what they gave the code; null where they gave it nowhere
   */
  found(code: string, coders: readonly string[]): Finding | null;
  /** @returns whether the coder reviewed the current version for the code as it reads now */
  reviewed(code: string, coder: string): boolean;
}

/** By its name, which tells it from all others in the document; null for a part of a page. */
type Places = Map<string, Span | null>;

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

const pair = (code: string, coder: string): string => `${code} ${coder}`;

/** @returns what each coder found and reviewed in the current version of a document */
export function findingsIn(frame: Frame, document: FrameDocument): DocumentFindings {
  const places = placesIn(frame, document);
  const reviews = reviewedIn(frame, document);
  return {
    found: (code, coders) => {
      const theirs = coders.flatMap((coder) => places.get(pair(code, coder)) ?? []);
      const [first, ...others] = theirs;
      if (!first) return null;
      const all = others.length === 0 ? first : new Map(theirs.flatMap((each) => [...each]));
      const spans = [...all.values()].filter((span) => span !== null);
      const words = spans.length > 0 ? wordsIn(loadReading(frame.db, document.readingKey).words, spans) : 0;
      return { spans: all.size, words };
    },
    reviewed: (code, coder) => reviews.has(pair(code, coder)),
  };
}

function placesIn(frame: Frame, document: FrameDocument): Map<string, Places> {
  const records = frame.db.iterate<PlaceRecord>(sql`
    SELECT c.code_id, c.coder_id, a.start_offset, a.end_offset, a.page, a.x0, a.y0, a.x1, a.y1
    FROM anchors a JOIN codings c ON c.passage_id = a.passage_id
    WHERE a.version_id = ${document.versionId} AND a.status <> 'lost'
      AND ${frame.part.codings(document)}`);
  const places = new Map<string, Places>();
  for (const { code_id, coder_id, start_offset: start, end_offset: end, ...box } of records) {
    const key = pair(idText(code_id), idText(coder_id));
    const there: Places = places.get(key) ?? new Map();
    places.set(key, there);
    if (start !== null && end !== null) there.set(`${start} ${end}`, { start, end });
    else there.set(Object.values(box).join(' '), null);
  }
  return places;
}

function reviewedIn(frame: Frame, document: FrameDocument): Set<string> {
  const reviewed = new Set<string>();
  const records = frame.db.iterate<{ code_id: Uint8Array; coder_id: Uint8Array; meaning_sha256: Buffer }>(
    sql`SELECT r.code_id, r.coder_id, r.meaning_sha256 FROM reviews r
      WHERE r.version_id = ${document.versionId} AND ${frame.part.reviews(document)}`,
  );
  for (const { code_id, coder_id, meaning_sha256 } of records) {
    const codeId = idText(code_id);
    const stale = !known(frame.codes, codeId).meaning.equals(meaning_sha256);
    if (!stale) reviewed.add(pair(codeId, idText(coder_id)));
  }
  return reviewed;
}
