import { v7 } from 'uuid';
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
  const hex = Buffer.from(id.buffer, id.byteOffset, id.byteLength).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** 32 hexadecimal digits as a UUID is written. Other programs write what no version of RFC 9562 gives; an identity it is all the same. */
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/**
 * @param id a UUID as text
 * @returns its 16 bytes
 * @throws TypeError where the text is no UUID
 */
export function idBytes(id: string): IdBytes {
  if (!UUID.test(id)) throw new TypeError('An identity is 32 hexadecimal digits, written as a UUID.');
  return Buffer.from(id.replaceAll('-', ''), 'hex');
}
