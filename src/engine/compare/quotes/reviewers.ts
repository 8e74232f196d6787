import type { CompareColumn } from '../../../contract/compare.ts';
import type { Frame } from '../../dataset/frame.ts';
import { CURRENT } from '../../documents/current.ts';
import { idList } from '../../scope/ids.ts';
import { idBytes, idText } from '../../store/ids.ts';
import { sql } from '../../store/sql.ts';
import type { BoardRow } from './quotes.ts';

/**
 * Who looked for a code: reviews that hold, of the current version and the code as it now reads, by coders in scope.
 * @returns of a cell its reviewers, by the moment they joined
 */
export function reviewersOf(
  { db, part: { narrowing }, codes, coders }: Frame,
  asked: {
    readonly rows: readonly BoardRow[];
    readonly columns: readonly CompareColumn[];
    readonly coder: string | undefined;
  },
): (row: BoardRow, column: CompareColumn) => string[] {
  const reviews = db.all<{ document: Uint8Array; code: Uint8Array; coder: Uint8Array; meaning: Buffer }>(sql`
    SELECT current.document_id AS document, r.code_id AS code, r.coder_id AS coder, r.meaning_sha256 AS meaning
    FROM (${CURRENT}) AS current CROSS JOIN reviews r ON r.version_id = current.version_id
    WHERE current.document_id IN ${idList([...new Set(asked.columns.flatMap(({ documents }) => documents))])}
      AND r.code_id IN ${idList([...new Set(asked.rows.flatMap((row) => row.codes))])}
      AND ${narrowing.coder(sql`r.coder_id`)}
      AND ${asked.coder === undefined ? sql`TRUE` : sql`r.coder_id = ${idBytes(asked.coder)}`}`);
  const who = new Map<string, Set<string>>();
  for (const review of reviews) {
    const code = idText(review.code);
    if (!codes.get(code)?.meaning.equals(review.meaning)) continue;
    const key = `${code} ${idText(review.document)}`;
    who.set(key, (who.get(key) ?? new Set()).add(idText(review.coder)));
  }
  return (row, column) => {
    const found = new Set(
      row.codes.flatMap((code) => column.documents.flatMap((id) => [...(who.get(`${code} ${id}`) ?? [])])),
    );
    return [...coders.keys()].filter((id) => found.has(id));
  };
}
