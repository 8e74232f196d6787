import { ColligoError } from '../errors.ts';
import { actorOf, type Profile, readProfile, writeProfile } from '../profile.ts';
import { newId } from '../store/ids.ts';
import type { Actor } from '../store/mutate.ts';
import type { Sql } from '../store/sql.ts';
import { resolveActor } from './find.ts';

/** The person at the machine, as the user's data folder knows them, and who they are in a project. */
export class Person {
  readonly #home: string;

  /** @param home the user's data folder */
  constructor(home: string) {
    this.#home = home;
  }

  /** @returns who they have said they are, or null */
  profile(): Profile | null {
    return readProfile(this.#home);
  }

  /** @returns the one who acts on a project that is opened, or null while nobody has said who they are */
  actor(): Actor | null {
    const profile = this.profile();
    return profile && actorOf(profile);
  }

  /**
   * @param coder who makes a project; where the machine knows nobody yet, this becomes the profile
   * @returns who acts on it
   * @throws ColligoError NEEDS_CODER
   */
  founder(coder: string | undefined): Actor {
    const profile = this.profile();
    if (profile && (coder === undefined || coder === profile.name)) return actorOf(profile);
    if (coder === undefined) {
      throw new ColligoError('NEEDS_CODER', 'Colligo does not know yet who is coding.', {
        safe: 'Nothing was changed.',
        remedy: 'Say your name first.',
      });
    }
    return profile ? { id: newId(), name: coder } : actorOf(writeProfile(this.#home, coder));
  }

  /**
   * Decides who acts on a project, as the command line does: the coder that is named, else the profile, else the
   * project's only coder.
   * @param coder a name or id; a name that the project does not know is a new coder's
   * @returns them, and whether the project does not know them yet
   * @throws ColligoError NEEDS_CODER, NOT_UNIQUE
   */
  in(db: Sql, coder: string | undefined): { actor: Actor; isNew: boolean } {
    const resolved = resolveActor(db, coder, this.profile());
    if (resolved) return resolved;
    throw new ColligoError(
      'NEEDS_CODER',
      'Colligo cannot tell who is coding: the project has several coders.',
      {
        safe: 'Nothing was changed.',
        remedy: 'Name one with --coder.',
      },
    );
  }

  /**
   * Says who they are.
   * @param coder the one they are in a project already, coded on another machine say
   * @throws ColligoError REFUSED where this machine knows somebody else already
   */
  introduce(name: string, coder: string | undefined): Profile {
    const known = this.profile();
    if (known && coder !== undefined && coder !== known.id) {
      throw new ColligoError('REFUSED', `This computer knows the person at it already: ${known.name}.`, {
        safe: 'Nothing was changed.',
        remedy: 'Go on under that name.',
      });
    }
    return writeProfile(this.#home, name, coder);
  }
}
