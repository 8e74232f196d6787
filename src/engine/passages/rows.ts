import type { CodingRow, PassageRow } from '../../contract/passages.ts';
import { idList } from '../scope/ids.ts';
import type { Narrowing } from '../scope/narrow.ts';
import { idText } from '../store/ids.ts';
import { type Sql, sql } from '../store/sql.ts';
import { pageAt, pagesKept } from './pages.ts';
import { type Box, regionOf } from './region.ts';

/** A passage as `COLUMNS` gives it. */
export interface Row extends Box {
  readonly id: Uint8Array;
  readonly document_id: Uint8Array;
  readonly version_id: Uint8Array;
  readonly reading_key: number;
  /** Null for a part of a page. */
  readonly start_offset: number | null;
  readonly end_offset: number | null;
  readonly status: PassageRow['status'];
  readonly comment: string;
  readonly created_at: string;
  readonly created_by: Uint8Array;
}

/** What is asked of passages `p` that lie at anchors `a` in the `current` version. */
export const COLUMNS = sql`p.id, p.document_id, a.version_id, current.reading_key, a.start_offset, a.end_offset,
  a.page, a.x0, a.y0, a.x1, a.y1, a.status, p.comment, p.created_at, p.created_by`;

/** @returns the passages, each with its codings by coders in scope */
export function withCodings(db: Sql, rows: readonly Row[], narrowing: Narrowing): PassageRow[] {
  const codings = new Map<string, CodingRow[]>();
  if (rows.length > 0) {
    const found = db.iterate<{
      id: Uint8Array;
      passage_id: Uint8Array;
      code_id: Uint8Array;
      coder_id: Uint8Array;
      weight: number | null;
      created_at: string;
    }>(sql`
      SELECT id, passage_id, code_id, coder_id, weight, created_at FROM codings
      WHERE passage_id IN ${idList(rows.map((row) => idText(row.id)))} AND ${narrowing.coder(sql`coder_id`)} ORDER BY id`);
    for (const row of found) {
      const coding = {
        id: idText(row.id),
        codeId: idText(row.code_id),
        coderId: idText(row.coder_id),
        weight: row.weight,
        createdAt: row.created_at,
      };
      const passage = idText(row.passage_id);
      const list = codings.get(passage);
      if (list) list.push(coding);
      else codings.set(passage, [coding]);
    }
  }
  return rows.map((row) => toPassage(db, row, codings.get(idText(row.id)) ?? []));
}

function toPassage(db: Sql, row: Row, codings: CodingRow[]): PassageRow {
  const pages = pagesKept(db, row.reading_key);
  const region = regionOf(row);
  const page = region ? (pages[region.page - 1] ?? null) : pageAt(pages, row.start_offset ?? 0);
  const start = row.start_offset ?? page?.start ?? 0;
  return {
    id: idText(row.id),
    documentId: idText(row.document_id),
    versionId: idText(row.version_id),
    start,
    end: row.end_offset ?? start,
    region,
    page: page && { number: page.number, label: page.label },
    status: row.status,
    comment: row.comment,
    createdBy: idText(row.created_by),
    createdAt: row.created_at,
    codings,
  };
}
