import { CURRENT } from '../../documents/current.ts';
import { idText } from '../../store/ids.ts';
import { sql } from '../../store/sql.ts';
import type { DOCUMENTS } from '../fields/documents.ts';
import type { RowOf } from '../fields/field.ts';
import type { Frame } from '../frame.ts';
import { hex } from './hex.ts';

interface StoredDocument {
  readonly id: Uint8Array;
  readonly short_key: string | null;
  readonly title: string;
  readonly created_at: string;
  readonly version_id: Uint8Array;
  readonly number: number;
  readonly file_name: string;
  readonly media_type: string;
  readonly language: string;
  readonly icu: string;
  readonly extractor: string;
  readonly word_count: number;
  readonly characters: number;
  readonly original_sha256: Uint8Array;
  readonly text_sha256: Uint8Array;
}

/** @returns the rows of documents.csv; SQLite's length() counts a text in code points (a canonical text holds no NUL) */
export function* documentRows({ db, part }: Frame): Generator<RowOf<typeof DOCUMENTS>, void> {
  const records = db.iterate<StoredDocument>(sql`
    SELECT d.id, d.short_key, d.title, d.created_at, v.id AS version_id, v.number, v.file_name, v.media_type,
      r.language, r.icu, r.extractor, r.word_count, length(t.body) AS characters, r.original_sha256, r.text_sha256
    FROM documents d
    JOIN (${CURRENT}) AS current ON current.document_id = d.id
    JOIN versions v ON v.id = current.version_id
    JOIN readings r ON r.key = current.reading_key
    JOIN texts t ON t.sha256 = r.text_sha256
    WHERE ${part.narrowing.document(sql`d.id`)}
    ORDER BY d.rank, d.id`);
  for (const record of records) {
    yield {
      document_id: idText(record.id),
      short_key: record.short_key,
      title: record.title,
      language: record.language,
      words: record.word_count,
      characters: record.characters,
      version_id: idText(record.version_id),
      version: record.number,
      file_name: record.file_name,
      media_type: record.media_type,
      original_sha256: hex(record.original_sha256),
      text_sha256: hex(record.text_sha256),
      extractor: record.extractor,
      icu: record.icu,
      created_at: record.created_at,
    };
  }
}
