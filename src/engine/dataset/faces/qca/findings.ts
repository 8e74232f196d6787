import type { Span } from '../../../../text/reading.ts';
import { wordsIn } from '../../../../text/words.ts';
import { loadReading } from '../../../documents/load.ts';
import { idText } from '../../../store/ids.ts';
import { sql } from '../../../store/sql.ts';
import type { Frame, FrameDocument } from '../../frame.ts';
import { findingsIn, pair } from '../../matrix/findings.ts';
import { judge } from '../../matrix/judge.ts';
import type { Unit } from '../../matrix/units.ts';

/** What is known about a code in a case, all coders who are persons together. */
export interface CodeFinding {
  /** 1 where one of them applied it; else 0 where one of them reviewed every document for it; else it is not there at all. */
  readonly presence: 0 | 1;
  /** Distinct places; one that several coders gave the code counts once. */
  readonly places: number;
  /** Words that they cover, each once. */
  readonly words: number;
  /** Whether one of them says absent where another says present. */
  readonly isDisputed: boolean;
}

/** @returns what was judged in a case, by code; what nobody judged has no entry */
export function findingsOf(frame: Frame, unit: Unit): Map<string, CodeFinding> {
  const persons = [...frame.coders.values()].filter(({ kind }) => kind === 'person');
  const documents = unit.documents.map((document) => findingsIn(frame, document));
  const covered = new Map<string, { places: number; words: number }>();
  for (const document of unit.documents) addPlaces(covered, frame, document);
  const found = new Map<string, CodeFinding>();
  for (const id of frame.codes.keys()) {
    const said = persons.flatMap((coder) => judge(documents, pair(id, coder.id))?.presence ?? []);
    if (said.length === 0) continue;
    const { places = 0, words = 0 } = covered.get(id) ?? {};
    const isPresent = said.includes(1);
    found.set(id, { presence: isPresent ? 1 : 0, places, words, isDisputed: isPresent && said.includes(0) });
  }
  return found;
}

/** Adds what lies in one document. */
function addPlaces(
  covered: Map<string, { places: number; words: number }>,
  frame: Frame,
  document: FrameDocument,
): void {
  const records = frame.db.iterate<{
    code_id: Uint8Array;
    start_offset: number | null;
    end_offset: number | null;
  }>(sql`
    SELECT DISTINCT c.code_id, a.kind, a.start_offset, a.end_offset, a.page, a.x0, a.y0, a.x1, a.y1
    FROM anchors a JOIN codings c ON c.passage_id = a.passage_id
    WHERE a.version_id = ${document.versionId} AND a.status <> 'lost'
      AND c.coder_id IN (SELECT id FROM coders WHERE kind = 'person') AND ${frame.part.codings(document)}`);
  const spans = new Map<string, Span[]>();
  for (const { code_id, start_offset: start, end_offset: end } of records) {
    const id = idText(code_id);
    const { places = 0, words = 0 } = covered.get(id) ?? {};
    covered.set(id, { places: places + 1, words });
    if (start === null || end === null) continue;
    const there = spans.get(id);
    if (there) there.push({ start, end });
    else spans.set(id, [{ start, end }]);
  }
  for (const [id, there] of spans) {
    const { places = 0, words = 0 } = covered.get(id) ?? {};
    const more = wordsIn(loadReading(frame.db, document.readingKey).words, there);
    covered.set(id, { places, words: words + more });
  }
}
