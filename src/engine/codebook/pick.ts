import { gone } from '../errors.ts';
import { idBytes } from '../store/ids.ts';
import { join, type Query, sql } from '../store/sql.ts';
import type { CodeNode } from './tree.ts';

/**
 * @returns the code of this id
 * @throws ColligoError NOT_FOUND
 */
export function nodeOf(nodes: readonly CodeNode[], id: string): CodeNode {
  const node = nodes.find((candidate) => candidate.id === id);
  if (!node) throw gone('code');
  return node;
}

/**
 * @param nodes the codebook in tree order
 * @returns the codes of these ids in tree order, each once
 * @throws ColligoError NOT_FOUND
 */
export function nodesOf(nodes: readonly CodeNode[], ids: readonly string[]): CodeNode[] {
  const asked = new Set(ids);
  const found = nodes.filter((node) => asked.has(node.id));
  if (found.length < asked.size) throw gone('code');
  return found;
}

/** @returns those of the codes, in tree order, that lie under none of the others: what is done to a branch is done once */
export function topmost(nodes: readonly CodeNode[], ids: readonly string[]): CodeNode[] {
  const inside = new Set<string>();
  const asked = new Set(ids);
  const found = nodesOf(nodes, ids);
  for (const node of nodes) {
    if (node.parentId !== null && (inside.has(node.parentId) || asked.has(node.parentId)))
      inside.add(node.id);
  }
  return found.filter((node) => !inside.has(node.id));
}

/** @returns the ids as a list for `IN (…)` */
export const idList = (ids: readonly string[]): Query => join(ids.map((id) => sql`${idBytes(id)}`));

/** @returns what several codes are called in a label: “A”, “B”, or their number where they are many */
export function namesOf(nodes: readonly { readonly name: string }[], most = 3): string {
  if (nodes.length > most) return `${nodes.length} codes`;
  return nodes.map(({ name }) => `“${name}”`).join(', ');
}
