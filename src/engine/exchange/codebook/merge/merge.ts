import type {
  MergeAnswers,
  MergeCode,
  MergeDifference,
  MergeField,
  MergeNamesake,
} from '../../../../contract/codebook-exchange.ts';
import { nextColour } from '../../../codebook/colours.ts';
import type { CodebookNode } from '../../../codebook/whole.ts';
import type { Remark } from '../../model.ts';
import { type Book, type BookCode, nodeOf, pathsOf } from '../book.ts';
import { OWN_FIELDS, saidIn, withField } from './fields.ts';
import { linksMerged } from './links.ts';
import { matched } from './match.ts';
import { rowsIn, whoseOrder, woven } from './order.ts';
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
  base: readonly Pick<BookCode, Exclude<keyof BookCode, 'isIdentified'>>[] | null,
  mine: readonly CodebookNode[],
  theirs: Book,
  answers: MergeAnswers,
): Merged {
  const { codes, namesakes } = matched(mine, theirs, answers);
  const [own, other] = [byId(mine), byId(codes)];
  const old = byId(base ?? []);
  const [minePaths, theirPaths] = [pathsOf(mine), pathsOf(codes)];
  const changed: MergeDifference[] = [];
  const conflicts: MergeDifference[] = [];
  let open = 0;
  const refer = (id: string): MergeCode => ({
    id,
    name: own.get(id)?.name ?? other.get(id)?.name ?? '',
    path: (minePaths.get(id) ?? theirPaths.get(id) ?? []).join(' / '),
  });
  /** Says that a field differs. @returns whether theirs is taken */
  const decide = (
    id: string | null,
    field: MergeField,
    values: Pick<MergeDifference, 'base' | 'mine' | 'theirs'>,
    isTaken: boolean,
  ): boolean => {
    const key = `${id ?? 'top'} ${field}`;
    const difference = { key, code: id === null ? null : refer(id), field, ...values };
    if (isTaken) {
      changed.push(difference);
      return true;
    }
    conflicts.push(difference);
    if (answers.fields[key] === undefined) open++;
    return (answers.fields[key] ?? answers.prefer) === 'theirs';
  };
  const merged = new Map<string, CodebookNode>();
  const movedIds = new Set<string>();
  for (const node of mine) {
    const their = other.get(node.id);
    let result = node;
    if (their) {
      for (const field of OWN_FIELDS) {
        const [m, t] = [saidIn(node, field, null) ?? '', saidIn(their, field, theirs.labelKinds)];
        const was = old.get(node.id);
        const b = was === undefined ? undefined : saidIn(was, field, null);
        if (t === undefined || t === m || t === b) continue;
        if (decide(node.id, field, { base: b ?? null, mine: m, theirs: t }, b === m))
          result = withField(result, field, their);
      }
      const was = old.get(node.id)?.parentId;
      if (their.parentId !== node.parentId && their.parentId !== was) {
        const pathOf = (id: string | null | undefined, paths: ReadonlyMap<string, readonly string[]>) =>
          (paths.get(id ?? '') ?? []).join(' / ');
        const values = {
          base: was === undefined ? null : pathOf(was, pathsOf(base ?? [])),
          mine: pathOf(node.parentId, minePaths),
          theirs: pathOf(their.parentId, theirPaths),
        };
        if (decide(node.id, 'parent', values, was === node.parentId)) movedIds.add(node.id);
      }
    }
    merged.set(node.id, result);
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
    if (was && !decide(code.id, 'presence', { base: path, mine: '', theirs: path }, false)) continue;
    const node = nodeOf(code, code.colour ?? nextColour(colours));
    colours.push(node.colour);
    merged.set(code.id, node);
    added.push(refer(code.id));
  }
  const ids = [
    ...codes.map(({ id }) => id),
    ...mine.map(({ id }) => id).filter((id) => !other.has(id)),
  ].filter((id) => merged.has(id));
  const { parents, stayed } = placed(ids, parentsIn(mine), parentsIn(codes), movedIds);
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
        parent,
        'order',
        {
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
    changed,
    conflicts,
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
    open,
    target,
    removed,
  };
}

const byId = <Code extends { readonly id: string }>(codes: readonly Code[]): Map<string, Code> =>
  new Map(codes.map((code) => [code.id, code]));
