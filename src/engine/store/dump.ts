import { name, type Sql, sql } from './sql.ts';
import { LOGGED_TABLES } from './tables.ts';

/**
 * The project as a person made it: every row of every logged table with its id, sorted, without the log and without
 * content that is addressed by its hash. Two files with the same dump hold the same work.
 * @returns one JSON line a row, `table {…}`, blobs in hexadecimal
 */
export function dump(db: Sql): string {
  const lines: string[] = [];
  for (const table of LOGGED_TABLES) {
    for (const row of db.iterate<Record<string, unknown>>(sql`SELECT * FROM ${name(table)} ORDER BY id`)) {
      lines.push(`${table} ${JSON.stringify(row, hexadecimal)}`);
    }
  }
  return lines.join('\n');
}

// JSON.stringify sees a Buffer after its toJSON, as { type: 'Buffer', data: [...] }.
function hexadecimal(_key: string, value: unknown): unknown {
  const isBuffer =
    typeof value === 'object' &&
    value !== null &&
    'type' in value &&
    value.type === 'Buffer' &&
    'data' in value;
  return isBuffer ? Buffer.from(value.data as number[]).toString('hex') : value;
}
