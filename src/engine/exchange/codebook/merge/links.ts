import type { CodebookNode, CodeLink } from '../../../codebook/whole.ts';
import type { Book, BookCode } from '../book.ts';

type Linked = Pick<BookCode, 'id' | 'links'>;

/**
 * Merges links. One that only one side made or took away since the common ancestor is made or taken away; without an
 * ancestor that knows both codes links of both sides are kept.
 * @param there ids of the codes that there are after the merge
 * @returns the links of each code, in the order in which a project gives them, and how many come or go
 */
export function linksMerged(
  base: readonly Linked[] | null,
  mine: readonly CodebookNode[],
  theirs: { readonly codes: readonly Linked[]; readonly linkKinds: Book['linkKinds'] },
  there: ReadonlySet<string>,
): { readonly links: Map<string, CodeLink[]>; readonly count: number } {
  const [old, own, other] = [pairsIn(base ?? []), pairsIn(mine), pairsIn(theirs.codes)];
  const ids = (codes: readonly Linked[] | null) => new Set((codes ?? []).map(({ id }) => id));
  const [inBase, inTheirs, inMine] = [ids(base), ids(theirs.codes), ids(mine)];
  const kept = new Map<string, Pair>();
  let count = 0;
  for (const [key, pair] of new Map([...own, ...other])) {
    const [one, two, kind] = pair;
    if (!there.has(one) || !there.has(two)) continue;
    const isMine = own.has(key);
    const isSaid = theirs.linkKinds.includes(kind) && inTheirs.has(one) && inTheirs.has(two);
    const isTheirs = isSaid ? other.has(key) : isMine;
    const isKnown = inBase.has(one) && inBase.has(two) && inMine.has(one) && inMine.has(two);
    const isKept = isMine === isTheirs ? isMine : isKnown ? !old.has(key) : true;
    if (isKept !== isMine) count++;
    if (isKept) kept.set(key, pair);
  }
  const links = new Map<string, CodeLink[]>();
  const add = (id: string, link: CodeLink) => links.set(id, [...(links.get(id) ?? []), link]);
  for (const key of [...kept.keys()].toSorted()) {
    const [one, two, kind] = kept.get(key) ?? ['', '', 'see_also'];
    add(one, { kind, other: two });
    add(two, { kind, other: one });
  }
  return { links, count };
}

type Pair = readonly [string, string, CodeLink['kind']];

function pairsIn(codes: readonly Linked[]): Map<string, Pair> {
  return new Map(
    codes.flatMap(({ id, links }) =>
      links.map(({ kind, other }): [string, Pair] => {
        const [one, two] = id < other ? [id, other] : [other, id];
        return [`${kind} ${one} ${two}`, [one, two, kind]];
      }),
    ),
  );
}
