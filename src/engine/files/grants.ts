import { randomBytes } from 'node:crypto';
import { basename, resolve } from 'node:path';
import { ColligoError } from '../errors.ts';
import { checkName } from './names.ts';

/** What a permission is good for: opening a project, reading something in, writing a new file, or using a folder. */
export type GrantUse = 'open' | 'import' | 'save' | 'folder';

interface Permission {
  readonly path: string;
  readonly use: GrantUse;
  readonly until: number;
}

/** Long enough to fill in a form between picking and using; short enough that a leaked grant is soon worthless. */
const LIFETIME = 10 * 60_000;

/**
 * One-use permissions to touch a path. A shell or the chooser issues them for what a person picked, the page carries
 * them without knowing what they stand for, and the engine takes them back for the path.
 */
export class Grants {
  readonly #permissions = new Map<string, Permission>();
  readonly #now: () => number;

  /** @param now the clock, in milliseconds */
  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  /**
   * Permits one use of a path.
   * @param path what the person picked; made absolute here
   * @param use what it may be used for
   * @returns 192 random bits as text
   * @throws ColligoError REFUSED where the name of a file to be written is no file name
   */
  issue(path: string, use: GrantUse): string {
    this.#forgetExpired();
    const absolute = resolve(path);
    if (use === 'save') checkName(basename(absolute));
    const token = randomBytes(24).toString('base64url');
    this.#permissions.set(token, { path: absolute, use, until: this.#now() + LIFETIME });
    return token;
  }

  /**
   * Takes a permission back. It is gone afterwards, even where it was for something else.
   * @param token as issued
   * @param uses what the caller is about to do; several where any of them will do
   * @returns the absolute path
   * @throws ColligoError NO_GRANT for a token that is unknown, used, expired or meant for something else
   */
  take(token: string, uses: GrantUse | readonly GrantUse[]): string {
    const permission = this.#permissions.get(token);
    this.#permissions.delete(token);
    const wanted = typeof uses === 'string' ? [uses] : uses;
    if (permission && permission.until > this.#now() && wanted.includes(permission.use))
      return permission.path;
    throw new ColligoError('NO_GRANT', 'The permission for this file has been used or is too old.', {
      safe: 'Nothing was read or written.',
      remedy: 'Pick the file again.',
    });
  }

  /**
   * Makes a permission good again after an attempt that came to nothing: the project was open elsewhere, say.
   * @param token as taken
   * @param path what `take` answered
   * @param use what it was for
   */
  giveBack(token: string, path: string, use: GrantUse): void {
    this.#permissions.set(token, { path, use, until: this.#now() + LIFETIME });
  }

  #forgetExpired(): void {
    const now = this.#now();
    // A Map keeps its order, so the oldest come first.
    for (const [token, permission] of this.#permissions) {
      if (permission.until > now) return;
      this.#permissions.delete(token);
    }
  }
}
