import { rankBefore, ranksAfter } from '../order.ts';
import { idBytes, idText } from '../store/ids.ts';
import { type Sql, sql } from '../store/sql.ts';

/**
 * Finds a place among the codes under a parent.
 * @param beforeId the sibling to stand before; null for the end
 * @returns the rank of that place
 */
export function rankAt(db: Sql, parentId: string | null, beforeId: string | null): string {
  const parent = parentId === null ? null : idBytes(parentId);
  if (beforeId !== null) return ranksAt(db, parentId, beforeId, 1)[0] ?? '';
  // Asking for the last one alone keeps the import of a large taxonomy linear.
  const last = db.get<{ rank: string }>(
    sql`SELECT rank FROM codes WHERE parent_id IS ${parent} ORDER BY rank DESC LIMIT 1`,
  );
  return ranksAfter(last?.rank ?? null, 1)[0] ?? '';
}

/**
 * Finds places for several codes, one after the other.
 * @param except codes that leave the row, or move within it
 * @returns so many ranks, ascending
 */
export function ranksAt(
  db: Sql,
  parentId: string | null,
  beforeId: string | null,
  count: number,
  except: ReadonlySet<string> = new Set(),
): string[] {
  const siblings = db
    .all<{ id: Uint8Array; rank: string }>(
      sql`SELECT id, rank FROM codes WHERE parent_id IS ${parentId === null ? null : idBytes(parentId)} ORDER BY rank, id`,
    )
    .map((row) => ({ id: idText(row.id), rank: row.rank }))
    .filter(({ id }) => !except.has(id));
  if (beforeId === null) return ranksAfter(siblings.at(-1)?.rank ?? null, count);
  const ranks: string[] = [];
  for (let made = 0; made < count; made++) {
    const rank = rankBefore(siblings, beforeId);
    ranks.push(rank);
    const at = siblings.findIndex((sibling) => sibling.rank > rank);
    siblings.splice(at < 0 ? siblings.length : at, 0, { id: '', rank });
  }
  return ranks;
}
