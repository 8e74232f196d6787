import { loadReading } from '../../documents/load.ts';
import { idText } from '../../store/ids.ts';
import { sql } from '../../store/sql.ts';
import type { CODINGS } from '../fields/codings.ts';
import type { RowOf } from '../fields/field.ts';
import { type Frame, type FrameDocument, known } from '../frame.ts';
import { placeOf } from './place.ts';

interface StoredCoding {
  readonly id: Uint8Array;
  readonly passage_id: Uint8Array;
  readonly code_id: Uint8Array;
  readonly coder_id: Uint8Array;
  readonly weight: number | null;
  readonly created_at: string;
  readonly comment: string;
  readonly kind: 'span' | 'region' | null;
  readonly status: 'exact' | 'moved' | 'changed' | 'lost' | null;
  readonly start_offset: number | null;
  readonly end_offset: number | null;
  readonly page: number | null;
}

type CodingCells = RowOf<typeof CODINGS>;

/**
 * @param onDocument told after each document
 * @returns the rows of codings.csv. A passage without a place in the current version keeps its rows: its status is lost,
 * and what would say where it lies is empty
 */
export function* codingRows(frame: Frame, onDocument: () => void): Generator<CodingCells, void> {
  for (const document of frame.documents) {
    yield* codingsIn(frame, document);
    onDocument();
  }
}

function* codingsIn(frame: Frame, document: FrameDocument): Generator<CodingCells, void> {
  const records = frame.db.iterate<StoredCoding>(sql`
    SELECT c.id, c.passage_id, c.code_id, c.coder_id, c.weight, c.created_at, p.comment,
      a.kind, a.status, a.start_offset, a.end_offset, a.page
    FROM passages p
    JOIN codings c ON c.passage_id = p.id
    LEFT JOIN anchors a ON a.passage_id = p.id AND a.version_id = ${document.versionId}
    WHERE p.document_id = ${document.idBytes}
      AND ${frame.part.codings(document)}
    ORDER BY coalesce(a.status, 'lost') = 'lost', a.start_offset IS NULL, a.start_offset, a.end_offset,
      a.page, a.y0, a.x0, a.y1, a.x1, p.id, c.id`);
  for (const record of records) {
    const [codeId, coderId] = [idText(record.code_id), idText(record.coder_id)];
    yield {
      coding_id: idText(record.id),
      passage_id: idText(record.passage_id),
      document_id: document.id,
      ...placeCells(frame, document, record),
      anchor: record.kind,
      status: record.status ?? 'lost',
      code_id: codeId,
      code_path: known(frame.codes, codeId).path,
      coder_id: coderId,
      coder: known(frame.coders, coderId).name,
      weight: record.weight,
      comment: record.comment,
      created_at: record.created_at,
    };
  }
}

type PlaceCells = Pick<CodingCells, 'start' | 'end' | 'page' | 'section' | 'quote' | 'words'>;

const NOWHERE: PlaceCells = { start: null, end: null, page: null, section: null, quote: null, words: null };

function placeCells(frame: Frame, document: FrameDocument, record: StoredCoding): PlaceCells {
  const { status, page, start_offset: start, end_offset: end } = record;
  // A lost anchor still says where it was looked for last; that is no place in this version.
  if (status === null || status === 'lost') return NOWHERE;
  if (start === null || end === null) return { ...NOWHERE, page };
  return { ...placeOf(loadReading(frame.db, document.readingKey), { start, end }) };
}
