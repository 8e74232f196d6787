import { addLabel } from '../../../codebook/labels.ts';
import { addLink, ends } from '../../../codebook/links.ts';
import { refuseLocked } from '../../../codebook/lock.ts';
import { moved } from '../../../codebook/order-change.ts';
import { eraseCodes } from '../../../codebook/remove.ts';
import { readTree } from '../../../codebook/tree.ts';
import type { CodebookNode } from '../../../codebook/whole.ts';
import { insertCode } from '../../../codebook/write.ts';
import { counted } from '../../../find.ts';
import { ranksAfter } from '../../../order.ts';
import { idBytes } from '../../../store/ids.ts';
import type { Mutation, Writing } from '../../../store/mutate.ts';
import type { Project } from '../../../store/project.ts';
import { sql } from '../../../store/sql.ts';
import type { Merged } from './merge.ts';

/**
 * Makes the codebook what a merge came to, as one step. What is so already is not written.
 * @param source what was merged, for the step's label
 * @param mine the codebook that the merge began with, in tree order
 * @throws ColligoError REFUSED while the codebook is locked
 */
export function applyMerge(
  project: Project,
  { target, removed, added }: Pick<Merged, 'target' | 'removed' | 'added'>,
  mine: readonly CodebookNode[],
  source: string,
): Mutation<{ added: number; changed: number; removed: number }> {
  refuseLocked(project.db);
  const before = new Map(mine.map((node) => [node.id, node]));
  const label = `Merge the codebook ${source}`;
  return project.write(
    { code: 'codebook.merge', label },
    ['codes', 'codebook', 'passages', 'documents', 'reviews', 'memos'],
    (writing) => {
      // Parents come first in tree order; where a code lies is put right below.
      for (const node of target) if (!before.has(node.id)) insertCode(writing, { ...node, parentId: null });
      const changed = new Set([...fields(writing, target, before), ...places(writing, target)]);
      for (const id of labels(writing, target, before)) changed.add(id);
      for (const id of links(writing, target, mine, new Set(removed))) changed.add(id);
      eraseCodes(writing, removed);
      for (const { id } of added) changed.delete(id);
      const said = [
        ...(added.length > 0 ? [`${counted(added.length, 'code')} added`] : []),
        ...(changed.size > 0 ? [`${counted(changed.size, 'code')} changed`] : []),
        ...(removed.length > 0 ? [`${counted(removed.length, 'code')} removed`] : []),
      ];
      writing.describe(`${label}: ${said.join(', ')}`);
      return { added: added.length, changed: changed.size, removed: removed.length };
    },
  );
}

function fields(
  { db }: Writing,
  target: readonly CodebookNode[],
  before: ReadonlyMap<string, CodebookNode>,
): string[] {
  const plain = ({ name, definition, useWhen, useNotWhen, example, colour, codable }: CodebookNode) =>
    JSON.stringify([name, definition, useWhen, useNotWhen, example, colour, codable]);
  return target.flatMap((node) => {
    const was = before.get(node.id);
    if (!was || plain(was) === plain(node)) return [];
    db.run(sql`UPDATE codes SET name = ${node.name}, definition = ${node.definition}, use_when = ${node.useWhen},
      use_not_when = ${node.useNotWhen}, example = ${node.example}, colour = ${node.colour}, codable = ${node.codable ? 1 : 0}
      WHERE id = ${idBytes(node.id)}`);
    return [node.id];
  });
}

/** Rows that lie and stand as they should are left alone; of the others, all siblings get places anew. */
function places({ db }: Writing, target: readonly CodebookNode[]): string[] {
  const now = new Map(readTree(db).map((node) => [node.id, node]));
  const rows = Map.groupBy(target, ({ parentId }) => parentId);
  const touched: string[] = [];
  for (const [parentId, siblings] of rows) {
    const stand = siblings.map(({ id }) => now.get(id));
    const isRight = stand.every(
      (node, at) => node?.parentId === parentId && (at === 0 || (stand[at - 1]?.rank ?? '') < node.rank),
    );
    if (isRight) continue;
    const here = stand.filter((node) => node?.parentId === parentId).map((node) => node?.id ?? '');
    const byRank = here.toSorted((one, other) =>
      (now.get(one)?.rank ?? '') < (now.get(other)?.rank ?? '') ? -1 : 1,
    );
    const elsewhere = new Set(moved(byRank, here));
    const ranks = ranksAfter(null, siblings.length);
    for (const [at, { id }] of siblings.entries()) {
      const parent = parentId === null ? null : idBytes(parentId);
      db.run(
        sql`UPDATE codes SET parent_id = ${parent}, rank = ${ranks[at] ?? ''} WHERE id = ${idBytes(id)}`,
      );
      if (now.get(id)?.parentId !== parentId || elsewhere.has(id)) touched.push(id);
    }
  }
  return touched;
}

function labels(
  writing: Writing,
  target: readonly CodebookNode[],
  before: ReadonlyMap<string, CodebookNode>,
): string[] {
  return target.flatMap((node) => {
    const was = before.get(node.id)?.labels ?? [];
    if (JSON.stringify(was) === JSON.stringify(node.labels)) return [];
    const id = idBytes(node.id);
    const isNew = !before.has(node.id);
    if (!isNew) writing.db.run(sql`DELETE FROM code_labels WHERE code_id = ${id} AND kind <> 'change'`);
    // Why the code was changed is only ever added to.
    const reasons = was.filter(({ kind }) => kind === 'change').length;
    const added = node.labels.filter(({ kind }) => kind === 'change').slice(reasons);
    for (const label of [...node.labels.filter(({ kind }) => kind !== 'change'), ...added])
      addLabel(writing, id, label);
    return [node.id];
  });
}

function links(
  writing: Writing,
  target: readonly CodebookNode[],
  mine: readonly CodebookNode[],
  removed: ReadonlySet<string>,
): string[] {
  const pairs = (nodes: readonly CodebookNode[]) =>
    new Map(
      nodes.flatMap(({ id, links }) =>
        links
          .filter(({ other }) => id < other && !removed.has(id) && !removed.has(other))
          .map((link) => [`${link.kind} ${id} ${link.other}`, { ...link, id }] as const),
      ),
    );
  const [old, now] = [pairs(mine), pairs(target)];
  const touched: string[] = [];
  for (const [key, { id, other, kind }] of old) {
    if (now.has(key)) continue;
    const [first, second] = ends(idBytes(id), idBytes(other));
    writing.db.run(
      sql`DELETE FROM code_links WHERE code_id = ${first} AND other_code_id = ${second} AND kind = ${kind}`,
    );
    touched.push(id, other);
  }
  for (const [key, { id, other, kind }] of now) {
    if (old.has(key)) continue;
    addLink(writing, idBytes(id), idBytes(other), kind);
    touched.push(id, other);
  }
  return touched;
}
