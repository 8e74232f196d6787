import { readAttributeValues } from '../../documents/attributes.ts';
import { idText } from '../../store/ids.ts';
import { type Sql, sql } from '../../store/sql.ts';

/** A document or case that a row can be about, with what is known of it. */
export interface Subject {
  readonly id: string;
  readonly name: string;
  /** The short key of a document. */
  readonly key: string | null;
  readonly description: string;
  /** By the attribute's identity. */
  readonly values: ReadonlyMap<string, string | number | boolean>;
}

/** @returns all documents or all cases, in their order */
export function readSubjects(db: Sql, of: 'document' | 'case'): Subject[] {
  const values = readAttributeValues(db, of);
  const rows = db.all<{ id: Uint8Array; name: string; key: string | null; description: string }>(
    of === 'case'
      ? sql`SELECT id, name, NULL AS key, description FROM cases ORDER BY rank, id`
      : sql`SELECT id, title AS name, short_key AS key, '' AS description FROM documents ORDER BY rank, id`,
  );
  return rows.map(({ id, ...row }) => ({
    ...row,
    id: idText(id),
    values: new Map((values.get(idText(id)) ?? []).map((each) => [each.attributeId, each.value])),
  }));
}
