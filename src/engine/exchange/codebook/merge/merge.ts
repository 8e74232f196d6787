import type {
  MergeAnswers,
  MergeCode,
  MergeDifference,
  MergeNamesake,
} from '../../../../contract/codebook-exchange.ts';
import { nextColour } from '../../../codebook/colours.ts';
import type { CodebookNode } from '../../../codebook/whole.ts';
import type { Remark } from '../../model.ts';
import { type Book, nodeOf, pathsOf } from '../book.ts';
import { deciding } from './decide.ts';
import { OWN_FIELDS, saidIn } from './fields.ts';
import { linksMerged } from './links.ts';
import { matched } from './match.ts';
import { movesIn } from './moves.ts';
import { rowsIn, whoseOrder, woven } from './order.ts';
import { type OldCode, ownMerged } from './own.ts';
import { parentsIn, placed } from './parents.ts';

/** What comes of a merge: what is to be told of it, and the codebook as it is then. */
export interface Merged {
  readonly same: number;
  readonly added: readonly MergeCode[];
  readonly changed: readonly MergeDifference[];
  readonly conflicts: readonly MergeDifference[];
  readonly missing: readonly MergeCode[];
  readonly namesakes: readonly MergeNamesake[];
  readonly links: number;
  readonly remarks: readonly Remark[];
  /** Conflicts that nobody answered. */
  readonly open: number;
  /** In tree order. */
  readonly target: readonly CodebookNode[];
  readonly removed: readonly string[];
}

/**
 * Merges a codebook of a file into that of a project, with their common ancestor. What only one of them changed since is
 * taken from it; what both changed is a conflict, in which mine stays unless the answers say otherwise. Without an ancestor
 * everything that differs is a conflict. Codes that the file has no more stay unless the answers name them.
 * @param base the common ancestor, null where there is none
 * @param mine the project's codebook, in tree order
 */
export function mergeCodebooks(
  base: readonly OldCode[] | null,
  mine: readonly CodebookNode[],
  theirs: Book,
  answers: MergeAnswers,
): Merged {
  const { codes, namesakes } = matched(mine, theirs, answers);
  const [own, other] = [byId(mine), byId(codes)];
  const old = byId(base ?? []);
  const [minePaths, theirPaths] = [pathsOf(mine), pathsOf(codes)];
  const refer = (id: string): MergeCode => ({
    id,
    name: own.get(id)?.name ?? other.get(id)?.name ?? '',
    path: (minePaths.get(id) ?? theirPaths.get(id) ?? []).join(' / '),
  });
  const { decide, changed, conflicts, open } = deciding(answers, refer);
  const merged = new Map<string, CodebookNode>();
  for (const node of mine) {
    const their = other.get(node.id);
    merged.set(node.id, their ? ownMerged(node, their, old.get(node.id), theirs.labelKinds, decide) : node);
  }
  const missing = mine.filter(({ id }) => !other.has(id) && old.has(id)).map(({ id }) => refer(id));
  const wanted = new Set(answers.remove);
  const removed = missing.filter(({ id }) => wanted.has(id)).map(({ id }) => id);
  for (const id of removed) merged.delete(id);
  const added: MergeCode[] = [];
  const colours = mine.map(({ colour }) => colour);
  for (const code of codes) {
    if (own.has(code.id)) continue;
    const was = old.get(code.id);
    const isTouched =
      was &&
      OWN_FIELDS.some((field) => {
        const value = saidIn(code, field, theirs.labelKinds);
        return value !== undefined && value !== saidIn(was, field, null);
      });
    // I removed it: it stays away, unless it was changed meanwhile, which is asked.
    if (was && !isTouched) continue;
    const path = (theirPaths.get(code.id) ?? []).join(' / ');
    const presence = { id: code.id, field: 'presence', base: path, mine: '', theirs: path } as const;
    if (was && !decide(presence, false)) continue;
    const node = nodeOf(code, code.colour ?? nextColour(colours));
    colours.push(node.colour);
    merged.set(code.id, node);
    added.push(refer(code.id));
  }
  const ids = [
    ...codes.map(({ id }) => id),
    ...mine.map(({ id }) => id).filter((id) => !other.has(id)),
  ].filter((id) => merged.has(id));
  const moves = movesIn(new Set(merged.keys()), base, mine, codes);
  const moved = moves.filter(({ isTaken, ...what }) => decide(what, isTaken)).map(({ id }) => id);
  const { parents, stayed } = placed(ids, parentsIn(mine), parentsIn(codes), new Set(moved));
  const [mineRows, theirRows, baseRows] = [
    rowsIn(mine, parents),
    rowsIn(codes, parents),
    rowsIn(base ?? [], parents),
  ];
  const names = (row: readonly string[]) => row.map((id) => merged.get(id)?.name ?? '').join('\n');
  const rows = new Map<string | null, readonly string[]>();
  for (const parent of new Set(ids.map((id) => parents.get(id) ?? null))) {
    const orders = {
      mine: mineRows.get(parent) ?? [],
      theirs: theirRows.get(parent) ?? [],
      base: baseRows.get(parent) ?? [],
    };
    const whose = theirs.isOrdered ? whoseOrder(orders) : 'mine';
    const isTheirs =
      (whose === 'theirs' || whose === 'open') &&
      decide(
        {
          id: parent,
          field: 'order',
          base: base === null ? null : names(orders.base),
          mine: names(orders.mine),
          theirs: names(orders.theirs),
        },
        whose === 'theirs',
      );
    rows.set(parent, isTheirs ? woven(orders.theirs, orders.mine) : woven(orders.mine, orders.theirs));
  }
  const { links, count } = linksMerged(
    base,
    mine,
    { codes, linkKinds: theirs.linkKinds },
    new Set(merged.keys()),
  );
  const target: CodebookNode[] = [];
  const way = [...(rows.get(null) ?? [])].reverse();
  for (let id = way.pop(); id !== undefined; id = way.pop()) {
    const node = merged.get(id);
    if (node) target.push({ ...node, parentId: parents.get(id) ?? null, links: links.get(id) ?? [] });
    way.push(...(rows.get(id) ?? []).toReversed());
  }
  const touched = new Set([...changed, ...conflicts].map(({ code }) => code?.id));
  return {
    same: mine.filter(({ id }) => other.has(id) && !touched.has(id)).length,
    added,
    changed: inOrder(changed, mine),
    conflicts: inOrder(conflicts, mine),
    missing,
    namesakes,
    links: count,
    remarks: [
      ...theirs.remarks,
      ...stayed.map(
        (id): Remark => ({
          what: 'left',
          message: 'A code stays where it is in the project, since it would lie under itself otherwise.',
          subject: refer(id).name,
        }),
      ),
    ],
    open: open(),
    target,
    removed,
  };
}

const byId = <Code extends { readonly id: string }>(codes: readonly Code[]): Map<string, Code> =>
  new Map(codes.map((code) => [code.id, code]));

/** Differences by the codes that they are of, as the project has them; within a code as they were found. */
function inOrder(differences: readonly MergeDifference[], mine: readonly CodebookNode[]): MergeDifference[] {
  const places = new Map(mine.map(({ id }, place) => [id, place]));
  const placeOf = ({ code }: MergeDifference) => (code === null ? -1 : (places.get(code.id) ?? mine.length));
  return differences.toSorted((one, other) => placeOf(one) - placeOf(other));
}
