import { idText } from '../../store/ids.ts';
import { sql } from '../../store/sql.ts';
import type { RowOf } from '../fields/field.ts';
import type { REVIEWS } from '../fields/reviews.ts';
import { type Frame, type FrameDocument, known } from '../frame.ts';

interface StoredReview {
  readonly id: Uint8Array;
  readonly code_id: Uint8Array;
  readonly coder_id: Uint8Array;
  readonly meaning_sha256: Buffer;
  readonly created_at: string;
}

type ReviewCells = RowOf<typeof REVIEWS>;

/** @returns the rows of reviews.csv: by document, version, code in tree order, coder */
export function* reviewRows(frame: Frame): Generator<ReviewCells, void> {
  for (const document of frame.documents) {
    const versions = frame.db.all<{ id: Uint8Array; number: number }>(
      sql`SELECT id, number FROM versions WHERE document_id = ${document.idBytes} ORDER BY number`,
    );
    for (const version of versions) yield* reviewsOf(frame, document, version);
  }
}

function* reviewsOf(
  frame: Frame,
  document: FrameDocument,
  version: { readonly id: Uint8Array; readonly number: number },
): Generator<ReviewCells, void> {
  const versionId = idText(version.id);
  const current = versionId === idText(document.versionId);
  const records = frame.db.all<StoredReview>(sql`
    SELECT r.id, r.code_id, r.coder_id, r.meaning_sha256, r.created_at FROM reviews r
    WHERE r.version_id = ${version.id} AND ${frame.part.reviews(document)}`);
  const placed = records.map((record) => ({
    record,
    code: known(frame.codes, idText(record.code_id)),
    coder: known(frame.coders, idText(record.coder_id)),
  }));
  placed.sort((a, b) => a.code.position - b.code.position || a.coder.position - b.coder.position);
  for (const { record, code, coder } of placed) {
    yield {
      review_id: idText(record.id),
      document_id: document.id,
      version_id: versionId,
      version: version.number,
      current,
      code_id: code.node.id,
      code_path: code.path,
      coder_id: coder.id,
      coder: coder.name,
      created_at: record.created_at,
      stale: !code.meaning.equals(record.meaning_sha256),
    };
  }
}
