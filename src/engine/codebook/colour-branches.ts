import { counted } from '../find.ts';
import { idBytes } from '../store/ids.ts';
import type { Mutation } from '../store/mutate.ts';
import type { Project } from '../store/project.ts';
import { type Sql, sql } from '../store/sql.ts';
import { PALETTE } from './colours.ts';
import { refuseLocked } from './lock.ts';
import { nodeOf } from './pick.ts';
import { type CodeNode, readTree } from './tree.ts';

/**
 * How the codes of a branch are coloured. `top`: as the code that they stand under. `turn`: each branch takes the next colour
 * of the palette. `tints`: the same, lighter with each level down.
 */
export type Colouring = 'top' | 'turn' | 'tints';

/** A code that would look different. */
export interface Recoloured {
  readonly codeId: string;
  /** #rrggbb */
  readonly colour: string;
}

/** What is left of the way to white with each level down, and the number of levels that differ. */
const TINT = 0.78;
const TINTS = 3;

/** @returns #rrggbb, lighter by so many levels */
export function tint(colour: string, levels: number): string {
  const share = TINT ** Math.min(levels, TINTS);
  const channels = [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16);
    return Math.round(255 - (255 - value) * share)
      .toString(16)
      .padStart(2, '0');
  });
  return `#${channels.join('')}`;
}

/**
 * Works out the colours of branches.
 * @param within the code whose children each begin a branch; null for the codes at the top level
 * @returns the codes whose colour would be another, in tree order
 * @throws ColligoError NOT_FOUND
 */
export function coloursOfBranches(db: Sql, how: Colouring, within: string | null): Recoloured[] {
  const nodes = readTree(db);
  if (within !== null) nodeOf(nodes, within);
  const inside = new Map<string, { top: string; level: number }>();
  let branches = 0;
  const changed = (node: CodeNode): Recoloured[] => {
    const above = node.parentId === null ? undefined : inside.get(node.parentId);
    if (node.parentId !== within && above === undefined) return [];
    const next = PALETTE[branches % PALETTE.length] ?? node.colour;
    const top = above?.top ?? (how === 'top' ? node.colour : next);
    if (above === undefined) branches++;
    const level = above === undefined ? 0 : above.level + 1;
    inside.set(node.id, { top, level });
    const colour = how === 'tints' ? tint(top, level) : top;
    return colour === node.colour ? [] : [{ codeId: node.id, colour }];
  };
  return nodes.flatMap(changed);
}

/**
 * Colours codes by the branch they stand in, as one step.
 * @returns how many codes look different
 * @throws ColligoError NOT_FOUND; REFUSED while the codebook is locked
 */
export function colourBranches(
  project: Project,
  how: Colouring,
  within: string | null,
): Mutation<{ changed: number }> {
  refuseLocked(project.db);
  const recoloured = coloursOfBranches(project.db, how, within);
  const step = { code: 'codes.colour', label: `Colour ${counted(recoloured.length, 'code')} by branch` };
  return project.write(step, ['codes', 'passages'], ({ db }) => {
    for (const { codeId, colour } of recoloured)
      db.run(sql`UPDATE codes SET colour = ${colour} WHERE id = ${idBytes(codeId)}`);
    return { changed: recoloured.length };
  });
}
