import { guidOf, identityOf } from '../../identity.ts';
import { IdSet } from './id-set.ts';

/** @returns the identity that a file's GUID stands for; the same for one that is no GUID; null where there is none */
export const identified = (guid: string | undefined): string | null =>
  guid === undefined || guid.trim() === '' ? null : (guidOf(guid) ?? identityOf('REFI-QDA', guid.trim()));

/** Sees to it that nothing of one kind has the identity of another. */
export class Identities {
  readonly #taken = new Map<string, IdSet>();
  readonly #count = new Map<string, number>();

  /**
   * @param kind of things whose identities must differ
   * @param guid as the file has it
   * @returns the identity, and whether it is another one because the file uses the GUID twice
   */
  claim(kind: string, guid: string | undefined): { readonly id: string; readonly isTwice: boolean } {
    const taken = this.#taken.get(kind) ?? new IdSet();
    this.#taken.set(kind, taken);
    const count = (this.#count.get(kind) ?? 0) + 1;
    this.#count.set(kind, count);
    const said = identified(guid);
    const isTwice = said !== null && taken.has(said);
    const id = said === null || isTwice ? identityOf('REFI-QDA', kind, guid ?? '', `${count}`) : said;
    taken.add(id);
    return { id, isTwice };
  }
}
