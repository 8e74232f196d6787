/**
 * Tells which of a list's members have to be taken up and put elsewhere to make another order of them: as few as
 * possible, and the same ones whichever of the two orders comes first.
 * @param before each member once
 * @param after the same members in another order
 * @returns members that stand elsewhere, in the order of `after`; none where the orders are the same
 */
export function moved(before: readonly string[], after: readonly string[]): string[] {
  if (before.every((id, index) => after[index] === id)) return [];
  // Where several choices are equally few, the two directions must make the same one.
  const [one, other] = before.join() < after.join() ? [before, after] : [after, before];
  const place = new Map(other.map((id, index) => [id, index]));
  const stay = rising(one, (id) => place.get(id) ?? -1);
  return after.filter((id) => !stay.has(id));
}

/**
 * The longest subsequence that rises, by the piles of patience sorting: n log n.
 * @returns its members
 */
function rising(list: readonly string[], rank: (id: string) => number): Set<string> {
  const tops: string[] = [];
  const below = new Map<string, string | undefined>();
  for (const id of list) {
    let [from, to] = [0, tops.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if (rank(tops[middle] ?? '') < rank(id)) from = middle + 1;
      else to = middle;
    }
    below.set(id, tops[from - 1]);
    tops[from] = id;
  }
  const stay = new Set<string>();
  for (let id = tops.at(-1); id !== undefined; id = below.get(id)) stay.add(id);
  return stay;
}
