import type { Coder } from '../../contract/common.ts';
import { idText } from '../store/ids.ts';
import { type Sql, sql } from '../store/sql.ts';

/** @returns the coders of the project by name */
export function listCoders(db: Sql): Coder[] {
  return db
    .all<{ id: Uint8Array; name: string; kind: Coder['kind'] }>(
      sql`SELECT id, name, kind FROM coders ORDER BY name, id`,
    )
    .map((row) => ({ ...row, id: idText(row.id) }));
}
