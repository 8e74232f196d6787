import { onlyOne } from '../find.ts';
import { actorOf, type Profile } from '../profile.ts';
import { idBytes, newId } from '../store/ids.ts';
import type { Actor } from '../store/mutate.ts';
import type { Sql } from '../store/sql.ts';
import { listCoders } from './read.ts';

/**
 * Decides who acts on the command line: the coder that is named, else the profile, else the only coder of the project.
 * @param asked a coder's name or id as given with --coder; a name that the project does not know is a new coder's
 * @returns the actor, or null where nobody can be told; `isNew` where the project does not know them yet
 * @throws ColligoError NOT_UNIQUE where several coders have that name
 */
export function resolveActor(
  db: Sql,
  asked: string | undefined,
  profile: Profile | null,
): { actor: Actor; isNew: boolean } | null {
  const coders = listCoders(db).filter((coder) => coder.kind === 'person');
  const known = (id: string) => coders.some((coder) => coder.id === id);
  if (asked === undefined) {
    if (profile) return { actor: actorOf(profile), isNew: !known(profile.id) };
    const [only, second] = coders;
    return only && !second ? { actor: actorOf(only), isNew: false } : null;
  }
  const found = coders.filter((coder) => coder.id === asked.toLowerCase() || coder.name === asked);
  if (found.length > 0) {
    // Among several of the same name the person at the machine means themselves.
    const mine = found.filter((coder) => coder.id === profile?.id);
    const chosen = onlyOne(
      mine.length > 0 ? mine : found,
      asked,
      'coder',
      found.map((coder) => `${coder.name} (${coder.id})`),
    );
    return { actor: { id: idBytes(chosen.id), name: chosen.name }, isNew: false };
  }
  if (profile?.name === asked) return { actor: actorOf(profile), isNew: true };
  return { actor: { id: newId(), name: asked }, isNew: true };
}
