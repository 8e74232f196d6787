import type { DocumentPart, DocumentRow } from '../../contract/documents.ts';
import type { Scope } from '../../contract/scope.ts';
import { countWhile } from '../../text/ascending.ts';
import { lineHyphens } from '../../text/line-ends.ts';
import type { Block } from '../../text/reading.ts';
import { narrow } from '../scope/narrow.ts';
import { tallyScope } from '../scope/tally.ts';
import { idBytes, idText } from '../store/ids.ts';
import { type Sql, sql } from '../store/sql.ts';
import { readAttributeValues } from './attributes.ts';
import { CURRENT } from './current.ts';
import { loadCurrent } from './load.ts';
import { hasPages } from './pages.ts';

interface Row {
  readonly id: Uint8Array;
  readonly short_key: string | null;
  readonly title: string;
  readonly version_id: Uint8Array;
  readonly number: number;
  readonly file_name: string;
  readonly media_type: string;
  readonly size: number;
  readonly language: string;
  readonly units: number;
  readonly words: number;
  readonly blocks: number;
  readonly pages: number;
  readonly in_scope: 0 | 1;
  readonly created_at: string;
}

/**
 * @returns all documents in their order, those out of scope with counts of 0; counts are of distinct spans in the current
 * version, and of codings
 */
export function listDocuments(db: Sql, scope?: Scope): DocumentRow[] {
  const narrowing = narrow(db, scope);
  const tallies = tallyScope(db, scope);
  const attributes = readAttributeValues(db, 'document');
  const cases = readCases(db);
  const rows = db.all<Row>(sql`
    SELECT d.id, d.short_key, d.title, d.created_at, current.version_id, current.number, current.file_name,
      r.language, t.units, r.word_count AS words,
      (SELECT count(*) FROM blocks b WHERE b.reading_key = r.key) AS blocks,
      (SELECT coalesce(max(p.number), 0) FROM pages p WHERE p.reading_key = r.key) AS pages,
      (SELECT media_type FROM versions v WHERE v.id = current.version_id) AS media_type,
      (SELECT size FROM blobs WHERE sha256 = r.original_sha256) AS size,
      ${narrowing.document(sql`d.id`)} AS in_scope
    FROM documents d
    JOIN (${CURRENT}) AS current ON current.document_id = d.id
    JOIN readings r ON r.key = current.reading_key
    JOIN texts t ON t.sha256 = r.text_sha256
    ORDER BY d.rank, d.id`);
  return rows.map((row) => {
    const id = idText(row.id);
    return {
      id,
      key: row.short_key,
      title: row.title,
      cases: cases.get(id) ?? [],
      attributes: attributes.get(id) ?? [],
      versionId: idText(row.version_id),
      version: row.number,
      fileName: row.file_name,
      mediaType: row.media_type,
      size: row.size,
      language: row.language,
      units: row.units,
      words: row.words,
      blocks: row.blocks,
      pages: row.pages,
      inScope: row.in_scope === 1,
      passages: tallies.get(id)?.places ?? 0,
      codings: tallies.get(id)?.codings ?? 0,
      createdAt: row.created_at,
    };
  });
}

/** Which run of blocks is wanted. */
export interface Run {
  /** Number of the first block, from 0; not heeded beside `at`. */
  readonly from: number;
  /** How many blocks at most. */
  readonly count: number;
  /** A place in the text (UTF-16): the run holds the block there, or the one before it, after a quarter of its length. */
  readonly at?: number | undefined;
}

/**
 * @returns that run of blocks of the current version and the text from its first to its last unit
 * @throws ColligoError NOT_FOUND
 */
export function readPart(db: Sql, document: string, run: Run): DocumentPart {
  const { versionId, reading } = loadCurrent(db, idBytes(document));
  const from = run.at === undefined ? run.from : runAround(reading.blocks, run.at, run.count);
  const blocks = reading.blocks.slice(from, from + run.count);
  const isPrinted = hasPages(db, reading.key);
  const textStart = blocks[0]?.start ?? reading.text.length;
  const text = reading.text.slice(textStart, blocks.at(-1)?.end ?? textStart);
  return {
    documentId: document,
    versionId: idText(versionId),
    total: reading.blocks.length,
    from,
    blocks,
    textStart,
    text,
    isPrinted,
    lineHyphens: isPrinted ? lineHyphens(text, reading.words, textStart) : [],
  };
}

/** The number of the first block of a run of `count` that holds the block at an offset (UTF-16), or the one before it. */
function runAround(blocks: readonly Block[], offset: number, count: number): number {
  const block = Math.max(0, countWhile(blocks.length, (index) => (blocks[index]?.start ?? 0) <= offset) - 1);
  const first = block - Math.floor(count / 4);
  return Math.max(0, Math.min(first, blocks.length - count));
}

function readCases(db: Sql): Map<string, { id: string; name: string }[]> {
  const byDocument = new Map<string, { id: string; name: string }[]>();
  const rows = db.all<{ document_id: Uint8Array; id: Uint8Array; name: string }>(sql`
    SELECT cd.document_id, c.id, c.name FROM case_documents cd JOIN cases c ON c.id = cd.case_id ORDER BY c.rank, c.id`);
  for (const row of rows) {
    const document = idText(row.document_id);
    const own = { id: idText(row.id), name: row.name };
    const list = byDocument.get(document);
    if (list) list.push(own);
    else byDocument.set(document, [own]);
  }
  return byDocument;
}
