import type { Scope } from '../../contract/scope.ts';
import { meaningOf } from '../codebook/meaning.ts';
import { readTree } from '../codebook/tree.ts';
import { CURRENT } from '../documents/current.ts';
import { codesInScope, isCodeIn } from '../scope/codes.ts';
import { keptByDocument } from '../scope/kept.ts';
import { narrow } from '../scope/narrow.ts';
import { idText } from '../store/ids.ts';
import { type Sql, sql } from '../store/sql.ts';

/**
 * @param coder whose judgements count
 * @param scope chooses documents, and codes where it names any; which passages it chooses makes no difference here
 * @returns for each document in scope how many of the codes in scope that can be applied were judged in its current
 * version: coded, or reviewed as they read now
 */
export function reviewProgress(
  db: Sql,
  coder: Uint8Array,
  scope?: Scope,
): { documentId: string; judged: number; codes: number }[] {
  const narrowing = narrow(db, scope);
  const inScope = codesInScope(narrowing.resolved);
  const codable = new Map(
    readTree(db)
      .filter((node) => node.codable && isCodeIn(inScope, node.id))
      .map((node) => [node.id, meaningOf(node)]),
  );
  const judged = new Map<string, Set<string>>();
  const add = (version: string, code: string) => {
    if (codable.has(code)) judged.set(version, (judged.get(version) ?? new Set()).add(code));
  };
  for (const [version, codes] of codedBy(db, coder)) for (const code of codes) add(version, code);
  for (const row of db.all<{ version_id: Uint8Array; code_id: Uint8Array; meaning_sha256: Buffer }>(sql`
    SELECT version_id, code_id, meaning_sha256 FROM reviews WHERE coder_id = ${coder}`)) {
    if (codable.get(idText(row.code_id))?.equals(row.meaning_sha256))
      add(idText(row.version_id), idText(row.code_id));
  }
  return db
    .all<{ document_id: Uint8Array; version_id: Uint8Array }>(
      sql`SELECT document_id, version_id FROM (${CURRENT}) WHERE ${narrowing.document(sql`document_id`)}`,
    )
    .map((row) => ({
      documentId: idText(row.document_id),
      judged: judged.get(idText(row.version_id))?.size ?? 0,
      codes: codable.size,
    }));
}

/** @returns by version the codes that a coder has found in it; kept, but for the documents that were touched since */
function codedBy(db: Sql, coder: Uint8Array): [version: string, codes: readonly string[]][] {
  const byDocument = keptByDocument(db, {
    key: `coded by ${idText(coder)}`,
    dependsOn: (table) => table === 'documents' || table === 'versions',
    compute: (within) => {
      const parts = new Map<string, Map<string, string[]>>();
      const here = within === null ? sql`TRUE` : sql`v.document_id IN ${within}`;
      const rows = db.all<{ document_id: Uint8Array; version_id: Uint8Array; code_id: Uint8Array }>(sql`
        SELECT DISTINCT v.document_id, v.id AS version_id, c.code_id
        FROM versions v CROSS JOIN anchors a ON a.version_id = v.id CROSS JOIN codings c ON c.passage_id = a.passage_id
        WHERE ${here} AND c.coder_id = ${coder} AND a.status <> 'lost'`);
      for (const row of rows) {
        const document = idText(row.document_id);
        const version = idText(row.version_id);
        const part = parts.get(document) ?? new Map<string, string[]>();
        parts.set(document, part.set(version, [...(part.get(version) ?? []), idText(row.code_id)]));
      }
      return parts;
    },
  });
  return [...byDocument.values()].flatMap((versions) => [...versions]);
}
