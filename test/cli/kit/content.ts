import Database from 'better-sqlite3';
import { dump } from '../../../src/engine/store/dump.ts';
import { Sql } from '../../../src/engine/store/sql.ts';

/** Tables that no step logs, and the log. */
const TABLES = ['blobs', 'texts', 'readings', 'blocks', 'block_words', 'steps', 'changes'];

/**
 * All that a closed project holds: every row a person made, and how much content lies beneath.
 * @returns text that is the same exactly where nothing was changed
 */
export function everythingIn(path: string): string {
  const db = new Sql(new Database(path, { readonly: true, fileMustExist: true }));
  try {
    const counts = TABLES.map((table) => {
      const row = db.raw.prepare(`SELECT count(*) AS n FROM ${table}`).get() as { n: number };
      return `${table}: ${row.n}`;
    });
    return [...counts, dump(db)].join('\n');
  } finally {
    db.close();
  }
}
