import type { Span } from '../../../text/reading.ts';
import { wordsIn } from '../../../text/words.ts';
import { loadReading } from '../../documents/load.ts';
import { idText } from '../../store/ids.ts';
import { sql } from '../../store/sql.ts';
import { type Frame, type FrameDocument, known } from '../frame.ts';

/** What a coder gave a code in one document, or in several together. */
export interface Finding {
  /** Distinct places. */
  readonly spans: number;
  /** Words that they cover, each once. */
  readonly words: number;
}

/** What coders have said in one document. Keys are made by `pair`. */
export interface DocumentFindings {
  readonly present: ReadonlyMap<string, Finding>;
  /** Reviewed in the current version, for the code as it reads now. */
  readonly reviewed: ReadonlySet<string>;
}

/** @returns a key for a code and a coder together */
export const pair = (codeId: string, coderId: string): string => `${codeId} ${coderId}`;

interface PlaceRecord {
  readonly code_id: Uint8Array;
  readonly coder_id: Uint8Array;
  readonly start_offset: number | null;
  readonly end_offset: number | null;
}

/** @returns what each coder found and reviewed in the current version of a document */
export function findingsIn(frame: Frame, document: FrameDocument): DocumentFindings {
  return { present: presentIn(frame, document), reviewed: reviewedIn(frame, document) };
}

function presentIn(frame: Frame, document: FrameDocument): Map<string, Finding> {
  // The name of a place is all that tells it from others, so that equal ones count once.
  const records = frame.db.iterate<PlaceRecord>(sql`
    SELECT DISTINCT c.code_id, c.coder_id, a.kind, a.start_offset, a.end_offset, a.page, a.x0, a.y0, a.x1, a.y1
    FROM anchors a JOIN codings c ON c.passage_id = a.passage_id
    WHERE a.version_id = ${document.versionId} AND a.status <> 'lost'
      AND ${frame.part.codings(document)}`);
  const places = new Map<string, { count: number; spans: Span[] }>();
  for (const { code_id, coder_id, start_offset: start, end_offset: end } of records) {
    const key = pair(idText(code_id), idText(coder_id));
    const there = places.get(key) ?? { count: 0, spans: [] };
    places.set(key, there);
    there.count++;
    if (start !== null && end !== null) there.spans.push({ start, end });
  }
  const present = new Map<string, Finding>();
  for (const [key, { count, spans }] of places) {
    const words = spans.length > 0 ? wordsIn(loadReading(frame.db, document.readingKey).words, spans) : 0;
    present.set(key, { spans: count, words });
  }
  return present;
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
