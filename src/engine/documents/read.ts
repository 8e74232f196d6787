import type { DocumentPart, DocumentRow } from '../../contract/documents.ts';
import { idBytes, idText } from '../store/ids.ts';
import { type Sql, sql } from '../store/sql.ts';
import { readAttributeValues } from './attributes.ts';
import { CURRENT } from './current.ts';
import { loadCurrent } from './load.ts';

interface Row {
  readonly id: Uint8Array;
  readonly short_key: string | null;
  readonly title: string;
  readonly version_id: Uint8Array;
  readonly number: number;
  readonly file_name: string;
  readonly language: string;
  readonly units: number;
  readonly words: number;
  readonly blocks: number;
  readonly passages: number;
  readonly codings: number;
  readonly created_at: string;
}

/** @returns all documents in their order; counts are of distinct spans in the current version, and of codings on them */
export function listDocuments(db: Sql): DocumentRow[] {
  const attributes = readAttributeValues(db, 'document');
  const cases = readCases(db);
  const rows = db.all<Row>(sql`
    SELECT d.id, d.short_key, d.title, d.created_at, current.version_id, current.number, current.file_name,
      r.language, t.units, r.word_count AS words,
      (SELECT count(*) FROM blocks b WHERE b.reading_key = r.key) AS blocks,
      (SELECT count(*) FROM (SELECT DISTINCT kind, start_offset, end_offset, page, x0, y0, x1, y1
        FROM anchors a WHERE a.version_id = current.version_id AND a.status <> 'lost')) AS passages,
      (SELECT count(*) FROM passages p JOIN codings c ON c.passage_id = p.id WHERE p.document_id = d.id) AS codings
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
      language: row.language,
      units: row.units,
      words: row.words,
      blocks: row.blocks,
      passages: row.passages,
      codings: row.codings,
      createdAt: row.created_at,
    };
  });
}

/**
 * @param from number of the first block, from 0
 * @param count how many blocks at most
 * @returns that run of blocks of the current version and the text from its first to its last unit
 * @throws ColligoError NOT_FOUND
 */
export function readPart(db: Sql, document: string, from: number, count: number): DocumentPart {
  const { versionId, reading } = loadCurrent(db, idBytes(document));
  const blocks = reading.blocks.slice(from, from + count);
  const textStart = blocks[0]?.start ?? reading.text.length;
  return {
    documentId: document,
    versionId: idText(versionId),
    total: reading.blocks.length,
    from,
    blocks,
    textStart,
    text: reading.text.slice(textStart, blocks.at(-1)?.end ?? textStart),
  };
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
