import { parse, stringify, v7 } from 'uuid';
import { presentOrigin } from './origin.ts';

/** A UUID as SQLite keeps it: 16 bytes. */
export type IdBytes = Uint8Array;

/**
 * Mints an identity.
 * @returns a UUIDv7 (RFC 9562) as 16 bytes; later ones sort after earlier ones within this process
 */
export function newId(): IdBytes {
  return presentOrigin()?.id() ?? v7(undefined, Buffer.allocUnsafe(16));
}

/**
 * @param id 16 bytes from the store
 * @returns the same UUID as lower-case text
 */
export function idText(id: IdBytes): string {
  return stringify(id);
}

/**
 * @param id a UUID as text
 * @returns its 16 bytes
 * @throws TypeError where the text is no UUID
 */
export function idBytes(id: string): IdBytes {
  return Buffer.from(parse(id));
}
