import { gone } from '../errors.ts';
import { idBytes } from '../store/ids.ts';
import { type Sql, sql } from '../store/sql.ts';

/**
 * Small numbers for ids, so that what is said of a million codings fits into flat arrays. Numbers are given as ids are first met and
 * stay for the life of a connection.
 */
export class Numbering {
  readonly #numbers = new Map<string, number>();

  /** @param id 16 bytes from the store; @returns its number */
  of(id: Uint8Array): number {
    return this.ofHex(Buffer.from(id.buffer, id.byteOffset, id.byteLength).toString('hex').toUpperCase());
  }

  /** @param hex the same in 32 digits, as SQL writes them; @returns its number */
  ofHex(hex: string): number {
    const known = this.#numbers.get(hex);
    if (known !== undefined) return known;
    const number = this.#numbers.size;
    // A copy: a slice would keep the whole text alive that it was cut from.
    this.#numbers.set(Buffer.from(hex, 'latin1').toString('latin1'), number);
    return number;
  }

  /** @returns the ids in 32 digits, by their numbers */
  ids(): string[] {
    return [...this.#numbers.keys()];
  }
}

const numberings = new WeakMap<Sql, Numbering>();

/** @returns the numbers of codes and coders on this connection */
export function numberingOf(db: Sql): Numbering {
  const numbering = numberings.get(db) ?? new Numbering();
  numberings.set(db, numbering);
  return numbering;
}

/**
 * @param coder an id, or nothing for all coders together
 * @returns the coder's number, or null
 * @throws ColligoError NOT_FOUND
 */
export function coderIn(db: Sql, coder: string | undefined): number | null {
  if (coder === undefined) return null;
  const id = idBytes(coder);
  if (!db.get(sql`SELECT 1 FROM coders WHERE id = ${id}`)) throw gone('coder');
  return numberingOf(db).of(id);
}
