/** Where a code lies; null at the top. */
type Parents = ReadonlyMap<string, string | null>;

/**
 * Finds where every code lies after a merge.
 * @param ids the codes that there are then, those of the file in its tree order first
 * @param mine parents in the project
 * @param theirs parents in the file
 * @param moved codes that go where the file has them
 * @returns the parents, and codes that had to stay because they would lie under themselves
 */
export function placed(
  ids: readonly string[],
  mine: Parents,
  theirs: Parents,
  moved: ReadonlySet<string>,
): { readonly parents: Map<string, string | null>; readonly stayed: readonly string[] } {
  const there = new Set(ids);
  const lifted = (start: string | null | undefined): string | null => {
    const seen = new Set<string>();
    let at = start ?? null;
    // A parent that is gone gives its place to the nearest one above that is not.
    while (at !== null && !there.has(at) && !seen.has(at)) {
      seen.add(at);
      at = (mine.has(at) ? mine.get(at) : theirs.get(at)) ?? null;
    }
    return at !== null && there.has(at) ? at : null;
  };
  const parents = new Map<string, string | null>();
  for (const id of ids) parents.set(id, lifted(mine.has(id) ? mine.get(id) : theirs.get(id)));
  const stayed: string[] = [];
  for (const id of ids) {
    if (!moved.has(id)) continue;
    const to = lifted(theirs.get(id));
    if (liesUnder(to, id, parents)) stayed.push(id);
    else parents.set(id, to);
  }
  return { parents, stayed };
}

function liesUnder(start: string | null, id: string, parents: Parents): boolean {
  for (let at = start; at !== null; at = parents.get(at) ?? null) if (at === id) return true;
  return false;
}
