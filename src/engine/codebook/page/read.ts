import type { CodeInDocument, CodePage } from '../../../contract/code-page.ts';
import type { Scope } from '../../../contract/scope.ts';
import { listCoders } from '../../coders/read.ts';
import { CURRENT } from '../../documents/current.ts';
import { narrow } from '../../scope/narrow.ts';
import { tallyScope } from '../../scope/tally.ts';
import { idBytes, idText } from '../../store/ids.ts';
import { type Sql, sql } from '../../store/sql.ts';
import { nodeOf } from '../pick.ts';
import { type CodeNode, readTree, showPath } from '../tree.ts';
import { readCodebook } from '../whole.ts';

/**
 * Reads what belongs to a code beside itself.
 * @throws ColligoError NOT_FOUND
 */
export function readCodePage(db: Sql, code: string, scope?: Scope): CodePage {
  const nodes = readTree(db);
  nodeOf(nodes, code);
  const whole = readCodebook(db).find((node) => node.id === code);
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const links = (whole?.links ?? []).flatMap(({ kind, other }) => {
    const node = byId.get(other);
    return node ? [{ kind, code: reference(node) }] : [];
  });
  const documents = countDocuments(db, code, scope);
  const coders = listCoders(db).flatMap(({ id, name }) => {
    const passages = documents.reduce((sum, { byCoder }) => sum + (byCoder[id] ?? 0), 0);
    return passages > 0 ? [{ id, name, passages }] : [];
  });
  return {
    labels: (whole?.labels ?? []).filter(({ kind }) => kind !== 'change'),
    links,
    children: nodes.filter((node) => node.parentId === code).map(reference),
    documents,
    coders,
  };
}

const reference = ({ id, name, path }: CodeNode) => ({ id, name, path: showPath(path) });

/** Counts as the codebook's own do: distinct places in current versions that were not lost. */
function countDocuments(db: Sql, code: string, scope: Scope | undefined): CodeInDocument[] {
  const narrowing = narrow(db, scope);
  const byDocument = new Map<string, Record<string, number>>();
  for (const { document_id, coder_id, n } of db.all<{
    document_id: Uint8Array;
    coder_id: Uint8Array;
    n: number;
  }>(sql`
    SELECT document_id, coder_id, count(*) AS n FROM (
      SELECT DISTINCT v.document_id, c.coder_id, a.kind, a.start_offset, a.end_offset, a.page, a.x0, a.y0, a.x1, a.y1
      FROM codings c JOIN anchors a ON a.passage_id = c.passage_id
        JOIN (${CURRENT}) AS v ON v.version_id = a.version_id
      WHERE c.code_id = ${idBytes(code)} AND a.status <> 'lost' AND ${narrowing.coding(sql`c.passage_id`, sql`c.coder_id`)})
    GROUP BY document_id, coder_id`)) {
    const id = idText(document_id);
    byDocument.set(id, { ...byDocument.get(id), [idText(coder_id)]: n });
  }
  const tallies = tallyScope(db, scope);
  const titles = db.all<{ id: Uint8Array; title: string }>(
    sql`SELECT id, title FROM documents ORDER BY rank, id`,
  );
  return titles.flatMap((row) => {
    const documentId = idText(row.id);
    const passages = tallies.get(documentId)?.byCode.get(code) ?? 0;
    return passages > 0
      ? [{ documentId, title: row.title, passages, byCoder: byDocument.get(documentId) ?? {} }]
      : [];
  });
}
