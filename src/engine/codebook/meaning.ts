import { sha256 } from '../documents/reading-id.ts';
import type { CodeNode } from './tree.ts';

/**
 * What a code says, as a hash. Its name, definition and rules of use count; its place, colour and example do not, since
 * they change nothing about what a coder looked for.
 * @returns SHA-256 over the JSON array of those fields
 */
export function meaningOf(code: Pick<CodeNode, 'name' | 'definition' | 'useWhen' | 'useNotWhen'>): Buffer {
  return sha256(JSON.stringify([code.name, code.definition, code.useWhen, code.useNotWhen]));
}
