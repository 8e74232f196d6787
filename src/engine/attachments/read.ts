import type { Attachment } from '../../contract/attachments.ts';
import { idBytes, idText } from '../store/ids.ts';
import { type Sql, sql } from '../store/sql.ts';

interface Row {
  readonly id: Uint8Array;
  readonly name: string;
  readonly media_type: string;
  readonly size: number;
  readonly note: string;
  readonly document_id: Uint8Array | null;
  readonly title: string | null;
}

/** @returns the files that are kept with the project, by name; sizes in bytes */
export function listAttachments(db: Sql): Attachment[] {
  return db
    .all<Row>(sql`
      SELECT a.id, a.name, a.media_type, b.size, a.note, a.document_id, d.title FROM attachments a
      JOIN blobs b ON b.sha256 = a.blob_sha256 LEFT JOIN documents d ON d.id = a.document_id ORDER BY a.name, a.id`)
    .map((row) => ({
      id: idText(row.id),
      name: row.name,
      mediaType: row.media_type,
      bytes: row.size,
      note: row.note,
      document: row.document_id === null ? null : { id: idText(row.document_id), title: row.title ?? '' },
    }));
}

/** @returns the bytes of a kept file; undefined where there is none of that id */
export function attachmentBytes(db: Sql, id: string): Uint8Array | undefined {
  return db.get<{ bytes: Uint8Array }>(sql`
    SELECT b.bytes FROM attachments a JOIN blobs b ON b.sha256 = a.blob_sha256 WHERE a.id = ${idBytes(id)}`)
    ?.bytes;
}
