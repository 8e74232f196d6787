import { sql } from '../store/sql.ts';

/**
 * The current version of every document, for use in FROM: `(${CURRENT}) AS current` with the columns document_id,
 * version_id, number, reading_key and created_at.
 */
export const CURRENT = sql`
  SELECT v.document_id, v.id AS version_id, v.number, r.key AS reading_key, v.file_name
  FROM versions v JOIN readings r ON r.id = v.reading_id
  WHERE v.number = (SELECT max(w.number) FROM versions w WHERE w.document_id = v.document_id)`;
