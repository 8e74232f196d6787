import type { Sql } from '../store/sql.ts';

/**
 * Runs an action that sees the project as it is at one moment, whatever is written meanwhile.
 * @param db a connection; where it is in a transaction already, that one is used and left open
 * @returns what the action returns
 */
export async function inSnapshot<Result>(db: Sql, action: () => Promise<Result>): Promise<Result> {
  if (db.raw.inTransaction) return action();
  db.script('BEGIN');
  try {
    return await action();
  } finally {
    if (db.raw.inTransaction) db.script('ROLLBACK');
  }
}
