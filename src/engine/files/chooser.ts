import { randomBytes } from 'node:crypto';
import { mkdir, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, dirname, extname, join } from 'node:path';
import type * as z from 'zod';
import type { FileEntry } from '../../contract/files.ts';
import { ColligoError } from '../errors.ts';
import type { Grants } from './grants.ts';
import { KINDS, type Purpose } from './kinds.ts';
import { lastFolder, rememberFolder } from './last-folders.ts';
import { explainFolder, type Listed, listFolder } from './listing.ts';
import { checkName } from './names.ts';
import { crumbsOf, type Place, placesFrom } from './places.ts';

/** More than this nobody scrolls through; what is left out is said in the list itself. */
const LIMIT = 5_000;

/** What a chooser needs to know about where it runs. */
export interface ChooserOptions {
  /** The user's data folder, where the last places are kept. */
  readonly home: string;
  readonly grants: Grants;
  /** False in the shells that have the system's own dialogs: then every request is refused. */
  readonly enabled: boolean;
  /** Folder the program was started in. */
  readonly started?: string;
}

type Entry = z.output<typeof FileEntry>;
interface Named {
  readonly name: string;
  readonly token: string;
}

/**
 * The in-page chooser of the browser shell, as the contract's `files` wants it. The page walks the person's folders by
 * tokens that mean nothing outside this run, so it can neither name a path nor keep one.
 */
export class Chooser {
  readonly #options: ChooserOptions;
  readonly #paths = new Map<string, string>();
  readonly #tokens = new Map<string, string>();

  constructor(options: ChooserOptions) {
    this.#options = options;
  }

  /**
   * Lists a folder.
   * @param input the folder's token, or null for the last one used for this purpose
   * @returns the folder with its way down from the root, places to begin from, and its entries
   * @throws ColligoError REFUSED or NOT_FOUND where the folder is unknown or cannot be read
   */
  async list(input: { folder: string | null; purpose: Purpose }): Promise<{
    folder: string;
    crumbs: Named[];
    places: Named[];
    entries: Entry[];
  }> {
    this.#allow();
    const path =
      input.folder === null
        ? (lastFolder(this.#options.home, input.purpose) ?? homedir())
        : this.#path(input.folder);
    const { entries, left } = await listFolder(path, LIMIT);
    return {
      folder: this.#token(path),
      crumbs: crumbsOf(path).map((place) => this.#named(place)),
      places: placesFrom(this.#options.started ?? process.cwd()).map((place) => this.#named(place)),
      entries: [...entries.map((entry) => this.#entry(entry, input.purpose)), ...leftOut(left)],
    };
  }

  /**
   * Permits one use of what was picked.
   * @returns the grant, and the name of what it is for
   * @throws ColligoError REFUSED where the purpose does not take it, NOT_FOUND where it is unknown or gone
   */
  async grant(input: { token: string; purpose: Purpose }): Promise<{ grant: string; name: string }> {
    this.#allow();
    const path = this.#path(input.token);
    const facts = await stat(path).catch((error: unknown) => {
      throw explainFolder(error, path);
    });
    const kind = facts.isDirectory() ? 'folder' : 'file';
    const name = basename(path) || path;
    if (input.purpose === 'save' || !isPickable(path, kind, input.purpose)) {
      throw new ColligoError('REFUSED', `“${name}” is not something that can be picked here.`, {
        safe: 'Nothing was changed.',
        remedy: 'Choose a file of a kind that is listed.',
      });
    }
    rememberFolder(this.#options.home, input.purpose, kind === 'folder' ? path : dirname(path));
    return { grant: this.#options.grants.issue(path, KINDS[input.purpose].use), name };
  }

  /**
   * Permits one use of a new name in a folder.
   * @param input the folder's token, the name, and whether what has this name already may be replaced
   * @returns a grant, or null where something is there and may not be replaced
   * @throws ColligoError REFUSED for a name that is none, NOT_FOUND for an unknown folder
   */
  async grantNew(input: {
    folder: string;
    name: string;
    replace: boolean;
  }): Promise<{ grant: string | null; name: string; exists: boolean }> {
    this.#allow();
    const folder = this.#path(input.folder);
    const path = join(folder, checkName(input.name));
    const exists = await isThere(path);
    if (exists && !input.replace) return { grant: null, name: input.name, exists };
    rememberFolder(this.#options.home, 'save', folder);
    return { grant: this.#options.grants.issue(path, 'save'), name: input.name, exists };
  }

  /**
   * Makes a folder.
   * @returns its token
   * @throws ColligoError REFUSED where the name is none or taken, or the folder cannot be written to
   */
  async makeFolder(input: { folder: string; name: string }): Promise<{ token: string }> {
    this.#allow();
    const folder = this.#path(input.folder);
    const path = join(folder, checkName(input.name));
    await mkdir(path).catch((error: unknown) => {
      if (error instanceof Error && 'code' in error && error.code === 'EEXIST') {
        throw new ColligoError('REFUSED', `There is something called “${input.name}” already.`, {
          remedy: 'Use another name.',
        });
      }
      throw explainFolder(error, folder);
    });
    return { token: this.#token(path) };
  }

  #allow(): void {
    if (this.#options.enabled) return;
    throw new ColligoError('REFUSED', "Files are picked in the system's own dialogs here.");
  }

  #entry(listed: Listed, purpose: Purpose): Entry {
    const { path, ...rest } = listed;
    return { ...rest, token: this.#token(path), pickable: isPickable(path, listed.kind, purpose) };
  }

  #named(place: Place): Named {
    return { name: place.name, token: this.#token(place.path) };
  }

  /** The same path keeps its token, so that looking around does not fill the memory. */
  #token(path: string): string {
    const known = this.#tokens.get(path);
    if (known) return known;
    const token = randomBytes(16).toString('base64url');
    this.#tokens.set(path, token);
    this.#paths.set(token, path);
    return token;
  }

  #path(token: string): string {
    const path = this.#paths.get(token);
    if (path) return path;
    throw new ColligoError('NOT_FOUND', 'This place is not known any more.', {
      remedy: 'Open the list again.',
    });
  }
}

/** Anything but a plain "no" is an answer that the person should hear before they go on. */
async function isThere(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
    throw explainFolder(error, dirname(path));
  }
}

function isPickable(path: string, kind: Listed['kind'], purpose: Purpose): boolean {
  if (purpose === 'save') return false;
  const { folders, extensions } = KINDS[purpose];
  return kind === 'folder' ? folders : extensions.includes(extname(path).toLowerCase());
}

/** The contract has no place beside the entries for this, and a list that ends without a word would be a lie. */
function leftOut(count: number): Entry[] {
  if (count === 0) return [];
  const name = `… and ${count.toLocaleString('en')} more, which are not shown`;
  return [{ token: '', name, kind: 'file', bytes: null, modifiedAt: null, pickable: false }];
}
