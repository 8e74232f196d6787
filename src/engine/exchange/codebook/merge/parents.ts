/** Where a code lies; null at the top. */
export type Parents = ReadonlyMap<string, string | null>;

/** @returns where codes say that they lie */
export const parentsIn = (
  nodes: Iterable<{ readonly id: string; readonly parentId: string | null }>,
): Parents => new Map([...nodes].map(({ id, parentId }) => [id, parentId]));

/**
 * @param parents as one side has them
 * @param there ids of the codes that there are after the merge
 * @returns where a code of this side lies: a parent that is gone gives its place to the nearest one above that is not
 */
export function liftedIn(
  parents: Parents,
  there: { readonly has: (id: string) => boolean },
): (id: string) => string | null {
  return (id) => {
    const seen = new Set<string>();
    let at = parents.get(id) ?? null;
    while (at !== null && !there.has(at) && !seen.has(at)) {
      seen.add(at);
      at = parents.get(at) ?? null;
    }
    return at !== null && there.has(at) ? at : null;
  };
}

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
  const [inMine, inTheirs] = [liftedIn(mine, there), liftedIn(theirs, there)];
  const parents = new Map<string, string | null>();
  for (const id of ids) parents.set(id, mine.has(id) ? inMine(id) : inTheirs(id));
  let stayed = ids.filter((id) => moved.has(id));
  // A code that is in the way of another may itself move later: whoever could not go tries again.
  for (let waiting = -1; waiting !== stayed.length; ) {
    waiting = stayed.length;
    stayed = stayed.filter((id) => {
      const to = inTheirs(id);
      if (liesUnder(to, id, parents)) return true;
      parents.set(id, to);
      return false;
    });
  }
  return { parents, stayed };
}

function liesUnder(start: string | null, id: string, parents: Parents): boolean {
  for (let at = start; at !== null; at = parents.get(at) ?? null) if (at === id) return true;
  return false;
}
