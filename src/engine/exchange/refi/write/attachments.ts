import { extname } from 'node:path';
import { idText } from '../../../store/ids.ts';
import { sql } from '../../../store/sql.ts';
import type { Sidecar } from '../sidecar.ts';
import type { Refi } from './context.ts';
import { guid } from './xml.ts';

type Attachment = Sidecar['attachments'][number] & { readonly sha256: Uint8Array; readonly size: number };

/**
 * The files that are kept with the project, for the note of Colligo. What belongs to no document stays out where a part of
 * the project goes along; where coders go by pseudonyms, all stay out: what another program wrote names them.
 */
export function attachmentsOf(refi: Refi): Attachment[] {
  const { frame } = refi;
  const { db, documents, part, pseudonyms } = frame;
  if (pseudonyms) return [];
  const inScope = new Set(documents.map(({ id }) => id));
  const rows = db.all<{
    id: Uint8Array;
    name: string;
    media_type: string;
    note: string;
    document_id: Uint8Array | null;
    created_at: string;
    created_by: Uint8Array;
    sha256: Uint8Array;
    size: number;
  }>(sql`
    SELECT a.id, a.name, a.media_type, a.note, a.document_id, a.created_at, a.created_by, b.sha256, b.size
    FROM attachments a JOIN blobs b ON b.sha256 = a.blob_sha256 ORDER BY a.created_at, a.id`);
  return rows.flatMap(({ id: bytes, name, media_type: mediaType, note, sha256, size, ...row }) => {
    const document = row.document_id && idText(row.document_id);
    if (document ? !inScope.has(document) : part.words !== null) return [];
    const id = idText(bytes);
    const createdBy = refi.coder(row.created_by);
    const made = { createdAt: row.created_at, ...(createdBy !== undefined && { createdBy }) };
    return [{ id, name, mediaType, note, document, file: guid(id) + endingOf(name), ...made, sha256, size }];
  });
}

/** @returns the ending of a name where it is a plain one, so that names of files in the archive are ASCII */
function endingOf(name: string): string {
  const ending = extname(name).toLowerCase();
  return /^\.[a-z0-9]{1,10}$/.test(ending) ? ending : '';
}
