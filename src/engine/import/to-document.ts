import { basename } from 'node:path';
import type { NewDocument } from '../documents/write.ts';
import { type Sql, sql } from '../store/sql.ts';
import type { ReadFile } from './read-source.ts';
import type { Source } from './sources.ts';

/** The attributes that a manifest fills, as they are called in the project. */
const ATTRIBUTES = [
  ['issuer', 'Issuer', 'text'],
  ['kind', 'Kind', 'choice'],
  ['date', 'Date', 'date'],
  ['language', 'Language', 'text'],
  ['licence', 'Licence', 'text'],
] as const;

/**
 * @param source where the file came from and what a manifest says of it
 * @param readingId the stored content
 * @param wished what the person said for a single file; a manifest's own words are overruled by it
 * @returns the document to be added
 */
export function toDocument(
  source: Source,
  read: ReadFile,
  readingId: Uint8Array,
  wished: { readonly title?: string | undefined; readonly case?: string | undefined },
): NewDocument {
  const fileName = basename(source.path);
  const given = source.attributes ?? {};
  return {
    title: wished.title ?? source.title ?? plainTitle(fileName),
    key: source.key ?? keyFrom(fileName),
    readingId,
    fileName,
    mediaType: read.mediaType,
    caseName: wished.case ?? source.case ?? null,
    attributes: ATTRIBUTES.flatMap(([field, name, kind]) => {
      const value = given[field];
      return value === undefined || value === '' ? [] : [{ name, kind, value }];
    }),
  };
}

/**
 * @returns the title of the document whose current original has this hash, in the project or earlier in the same import;
 * null where there is none
 */
export function duplicateOf(
  db: Sql,
  sha256: string,
  items: readonly { readonly document: NewDocument | null; readonly sha256: string | null }[],
): string | null {
  const earlier = items.find((item) => item.document !== null && item.sha256 === sha256)?.document;
  if (earlier) return earlier.title;
  const row = db.get<{ title: string }>(sql`
    SELECT d.title FROM documents d JOIN versions v ON v.document_id = d.id JOIN readings r ON r.id = v.reading_id
    WHERE r.original_sha256 = ${Buffer.from(sha256, 'hex')} LIMIT 1`);
  return row?.title ?? null;
}

/** @returns a file's name without its ending */
const plainTitle = (fileName: string): string => fileName.replace(/\.[^.]+$/, '') || fileName;

/** A short key that is easy to type: the file's name in lower case, everything but letters and digits as a hyphen. */
function keyFrom(fileName: string): string | null {
  const key = plainTitle(fileName)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  return key === '' ? null : key.slice(0, 60);
}
