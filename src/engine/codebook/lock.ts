import { ColligoError } from '../errors.ts';
import { type Sql, sql } from '../store/sql.ts';

/** @returns the name of the version that the codebook is locked as, or null */
export function lockedAs(db: Sql): string | null {
  const holder = db.get<{ name: string }>(
    sql`SELECT name FROM codebook_versions WHERE locked = 1 ORDER BY created_at DESC, id DESC LIMIT 1`,
  );
  return holder?.name ?? null;
}

/**
 * Refuses a change of the codebook while it is locked for a round. Every write that makes, changes, moves or removes a code
 * asks here first; a lock holds for everybody, and is taken away in the versions of the codebook.
 * @throws ColligoError REFUSED, naming the version that holds it
 */
export function refuseLocked(db: Sql): void {
  const name = lockedAs(db);
  if (name === null) return;
  throw new ColligoError('REFUSED', `The codebook is locked as “${name}”, so it cannot be changed.`, {
    safe: 'Nothing was changed. Passages can be coded with it as before.',
    remedy: 'Unlock it in the versions of the codebook, once the round is over.',
  });
}
