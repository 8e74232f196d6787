/** The order of codes under one parent, as each side has it: all are codes that lie there after the merge. */
export interface Orders {
  readonly mine: readonly string[];
  readonly theirs: readonly string[];
  /** Empty where there is no common ancestor. */
  readonly base: readonly string[];
}

/**
 * @returns whose order holds for codes that both have there: `same` where they agree, `open` where both changed it
 */
export function whoseOrder({ mine, theirs, base }: Orders): 'same' | 'mine' | 'theirs' | 'open' {
  const inTheirs = new Set(theirs);
  const common = new Set(mine.filter((id) => inTheirs.has(id)));
  const [ofMine, ofTheirs] = [within(mine, common), within(theirs, common)];
  if (ofMine.join() === ofTheirs.join()) return 'same';
  const known = new Set(base.filter((id) => common.has(id)));
  const before = within(base, known).join();
  if (known.size === common.size && within(theirs, known).join() === before) return 'mine';
  if (known.size === common.size && within(mine, known).join() === before) return 'theirs';
  return 'open';
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

const within = (row: readonly string[], set: ReadonlySet<string>): string[] =>
  row.filter((id) => set.has(id));
