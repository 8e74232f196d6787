import { ColligoError } from '../errors.ts';
import { idBytes } from '../store/ids.ts';
import type { Mutation } from '../store/mutate.ts';
import type { Project } from '../store/project.ts';
import { sql } from '../store/sql.ts';
import { refuseLocked } from './lock.ts';
import { namesOf, nodeOf, topmost } from './pick.ts';
import { ranksAt } from './place.ts';
import { branch, type CodeNode, readTree } from './tree.ts';

/**
 * Puts codes under another parent or elsewhere among their siblings, one after the other in the order in which they
 * stand. A code that lies under another of them goes along with it and stays where it is in its branch.
 * @param beforeId the sibling to stand before; null for the end
 * @throws ColligoError NOT_FOUND; REFUSED where one would end up under itself, or while the codebook is locked
 */
export function moveCodes(
  project: Project,
  ids: readonly string[],
  parentId: string | null,
  beforeId: string | null,
): Mutation<void> {
  refuseLocked(project.db);
  const nodes = readTree(project.db);
  const moved = topmost(nodes, ids);
  const parent = parentId === null ? null : nodeOf(nodes, parentId);
  const inside = moved.find((node) => parentId !== null && branch(nodes, node.id).includes(parentId));
  if (inside) {
    throw new ColligoError('REFUSED', `“${inside.name}” cannot go under itself or a code below it.`, {
      safe: 'Nothing was changed.',
      remedy: 'Move it under another code, or to the top level.',
    });
  }
  const what = moved.length === 1 ? `code ${namesOf(moved)}` : `codes ${namesOf(moved)}`;
  const isSame = moved.every((node) => node.parentId === parentId);
  const where = isSame ? '' : parent ? ` under “${parent.name}”` : ' to the top level';
  return project.write({ code: 'codes.move', label: `Move ${what}${where}` }, ['codes'], ({ db }) => {
    const gone = new Set(moved.map(({ id }) => id));
    const before = following(nodes, parentId, beforeId, gone);
    if (isSame && stay(nodes, parentId, before, moved)) return;
    const ranks = ranksAt(db, parentId, before, moved.length, gone);
    const under = parentId === null ? null : idBytes(parentId);
    moved.forEach((node, index) => {
      db.run(
        sql`UPDATE codes SET parent_id = ${under}, rank = ${ranks[index] ?? ''} WHERE id = ${idBytes(node.id)}`,
      );
    });
  });
}

/** The sibling to stand before, where the one that was named is itself among those that move. */
function following(
  nodes: readonly CodeNode[],
  parentId: string | null,
  beforeId: string | null,
  moved: ReadonlySet<string>,
): string | null {
  const siblings = nodes.filter((node) => node.parentId === parentId);
  const from = siblings.findIndex((node) => node.id === beforeId);
  return from < 0 ? null : (siblings.slice(from).find((node) => !moved.has(node.id))?.id ?? null);
}

/** Whether the row would look as it does now. */
function stay(
  nodes: readonly CodeNode[],
  parentId: string | null,
  beforeId: string | null,
  moved: readonly CodeNode[],
): boolean {
  const now = nodes.filter((node) => node.parentId === parentId);
  const others = now.filter((node) => !moved.includes(node));
  const at = others.findIndex((node) => node.id === beforeId);
  const then = others.toSpliced(at < 0 ? others.length : at, 0, ...moved);
  return then.every((node, index) => node === now[index]);
}
