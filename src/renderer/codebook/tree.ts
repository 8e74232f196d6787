import type { CodeRow } from '../../contract/codes.ts';

/** A code with the codes under it. */
export interface CodeNode {
  readonly code: CodeRow;
  readonly children: readonly CodeNode[];
}

/** Where a code goes: under a parent (or none), before one of its children (or last). The same shape as the contract's. */
export interface Place {
  readonly parentId: string | null;
  readonly beforeId: string | null;
}

/**
 * Makes a tree of the codes as the engine lists them.
 * @param codes parents before their children, siblings in order
 */
export function treeOf(codes: readonly CodeRow[]): readonly CodeNode[] {
  const roots: CodeNode[] = [];
  const below = new Map<string, CodeNode[]>();
  for (const code of codes) {
    const children: CodeNode[] = [];
    below.set(code.id, children);
    const siblings = code.parentId === null ? roots : (below.get(code.parentId) ?? roots);
    siblings.push({ code, children });
  }
  return roots;
}

/** The codes under the same parent, in order. */
function siblingsOf(codes: readonly CodeRow[], parentId: string | null): readonly CodeRow[] {
  return codes.filter((code) => code.parentId === parentId);
}

/** A code and all codes under it. */
export function branchOf(codes: readonly CodeRow[], id: string): readonly CodeRow[] {
  const inside = new Set([id]);
  // Parents come before their children, so one pass is enough.
  for (const code of codes) if (code.parentId !== null && inside.has(code.parentId)) inside.add(code.id);
  return codes.filter((code) => inside.has(code.id));
}

/** Just after a code, among its siblings. */
export function placeAfter(codes: readonly CodeRow[], id: string): Place {
  const parentId = codes.find((code) => code.id === id)?.parentId ?? null;
  const siblings = siblingsOf(codes, parentId);
  const next = siblings[siblings.findIndex((code) => code.id === id) + 1];
  return { parentId, beforeId: next?.id ?? null };
}

export type Direction = 'up' | 'down' | 'in' | 'out';

/**
 * Where a code comes to lie one step in a direction: among its siblings, under the one before it, or out beside its parent.
 * @returns null where there is no such place
 */
export function placeTowards(codes: readonly CodeRow[], id: string, direction: Direction): Place | null {
  const code = codes.find((each) => each.id === id);
  if (code === undefined) return null;
  const { parentId } = code;
  const siblings = siblingsOf(codes, parentId);
  const at = siblings.findIndex((each) => each.id === id);
  const before = siblings[at - 1];
  if (direction === 'up') return before === undefined ? null : { parentId, beforeId: before.id };
  if (direction === 'in') return before === undefined ? null : { parentId: before.id, beforeId: null };
  if (direction === 'out') return parentId === null ? null : placeAfter(codes, parentId);
  return at === siblings.length - 1 ? null : { parentId, beforeId: siblings[at + 2]?.id ?? null };
}

/**
 * Where a code comes to lie when it is dropped on, before or after another.
 * @returns null for a place inside of itself
 */
export function placeOfDrop(
  codes: readonly CodeRow[],
  id: string,
  target: { readonly id: string; readonly position: 'on' | 'before' | 'after' },
): Place | null {
  const inside = branchOf(codes, id);
  if (inside.some((code) => code.id === target.id)) return null;
  if (target.position === 'on') return { parentId: target.id, beforeId: null };
  if (target.position === 'after') {
    const after = placeAfter(codes, target.id);
    // The dragged code itself may be the next sibling: then it is where it was, and what follows it decides.
    return after.beforeId === id ? placeAfter(codes, id) : after;
  }
  return { parentId: codes.find((code) => code.id === target.id)?.parentId ?? null, beforeId: target.id };
}
