import { liftedIn, type Parents, parentsIn } from './parents.ts';

/** The order of codes under one parent, as each side has it: all are codes that lie there on that side and after the merge. */
export interface Orders {
  readonly mine: readonly string[];
  readonly theirs: readonly string[];
  /** Empty where there is no common ancestor. */
  readonly base: readonly string[];
}

/**
 * @param nodes the codes of one side, in tree order
 * @param parents where the codes lie after the merge
 * @returns the codes under each parent in the order of this side, of those that it has there, too
 */
export function rowsIn(
  nodes: readonly { readonly id: string; readonly parentId: string | null }[],
  parents: Parents,
): Map<string | null, string[]> {
  const lifted = liftedIn(parentsIn(nodes), parents);
  const rows = new Map<string | null, string[]>();
  for (const { id } of nodes) {
    const parent = parents.get(id);
    // Where a code stood among others elsewhere says nothing of its place here.
    if (parent === undefined || lifted(id) !== parent) continue;
    const row = rows.get(parent);
    if (row) row.push(id);
    else rows.set(parent, [id]);
  }
  return rows;
}

/**
 * @returns whose order holds for codes that both have there: `same` where they agree, `open` where both changed it, or
 * where the common ancestor does not say
 */
export function whoseOrder({ mine, theirs, base }: Orders): 'same' | 'mine' | 'theirs' | 'open' {
  if (within(mine, theirs).join() === within(theirs, mine).join()) return 'same';
  // Each is held against all that it shares with the ancestor: what one takes from the other later must not change the answer.
  const isChanged = (row: readonly string[]) => within(row, base).join() !== within(base, row).join();
  if (isChanged(mine) === isChanged(theirs)) return 'open';
  return isChanged(mine) ? 'mine' : 'theirs';
}

/** @returns both rows as one: `first` in its order, and what only `second` has behind what it follows there */
export function woven(first: readonly string[], second: readonly string[]): string[] {
  const there = new Set(first);
  const behind = new Map<string | null, string[]>();
  let last: string | null = null;
  for (const id of second) {
    if (there.has(id)) last = id;
    else behind.set(last, [...(behind.get(last) ?? []), id]);
  }
  // What stands before all that both have goes first; where they share nothing, it goes last.
  const ahead = behind.get(null) ?? [];
  const shares = second.some((id) => there.has(id));
  const row = first.flatMap((id) => [id, ...(behind.get(id) ?? [])]);
  return shares ? [...ahead, ...row] : [...row, ...ahead];
}

/** @returns what of a row is in another one, too */
function within(row: readonly string[], other: readonly string[]): string[] {
  const there = new Set(other);
  return row.filter((id) => there.has(id));
}
