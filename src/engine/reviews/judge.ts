import type { Judgement } from '../../contract/reviews.ts';
import { meaningOf } from '../codebook/meaning.ts';
import { readTree } from '../codebook/tree.ts';
import { loadCurrent } from '../documents/load.ts';
import { idBytes, idText } from '../store/ids.ts';
import { type Sql, sql } from '../store/sql.ts';

/**
 * Present where a coding exists, absent where it was reviewed as the code reads now and nothing found, else not judged.
 * @returns what each coder has said about each code in the current version of a document; pairs about which nothing was
 * said are left out
 * @throws ColligoError NOT_FOUND
 */
export function judgementsIn(db: Sql, document: string): Judgement[] {
  const { versionId } = loadCurrent(db, idBytes(document));
  const meanings = new Map(readTree(db).map((node) => [node.id, meaningOf(node)]));
  const judgements = new Map<string, Judgement>();
  const counts = db.all<{ code_id: Uint8Array; coder_id: Uint8Array; passages: number }>(sql`
    SELECT c.code_id, c.coder_id, count(*) AS passages FROM (
      SELECT DISTINCT c.code_id, c.coder_id, a.kind, a.start_offset, a.end_offset, a.page, a.x0, a.y0, a.x1, a.y1
      FROM codings c JOIN anchors a ON a.passage_id = c.passage_id WHERE a.version_id = ${versionId} AND a.status <> 'lost') AS c
    GROUP BY c.code_id, c.coder_id`);
  for (const row of counts) {
    const [codeId, coderId] = [idText(row.code_id), idText(row.coder_id)];
    judgements.set(codeId + coderId, {
      codeId,
      coderId,
      judgement: 'present',
      reviewed: false,
      stale: false,
      passages: row.passages,
    });
  }
  const reviews = db.all<{ code_id: Uint8Array; coder_id: Uint8Array; meaning_sha256: Buffer }>(sql`
    SELECT code_id, coder_id, meaning_sha256 FROM reviews WHERE version_id = ${versionId}`);
  for (const row of reviews) {
    const [codeId, coderId] = [idText(row.code_id), idText(row.coder_id)];
    const stale = !meanings.get(codeId)?.equals(row.meaning_sha256);
    const present = judgements.get(codeId + coderId);
    judgements.set(codeId + coderId, {
      codeId,
      coderId,
      judgement: present ? 'present' : stale ? 'not_judged' : 'absent',
      reviewed: true,
      stale,
      passages: present?.passages ?? 0,
    });
  }
  return [...judgements.values()];
}
