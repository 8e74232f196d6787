import { ColligoError } from '../../errors.ts';
import { idBytes, idText, newId } from '../../store/ids.ts';
import type { Mutation } from '../../store/mutate.ts';
import type { Project } from '../../store/project.ts';
import { type Sql, sql } from '../../store/sql.ts';
import { diffCodebooks } from '../diff.ts';
import { presentState, rememberState } from '../state.ts';
import { readVersion } from './read.ts';

const NOUNS = ['codebook'] as const;

/**
 * Names the codebook as it stands.
 * @param isLocked whether it is locked with it, for a round
 * @returns the version's id
 * @throws ColligoError REFUSED where another version has the name, or where it is to be locked and is locked already
 */
export function nameVersion(
  project: Project,
  name: string,
  note: string,
  isLocked: boolean,
): Mutation<string> {
  refuseTaken(project.db, name, null);
  if (isLocked) refuseSecondLock(project.db);
  const label = `Name the codebook “${name}”${isLocked ? ' and lock it' : ''}`;
  return project.write({ code: 'codebook.name', label }, NOUNS, (writing) => {
    const { db, actor, at } = writing;
    const id = newId();
    db.run(sql`INSERT INTO codebook_versions (id, name, note, state_id, locked, created_at, created_by)
      VALUES (${id}, ${name}, ${note}, ${rememberState(writing)}, ${isLocked ? 1 : 0}, ${at}, ${actor.id})`);
    return idText(id);
  });
}

/**
 * Gives a version another name, or another note.
 * @throws ColligoError NOT_FOUND; REFUSED where another version has the name
 */
export function describeVersion(
  project: Project,
  id: string,
  fields: { readonly name?: string | undefined; readonly note?: string | undefined },
): Mutation<void> {
  const version = readVersion(project.db, id);
  const { name = version.name, note = version.note } = fields;
  refuseTaken(project.db, name, id);
  const label =
    name === version.name
      ? `Change the note of the codebook “${name}”`
      : `Rename the codebook “${version.name}” to “${name}”`;
  return project.write({ code: 'codebook.describe', label }, NOUNS, ({ db }) => {
    db.run(sql`UPDATE codebook_versions SET name = ${name}, note = ${note} WHERE id = ${idBytes(id)}`);
  });
}

/**
 * Locks the codebook as a version that it still is, or unlocks it. A lock holds for everybody, and everybody can take it away.
 * @throws ColligoError NOT_FOUND; REFUSED where the codebook has changed since, or is locked as another version
 */
export function lockVersion(project: Project, id: string, isLocked: boolean): Mutation<void> {
  const version = readVersion(project.db, id);
  if (isLocked && !version.isLocked) {
    refuseSecondLock(project.db);
    if (diffCodebooks(version.nodes, presentState(project.db)).length > 0) {
      throw new ColligoError('REFUSED', `The codebook has changed since it was named “${version.name}”.`, {
        safe: 'Nothing was changed.',
        remedy: 'Name it as it is now, or go back to that version first.',
      });
    }
  }
  const label = isLocked ? `Lock the codebook as “${version.name}”` : `Unlock the codebook “${version.name}”`;
  const code = isLocked ? 'codebook.lock' : 'codebook.unlock';
  return project.write({ code, label }, NOUNS, ({ db }) => {
    db.run(sql`UPDATE codebook_versions SET locked = ${isLocked ? 1 : 0} WHERE id = ${idBytes(id)}`);
  });
}

/**
 * Forgets the name of a state, and the state itself where no review was made by it. The codebook stays as it is.
 * @throws ColligoError NOT_FOUND; REFUSED while the codebook is locked as it
 */
export function removeVersion(project: Project, id: string): Mutation<void> {
  const version = readVersion(project.db, id);
  if (version.isLocked) {
    throw new ColligoError('REFUSED', `The codebook is locked as “${version.name}”.`, {
      safe: 'Nothing was changed.',
      remedy: 'Unlock it first.',
    });
  }
  const label = `Remove the version “${version.name}” of the codebook`;
  return project.write({ code: 'codebook.remove', label }, NOUNS, ({ db }) => {
    const { state_id } = db.one<{ state_id: Uint8Array }>(
      sql`SELECT state_id FROM codebook_versions WHERE id = ${idBytes(id)}`,
    );
    db.run(sql`DELETE FROM codebook_versions WHERE id = ${idBytes(id)}`);
    db.run(sql`DELETE FROM codebook_states WHERE id = ${state_id}
      AND NOT EXISTS (SELECT 1 FROM codebook_versions WHERE state_id = ${state_id})
      AND NOT EXISTS (SELECT 1 FROM reviews WHERE codebook_state_id = ${state_id})`);
  });
}

function refuseTaken(db: Sql, name: string, except: string | null): void {
  const fold = (text: string) => text.trim().toLowerCase();
  const taken = db
    .all<{ id: Uint8Array; name: string }>(sql`SELECT id, name FROM codebook_versions`)
    .find((version) => fold(version.name) === fold(name) && idText(version.id) !== except);
  if (!taken) return;
  throw new ColligoError('REFUSED', `A version of the codebook is called “${taken.name}” already.`, {
    safe: 'Nothing was changed.',
    remedy: 'Choose another name.',
  });
}

function refuseSecondLock(db: Sql): void {
  const holder = db.get<{ name: string }>(sql`SELECT name FROM codebook_versions WHERE locked = 1 LIMIT 1`);
  if (!holder) return;
  throw new ColligoError('REFUSED', `The codebook is locked already, as “${holder.name}”.`, {
    safe: 'Nothing was changed.',
    remedy: 'Unlock it first.',
  });
}
