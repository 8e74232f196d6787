import type { DocumentPages, OriginalPart, PageGlyphs } from '../../contract/documents.ts';
import { packPages } from '../../text/page-packing.ts';
import type { PageFacts } from '../../text/pages.ts';
import { gone } from '../errors.ts';
import { idBytes, idText } from '../store/ids.ts';
import { type Sql, sql } from '../store/sql.ts';

interface Current {
  readonly id: Uint8Array;
  readonly key: number;
  readonly original: Uint8Array;
}

function currentOf(db: Sql, document: string): Current {
  const row = db.get<Current>(sql`
    SELECT v.id, r.key, r.original_sha256 AS original FROM versions v JOIN readings r ON r.id = v.reading_id
    WHERE v.document_id = ${idBytes(document)} ORDER BY v.number DESC LIMIT 1`);
  if (!row) throw gone('document');
  return row;
}

/**
 * @param key readings.key
 * @returns all pages of a reading in order; none for a text without pages
 */
export function pagesOf(db: Sql, key: number): PageFacts[] {
  return db.all<PageFacts>(sql`
    SELECT number, label, width, height, start_offset AS start, end_offset AS "end"
    FROM pages WHERE reading_key = ${key} ORDER BY number`);
}

/**
 * Whether a reading was published as pages, so that its lines end where the paper did.
 * @param key readings.key
 */
export const hasPages = (db: Sql, key: number): boolean =>
  db.get(sql`SELECT 1 FROM pages WHERE reading_key = ${key} LIMIT 1`) !== undefined;

/**
 * @returns the pages of a document's current version
 * @throws ColligoError NOT_FOUND
 */
export function listPages(db: Sql, document: string): DocumentPages {
  const current = currentOf(db, document);
  return { documentId: document, versionId: idText(current.id), pages: packPages(pagesOf(db, current.key)) };
}

/**
 * @param run the physical number of the first page wanted, and how many
 * @returns where the letters of those pages stand
 * @throws ColligoError NOT_FOUND
 */
export function readGlyphs(
  db: Sql,
  document: string,
  run: { readonly from: number; readonly count: number },
): PageGlyphs {
  const current = currentOf(db, document);
  const rows = db.all<{ number: number; glyphs: Buffer }>(sql`
    SELECT number, glyphs FROM pages WHERE reading_key = ${current.key}
    AND number >= ${run.from} AND number < ${run.from + run.count} ORDER BY number`);
  return {
    versionId: idText(current.id),
    pages: rows.map(({ number, glyphs }) => ({ number, glyphs: base64(glyphs) })),
  };
}

/** The original that was asked for last, a connection each: SQLite reads a blob whole, and a reader asks for many pieces. */
const latest = new WeakMap<Sql, { readonly key: string; readonly bytes: Buffer }>();

/**
 * @param sha256 of the original
 * @returns its bytes; kept until another is asked for
 */
export function originalBytes(db: Sql, sha256: Uint8Array): Buffer {
  const key = Buffer.from(sha256).toString('hex');
  const kept = latest.get(db);
  if (kept?.key === key) return kept.bytes;
  const { bytes } = db.one<{ bytes: Buffer }>(sql`SELECT bytes FROM blobs WHERE sha256 = ${sha256}`);
  latest.set(db, { key, bytes });
  return bytes;
}

/**
 * @param part the first byte wanted, and how many
 * @returns that piece of the original of a document's current version; less where the file ends
 * @throws ColligoError NOT_FOUND
 */
export function readOriginal(
  db: Sql,
  document: string,
  part: { readonly from: number; readonly count: number },
): OriginalPart {
  const current = currentOf(db, document);
  const bytes = originalBytes(db, current.original);
  return {
    versionId: idText(current.id),
    size: bytes.length,
    bytes: base64(bytes.subarray(part.from, part.from + part.count)),
  };
}

const base64 = (bytes: Buffer): string => bytes.toString('base64');
