import { createHash } from 'node:crypto';

/** The namespace of identities that Colligo makes for what came without one; any constant would do. */
const NAMESPACE = Buffer.from('5d3a1f0e7c5b4e0f9a412f6cb0f7d1a9', 'hex');

/**
 * An identity made of names, the same each time: UUID version 5 (RFC 9562, section 5.5).
 * @param parts what identifies the thing: the program, the project, the kind, its key there
 * @returns a UUID as lower-case text
 */
export function identityOf(...parts: readonly string[]): string {
  // The length of each part stands before it, so that no two lists of parts read the same.
  const name = parts.map((part) => `${part.length}:${part}`).join('');
  const hash = createHash('sha1').update(NAMESPACE).update(name).digest().subarray(0, 16);
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x50, 6);
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = hash.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/**
 * @param guid an identity as a file writes it: in either case, with or without braces (REFI-QDA 1.5)
 * @returns it as lower-case text without braces, or null where it is none
 */
export function guidOf(guid: string): string | null {
  const bare = guid.trim().replace(/^\{(.*)\}$/, '$1');
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(bare) ? bare.toLowerCase() : null;
}

/** @returns a time as the store keeps it, ISO 8601 in UTC with milliseconds; undefined where the text is none */
export function momentOf(text: string | null | undefined): string | undefined {
  if (!text) return undefined;
  const time = Date.parse(
    /^\d{4}-\d{2}-\d{2}[ T]\d{2}:\d{2}(:\d{2}(\.\d+)?)?$/.test(text) ? `${text.replace(' ', 'T')}Z` : text,
  );
  if (Number.isNaN(time)) return undefined;
  const moment = new Date(time).toISOString();
  return moment.length === 24 ? moment : undefined;
}
