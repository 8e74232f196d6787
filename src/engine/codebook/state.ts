import { sha256 } from '../documents/reading-id.ts';
import { newId } from '../store/ids.ts';
import type { Writing } from '../store/mutate.ts';
import { sql } from '../store/sql.ts';
import { readTree } from './tree.ts';

/**
 * Remembers the codebook as it stands, within a step. Where it stood exactly so before, that state is used again.
 * @returns the state's id. Its body is a JSON array of the codes in tree order with all their fields.
 */
export function rememberState({ db, actor, at }: Writing): Uint8Array {
  const body = JSON.stringify(readTree(db).map(({ path: _path, ...code }) => code));
  const hash = sha256(body);
  const known = db.get<{ id: Uint8Array }>(sql`SELECT id FROM codebook_states WHERE sha256 = ${hash}`);
  if (known) return known.id;
  const id = newId();
  db.run(
    sql`INSERT INTO codebook_states (id, sha256, body, created_at, created_by) VALUES (${id}, ${hash}, ${body}, ${at}, ${actor.id})`,
  );
  return id;
}
