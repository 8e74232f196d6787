import type { MergeBase, MergePlan } from '../../../../contract/codebook-exchange.ts';
import { idText } from '../../../store/ids.ts';
import { type Sql, sql } from '../../../store/sql.ts';
import type { Book } from '../book.ts';
import type { Merged } from './merge.ts';

/** @returns what a person is told of a merge before it is done */
export function planOf(
  db: Sql,
  merged: Merged,
  base: MergeBase,
  { name, book }: { readonly name: string; readonly book: Book },
): MergePlan {
  const codings = new Map(
    db
      .all<{ id: Uint8Array; n: number }>(
        sql`SELECT code_id AS id, count(*) AS n FROM codings GROUP BY code_id`,
      )
      .map((row) => [idText(row.id), row.n]),
  );
  const { same, added, changed, conflicts, namesakes, links } = merged;
  const counts = new Map<string, MergePlan['remarks'][number]>();
  for (const { what, message } of merged.remarks)
    counts.set(message, { what, message, count: (counts.get(message)?.count ?? 0) + 1 });
  return {
    base,
    name,
    codes: book.codes.length,
    same,
    added,
    changed,
    conflicts,
    missing: merged.missing.map((code) => ({ ...code, codings: codings.get(code.id) ?? 0 })),
    namesakes,
    links,
    remarks: [...counts.values()],
  };
}
