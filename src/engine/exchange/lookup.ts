import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** So many files and folders are looked at, so deep: what lies in a folder of sources, not all of a disk. */
const MOST_ENTRIES = 50_000;
const DEEPEST = 6;

const fold = (name: string) => name.normalize('NFC').toLowerCase();

/** The files of folders that a person chose, by their names. Links are not followed. */
export class Lookup {
  readonly #folders: readonly string[];
  #byName: Promise<ReadonlyMap<string, readonly string[]>> | null = null;

  constructor(folders: readonly string[]) {
    this.#folders = folders;
  }

  /**
   * Finds a file by the end of its path.
   * @param path of any system, as it was where the project was made
   * @returns the file of that name whose folders agree the furthest; null for none, or where two agree alike
   */
  async find(path: string): Promise<string | null> {
    if (this.#folders.length === 0) return null;
    const wanted = path.split(/[/\\]/).map(fold);
    this.#byName ??= this.#walk();
    const named = (await this.#byName).get(wanted.at(-1) ?? '') ?? [];
    const agreeing = named.map((found) => ({ found, parts: agree(found.split(/[/\\]/).map(fold), wanted) }));
    const most = Math.max(0, ...agreeing.map(({ parts }) => parts));
    const [best, ...others] = agreeing.filter(({ parts }) => parts === most);
    return best && others.length === 0 ? best.found : null;
  }

  async #walk(): Promise<ReadonlyMap<string, readonly string[]>> {
    const found = new Map<string, string[]>();
    let level = [...this.#folders];
    let seen = 0;
    for (let depth = 0; depth < DEEPEST && level.length > 0; depth++) {
      const below: string[] = [];
      for (const folder of level) {
        const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
        for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
          if (++seen > MOST_ENTRIES) return found;
          const path = join(folder, entry.name);
          if (entry.isDirectory()) below.push(path);
          else if (entry.isFile()) {
            const known = found.get(fold(entry.name));
            if (known) known.push(path);
            else found.set(fold(entry.name), [path]);
          }
        }
      }
      level = below;
    }
    return found;
  }
}

/** @returns how many parts at the ends of two paths are the same */
function agree(one: readonly string[], other: readonly string[]): number {
  let parts = 0;
  while (parts < Math.min(one.length, other.length) && one.at(-1 - parts) === other.at(-1 - parts)) parts++;
  return parts;
}
