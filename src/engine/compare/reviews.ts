import type { Frame } from '../dataset/frame.ts';
import { CURRENT } from '../documents/current.ts';
import { idBytes, idText } from '../store/ids.ts';
import { sql } from '../store/sql.ts';
import { numberingOf } from './numbering.ts';

/** A review that holds: of the current version and the code as it reads now, by a coder in scope. Numbers are those of the connection. */
export interface Review {
  readonly code: number;
  readonly coder: number;
}

/** @returns the reviews that hold, by the document's id; a document without any is left out */
export function readReviews({ db, part, codes }: Frame): Map<string, Review[]> {
  const numbering = numberingOf(db);
  const { narrowing } = part;
  const meanings = new Map([...codes].map(([id, { meaning }]) => [numbering.of(idBytes(id)), meaning]));
  const reviews = new Map<string, Review[]>();
  const rows = db.iterate<{
    document_id: Uint8Array;
    code_id: Uint8Array;
    coder_id: Uint8Array;
    meaning_sha256: Buffer;
  }>(sql`
    SELECT current.document_id, r.code_id, r.coder_id, r.meaning_sha256
    FROM (${CURRENT}) AS current CROSS JOIN reviews r ON r.version_id = current.version_id
    WHERE ${narrowing.document(sql`current.document_id`)} AND ${narrowing.coder(sql`r.coder_id`)}`);
  for (const { document_id, code_id, coder_id, meaning_sha256 } of rows) {
    const code = numbering.of(code_id);
    if (!meanings.get(code)?.equals(meaning_sha256)) continue;
    const document = idText(document_id);
    const review = { code, coder: numbering.of(coder_id) };
    const list = reviews.get(document);
    if (list) list.push(review);
    else reviews.set(document, [review]);
  }
  return reviews;
}
