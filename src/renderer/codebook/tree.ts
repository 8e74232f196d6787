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

/** Codes and all codes under them, in tree order. */
export function branchOf(codes: readonly CodeRow[], ...ids: readonly string[]): readonly CodeRow[] {
  const inside = new Set(ids);
  // Parents come before their children, so one pass is enough.
  for (const code of codes) if (code.parentId !== null && inside.has(code.parentId)) inside.add(code.id);
  return codes.filter((code) => inside.has(code.id));
}

/** Those of the codes, in tree order, that lie under none of the others. */
export function topmost(codes: readonly CodeRow[], ids: readonly string[]): readonly CodeRow[] {
  const below = new Set<string>();
  for (const { id, parentId } of codes)
    if (parentId !== null && (ids.includes(parentId) || below.has(parentId))) below.add(id);
  return codes.filter(({ id }) => ids.includes(id) && !below.has(id));
}

/** Ids of the codes that are in sight, or would be after scrolling: those under none that is folded. */
export function unfolded(codes: readonly CodeRow[], folded: readonly string[]): readonly string[] {
  const shut = new Set(folded);
  const hidden = new Set<string>();
  for (const { id, parentId } of codes)
    if (parentId !== null && (shut.has(parentId) || hidden.has(parentId))) hidden.add(id);
  return codes.filter(({ id }) => !hidden.has(id)).map(({ id }) => id);
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
 * Where codes come to lie one step in a direction: among their siblings, under the one before the first of them, or out beside
 * their parent. Several go together, and end up side by side.
 * @param ids codes that stand under the same parent, in order
 * @returns null where there is no such place
 */
export function placeTowards(
  codes: readonly CodeRow[],
  ids: readonly string[],
  direction: Direction,
): Place | null {
  const [first] = codes.filter((each) => ids.includes(each.id));
  if (first === undefined) return null;
  const { parentId } = first;
  const siblings = siblingsOf(codes, parentId);
  const before = siblings[siblings.indexOf(first) - 1];
  if (direction === 'up') return before === undefined ? null : { parentId, beforeId: before.id };
  if (direction === 'in') return before === undefined ? null : { parentId: before.id, beforeId: null };
  if (direction === 'out') return parentId === null ? null : placeAfter(codes, parentId);
  const last = siblings.findLastIndex((each) => ids.includes(each.id));
  return last === siblings.length - 1 ? null : { parentId, beforeId: siblings[last + 2]?.id ?? null };
}

/**
 * Where codes come to lie when they are dropped on, before or after another.
 * @returns null for a place inside of one of them
 */
export function placeOfDrop(
  codes: readonly CodeRow[],
  ids: readonly string[],
  target: { readonly id: string; readonly position: 'on' | 'before' | 'after' },
): Place | null {
  const inside = branchOf(codes, ...ids);
  const moved = topmost(codes, ids);
  // Several may be gathered round one of them.
  const gathers = moved.length > 1 && target.position !== 'on' && moved.some(({ id }) => id === target.id);
  if (!gathers && inside.some((code) => code.id === target.id)) return null;
  if (target.position === 'on') return { parentId: target.id, beforeId: null };
  const parentId = codes.find((code) => code.id === target.id)?.parentId ?? null;
  const siblings = siblingsOf(codes, parentId);
  const at = siblings.findIndex(({ id }) => id === target.id) + (target.position === 'after' ? 1 : 0);
  // What is dragged may itself be next: then it is where it was, and what follows it decides.
  const next = siblings.slice(at).find(({ id }) => !ids.includes(id));
  return { parentId, beforeId: next?.id ?? null };
}
