import type { CodebookNode } from '../../../codebook/whole.ts';
import { type BookCode, pathsOf } from '../book.ts';
import type { Differing } from './decide.ts';
import type { OldCode } from './own.ts';
import { liftedIn, parentsIn } from './parents.ts';

/** A code that lies elsewhere in the file. */
export type Move = Differing & {
  readonly id: string;
  /** Whether only the file moved it. */
  readonly isTaken: boolean;
};

/**
 * Finds codes that the file has under another code. Places are compared as they are once codes that go are gone, on every
 * side: a code that comes to lie where it did in the common ancestor was not moved by anyone but the file.
 * @param there ids of the codes that there are after the merge
 */
export function movesIn(
  there: ReadonlySet<string>,
  base: readonly OldCode[] | null,
  mine: readonly CodebookNode[],
  theirs: readonly BookCode[],
): Move[] {
  const [inMine, inTheirs] = [liftedIn(parentsIn(mine), there), liftedIn(parentsIn(theirs), there)];
  const inBase = liftedIn(parentsIn(base ?? []), there);
  const [hasTheirs, hasBase] = [idsOf(theirs), idsOf(base ?? [])];
  const [minePaths, theirPaths, basePaths] = [pathsOf(mine), pathsOf(theirs), pathsOf(base ?? [])];
  const told = (id: string | null, paths: ReadonlyMap<string, readonly string[]>) =>
    (paths.get(id ?? '') ?? []).join(' / ');
  return mine.flatMap(({ id }): Move[] => {
    if (!there.has(id) || !hasTheirs.has(id)) return [];
    const [m, t] = [inMine(id), inTheirs(id)];
    const b = hasBase.has(id) ? inBase(id) : undefined;
    if (t === m || t === b) return [];
    return [
      {
        id,
        field: 'parent',
        base: b === undefined ? null : told(b, basePaths),
        mine: told(m, minePaths),
        theirs: told(t, theirPaths),
        isTaken: b === m,
      },
    ];
  });
}

const idsOf = (codes: readonly { readonly id: string }[]): ReadonlySet<string> =>
  new Set(codes.map(({ id }) => id));
