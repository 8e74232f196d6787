import { guidOf, identityOf } from '../identity.ts';
import type { ExchangedCode, ReaderContext, Remark } from '../model.ts';
import type { SaidTag } from './incoming.ts';

/**
 * Finds the codes that a file names: by identity; else the project's code of exactly this path, or, for a single name, its
 * only code of this name; else one is made.
 */
export class CodeFinder {
  /** Codes that the project does not have, parents first. */
  readonly made: ExchangedCode[] = [];
  readonly remarks: Remark[] = [];
  readonly #ids: ReadonlySet<string>;
  readonly #byPath = new Map<string, string>();
  readonly #byName = new Map<string, string[]>();
  readonly #found = new Map<string, string>();
  readonly #isMade = new Set<string>();

  constructor(codes: ReaderContext['codes']) {
    this.#ids = new Set(codes.map(({ id }) => id));
    for (const { id, path } of codes) {
      this.#byPath.set(keyOf(path), id);
      const name = path.at(-1) ?? '';
      this.#byName.set(name, [...(this.#byName.get(name) ?? []), id]);
    }
  }

  /** @returns the id of the code; null for a tag without any name */
  of({ guid, path }: SaidTag): string | null {
    const known = guid === null ? null : guidOf(guid);
    if (known !== null && this.#ids.has(known)) return known;
    const names = path.map((name) => name.trim()).filter((name) => name !== '');
    if (names.length === 0 && known === null) return null;
    const key = `${known ?? ''}\n${keyOf(names)}`;
    const found = this.#found.get(key) ?? this.#find(known, names);
    this.#found.set(key, found);
    return found;
  }

  #find(guid: string | null, names: readonly string[]): string {
    const name = names.at(-1) ?? 'Code without a name';
    const there = guid === null ? this.#byPath.get(keyOf(names)) : undefined;
    if (there !== undefined) return this.#say(there, name);
    const [only, ...others] = guid === null && names.length === 1 ? (this.#byName.get(name) ?? []) : [];
    if (only !== undefined && others.length === 0) return this.#say(only, name);
    const id = guid ?? identityOf('tag', ...names);
    const above = names.slice(0, -1);
    const parentId = above.length === 0 ? null : (this.#byPath.get(keyOf(above)) ?? this.#group(above));
    if (!this.#isMade.has(id)) this.made.push({ id, parentId, name });
    this.#isMade.add(id);
    // What comes later under this path is this code.
    this.#byPath.set(keyOf(names), id);
    return id;
  }

  /** @returns the id of a code that is named only as one above others */
  #group(names: readonly string[]): string {
    const above = names.slice(0, -1);
    const parentId = above.length === 0 ? null : (this.#byPath.get(keyOf(above)) ?? this.#group(above));
    const id = identityOf('tag', ...names);
    this.made.push({ id, parentId, name: names.at(-1) ?? '' });
    this.#isMade.add(id);
    this.#byPath.set(keyOf(names), id);
    return id;
  }

  #say(id: string, name: string): string {
    if (this.#ids.has(id))
      this.remarks.push({
        what: 'mended',
        message: 'A tag has no identity: it was taken for the code of exactly this name.',
        subject: name,
      });
    return id;
  }
}

const keyOf = (path: readonly string[]) => JSON.stringify(path);
