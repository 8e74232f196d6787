import { counted } from '../../find.ts';
import { idBytes } from '../../store/ids.ts';
import type { Mutation, Writing } from '../../store/mutate.ts';
import type { Project } from '../../store/project.ts';
import { sql } from '../../store/sql.ts';
import { addLabel } from '../labels.ts';
import { addLink, ends } from '../links.ts';
import { refuseLocked } from '../lock.ts';
import { idList } from '../pick.ts';
import { ranksAt } from '../place.ts';
import type { StateNode } from '../state.ts';
import { insertCode } from '../write.ts';
import { planRestoring, type Restoring } from './plan.ts';

/** Grouping codes are grey: they say nothing of their own. */
const GROUP_COLOUR = '#808080';

/**
 * Makes the codebook what it was in a version, as one step. Codes that went come back with their identity; codes that
 * came since go where nothing hangs on them, and else are gathered under a code that says so. Codings, reviews and memos stay.
 * @throws ColligoError NOT_FOUND; REFUSED while the codebook is locked
 */
export function restoreVersion(project: Project, id: string): Mutation<void> {
  refuseLocked(project.db);
  const plan = planRestoring(project.db, id);
  const label = `Go back to the codebook “${plan.version.name}”`;
  return project.write(
    { code: 'codes.restore', label },
    ['codes', 'codebook', 'passages', 'reviews'],
    (writing) => {
      bringBack(writing, plan);
      placeAll(writing, plan);
      gather(writing, plan);
      removeGone(writing, plan.gone);
      for (const node of plan.target) restoreLabels(writing, plan, node);
      restoreLinks(writing, plan);
      if (plan.kept.length > 0)
        writing.describe(`${label}, with ${counted(plan.kept.length, 'code')} kept under “${plan.group}”`);
    },
  );
}

/** Codes that are not there any more, parents first, under whichever parent they had: both are there again then. */
function bringBack({ db, actor, at }: Writing, { target, present }: Restoring): void {
  const there = new Set(present.map((node) => node.id));
  for (const node of target) {
    if (there.has(node.id)) continue;
    db.run(sql`
      INSERT INTO codes (id, parent_id, rank, name, definition, use_when, use_not_when, example, colour, codable, created_at, created_by)
      VALUES (${idBytes(node.id)}, ${node.parentId === null ? null : idBytes(node.parentId)}, ${node.rank}, ${node.name},
        ${node.definition}, ${node.useWhen}, ${node.useNotWhen}, ${node.example}, ${node.colour}, ${node.codable ? 1 : 0}, ${at}, ${actor.id})`);
  }
}

/** The others: their fields and places. What is so already is not written, and so not logged. */
function placeAll({ db }: Writing, { target, present }: Restoring): void {
  const before = new Map(present.map((node) => [node.id, node]));
  for (const node of target) {
    const was = before.get(node.id);
    if (!was) continue;
    const parent = node.parentId === null ? null : idBytes(node.parentId);
    db.run(sql`
      UPDATE codes SET parent_id = ${parent}, rank = ${node.rank}, name = ${node.name}, definition = ${node.definition},
        use_when = ${node.useWhen}, use_not_when = ${node.useNotWhen}, example = ${node.example}, colour = ${node.colour},
        codable = ${node.codable ? 1 : 0}
      WHERE id = ${idBytes(node.id)}`);
  }
}

/** Puts codes that stay and lie under none that stays under the code that gathers them, which is made where it is not there. */
function gather(writing: Writing, { kept, group, groupId, target }: Restoring): void {
  if (kept.length === 0) return;
  const { db } = writing;
  const ids = new Set(kept.map((node) => node.id));
  const under =
    groupId ?? insertCode(writing, { name: group, parentId: null, codable: false, colour: GROUP_COLOUR });
  if (groupId !== null) putLast(writing, groupId, target);
  const tops = kept.filter((node) => !ids.has(node.parentId ?? '') && node.parentId !== under);
  const ranks = ranksAt(db, under, null, tops.length);
  tops.forEach((node, index) => {
    db.run(
      sql`UPDATE codes SET parent_id = ${idBytes(under)}, rank = ${ranks[index] ?? ''} WHERE id = ${idBytes(node.id)}`,
    );
  });
}

/** A gathering code from before stands after all codes of the version, so that it comes between none of them. */
function putLast({ db }: Writing, id: string, target: readonly StateNode[]): void {
  const last = target.filter((node) => node.parentId === null).at(-1);
  const { rank } = db.one<{ rank: string }>(sql`SELECT rank FROM codes WHERE id = ${idBytes(id)}`);
  if (!last || rank > last.rank) return;
  const [after = rank] = ranksAt(db, null, null, 1, new Set([id]));
  db.run(sql`UPDATE codes SET rank = ${after} WHERE id = ${idBytes(id)}`);
}

/** Leaves first. Nothing hangs on them but their own words and links. */
function removeGone({ db }: Writing, gone: readonly StateNode[]): void {
  if (gone.length === 0) return;
  const list = idList(gone.map((node) => node.id));
  db.run(sql`DELETE FROM code_labels WHERE code_id IN (${list})`);
  db.run(sql`DELETE FROM code_links WHERE code_id IN (${list}) OR other_code_id IN (${list})`);
  for (const node of gone.toReversed()) db.run(sql`DELETE FROM codes WHERE id = ${idBytes(node.id)}`);
}

/** Words of each kind are written anew where they differ; why a code was changed is its history, and stays. */
function restoreLabels(writing: Writing, { present }: Restoring, node: StateNode): void {
  const before = present.find(({ id }) => id === node.id)?.labels ?? [];
  if (JSON.stringify(before) === JSON.stringify(node.labels)) return;
  const id = idBytes(node.id);
  writing.db.run(sql`DELETE FROM code_labels WHERE code_id = ${id} AND kind <> 'change'`);
  for (const label of node.labels) addLabel(writing, id, label);
}

/** Links among the codes of the version; those of codes that are kept besides stay. */
function restoreLinks(writing: Writing, { target, present, kept }: Restoring): void {
  const others = new Set(kept.map((node) => node.id));
  const ids = new Set(target.map((node) => node.id));
  const pairs = (nodes: readonly StateNode[]) =>
    new Map(
      nodes.flatMap(({ id, links }) =>
        links
          .filter(({ other }) => id < other && !others.has(id) && !others.has(other))
          .map((link) => [`${link.kind} ${id} ${link.other}`, { ...link, id }] as const),
      ),
    );
  const [before, after] = [pairs(present), pairs(target)];
  for (const [key, { id, other, kind }] of before) {
    if (after.has(key) || !ids.has(id) || !ids.has(other)) continue;
    const [first, second] = ends(idBytes(id), idBytes(other));
    writing.db.run(
      sql`DELETE FROM code_links WHERE code_id = ${first} AND other_code_id = ${second} AND kind = ${kind}`,
    );
  }
  for (const [key, { id, other, kind }] of after)
    if (!before.has(key)) addLink(writing, idBytes(id), idBytes(other), kind);
}
