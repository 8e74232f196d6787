import { rmSync } from 'node:fs';
import { describeFailure } from './failure.ts';
import { type Sql, sql } from './sql.ts';

/**
 * Writes a project anew, page after page in the order of its tables, into a file of its own. What was deleted on the way
 * leaves no trace there, and the same content always gives the same bytes.
 * @param db an open connection to the project, outside a transaction
 * @param target where the file goes; one that is there is replaced
 * @throws ColligoError DISK where it cannot be written
 */
export function compactInto(db: Sql, target: string): void {
  rmSync(target, { force: true });
  describeFailure(() => db.run(sql`VACUUM INTO ${target}`));
}
