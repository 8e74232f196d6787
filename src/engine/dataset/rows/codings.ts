import { pagesKept } from '../../passages/pages.ts';
import type { Box } from '../../passages/region.ts';
import { idText } from '../../store/ids.ts';
import { sql } from '../../store/sql.ts';
import type { CODINGS } from '../fields/codings.ts';
import type { RowOf } from '../fields/field.ts';
import { type Frame, type FrameDocument, known } from '../frame.ts';
import { imagePath } from './images.ts';
import { type Place, placeOf } from './place.ts';
import { readingOf } from './reading.ts';

interface StoredCoding extends Box {
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
      a.kind, a.status, a.start_offset, a.end_offset, a.page, a.x0, a.y0, a.x1, a.y1
    FROM passages p
    JOIN codings c ON c.passage_id = p.id
    LEFT JOIN anchors a ON a.passage_id = p.id AND a.version_id = ${document.versionId}
    WHERE p.document_id = ${document.idBytes}
      AND ${frame.part.codings(document)}
    ORDER BY coalesce(a.status, 'lost') = 'lost', a.start_offset IS NULL, a.start_offset, a.end_offset,
      a.page, a.y0, a.x0, a.y1, a.x1, p.id, c.id`);
  for (const record of records) {
    const codeId = idText(record.code_id);
    const coder = known(frame.coders, idText(record.coder_id));
    yield {
      coding_id: idText(record.id),
      passage_id: idText(record.passage_id),
      document_id: document.id,
      ...placeCells(frame, document, record),
      anchor: record.kind,
      status: record.status ?? 'lost',
      code_id: codeId,
      code_path: known(frame.codes, codeId).path,
      coder_id: coder.id,
      coder: coder.name,
      weight: record.weight,
      comment: record.comment,
      created_at: record.created_at,
    };
  }
}

const NOWHERE: Record<keyof Place, null> = {
  start: null,
  end: null,
  page_label: null,
  page: null,
  page_end_label: null,
  page_end: null,
  section: null,
  quote: null,
  words: null,
};

const NO_REGION = {
  region_x0: null,
  region_y0: null,
  region_x1: null,
  region_y1: null,
  image: null,
};

function placeCells(frame: Frame, document: FrameDocument, record: StoredCoding) {
  const { status, page: number, start_offset: start, end_offset: end } = record;
  // A lost anchor still says where it was looked for last; that is no place in this version.
  if (status === null || status === 'lost') return { ...NOWHERE, ...NO_REGION };
  const pages = pagesKept(frame.db, document.readingKey);
  if (start !== null && end !== null) {
    return { ...placeOf(readingOf(frame, document), { start, end }, pages), ...NO_REGION };
  }
  const label = pages[(number ?? 0) - 1]?.label ?? null;
  return {
    ...NOWHERE,
    page_label: label,
    page: number,
    page_end_label: label,
    page_end: number,
    region_x0: record.x0,
    region_y0: record.y0,
    region_x1: record.x1,
    region_y1: record.y1,
    image: frame.images ? imagePath(idText(record.passage_id)) : null,
  };
}
