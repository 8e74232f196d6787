import { onlyOne } from '../find.ts';
import { idText } from '../store/ids.ts';
import { type Sql, sql } from '../store/sql.ts';

/**
 * Finds the document a person means.
 * @param asked an id, a short key or a title (upper and lower case are the same); the first kind that matches counts
 * @returns its id
 * @throws ColligoError NOT_FOUND or NOT_UNIQUE with the candidates
 */
export function findDocument(db: Sql, asked: string): string {
  const rows = db
    .all<{ id: Uint8Array; short_key: string | null; title: string }>(
      sql`SELECT id, short_key, title FROM documents ORDER BY rank, id`,
    )
    .map((row) => ({ ...row, id: idText(row.id) }));
  const same = (a: string | null) => a?.toLowerCase() === asked.toLowerCase();
  const show = (row: (typeof rows)[number]) =>
    row.short_key ? `${row.short_key} (${row.title})` : row.title;
  for (const match of [
    rows.filter((r) => r.id === asked.toLowerCase()),
    rows.filter((r) => same(r.short_key)),
    rows.filter((r) => same(r.title)),
  ]) {
    if (match.length > 0) return onlyOne(match, asked, 'document', match.map(show)).id;
  }
  return onlyOne<(typeof rows)[number]>([], asked, 'document', rows.map(show)).id;
}
