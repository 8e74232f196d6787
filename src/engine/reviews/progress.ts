import type { Scope } from '../../contract/scope.ts';
import { meaningOf } from '../codebook/meaning.ts';
import { readTree } from '../codebook/tree.ts';
import { CURRENT } from '../documents/current.ts';
import { narrow } from '../scope/narrow.ts';
import type { ResolvedScope } from '../scope/resolve.ts';
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
  const inScope = codesIn(narrowing.resolved);
  const codable = new Map(
    readTree(db)
      .filter((node) => node.codable && inScope(node.id))
      .map((node) => [node.id, meaningOf(node)]),
  );
  const judged = new Map<string, Set<string>>();
  const add = (version: Uint8Array, code: string) => {
    const key = idText(version);
    judged.set(key, (judged.get(key) ?? new Set()).add(code));
  };
  for (const row of db.all<{ version_id: Uint8Array; code_id: Uint8Array }>(sql`
    SELECT DISTINCT a.version_id, c.code_id FROM codings c JOIN anchors a ON a.passage_id = c.passage_id WHERE c.coder_id = ${coder} AND a.status <> 'lost'`)) {
    if (codable.has(idText(row.code_id))) add(row.version_id, idText(row.code_id));
  }
  for (const row of db.all<{ version_id: Uint8Array; code_id: Uint8Array; meaning_sha256: Buffer }>(sql`
    SELECT version_id, code_id, meaning_sha256 FROM reviews WHERE coder_id = ${coder}`)) {
    if (codable.get(idText(row.code_id))?.equals(row.meaning_sha256))
      add(row.version_id, idText(row.code_id));
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

/** Where a scope asks for codes, these are all there is to judge; those that it excludes are not. */
function codesIn({ codes }: ResolvedScope): (id: string) => boolean {
  const named = (modes: readonly string[]) =>
    new Set(
      codes.filter(({ condition }) => modes.includes(condition.mode)).flatMap(({ groups }) => groups.flat()),
    );
  const [asked, excluded] = [named(['any', 'all']), named(['none'])];
  return (id) => (asked.size === 0 || asked.has(id)) && !excluded.has(id);
}
