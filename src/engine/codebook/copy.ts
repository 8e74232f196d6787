import { ranksAfter } from '../order.ts';
import { type IdBytes, idBytes, idText, newId } from '../store/ids.ts';
import type { Mutation, Writing } from '../store/mutate.ts';
import type { Project } from '../store/project.ts';
import { sql } from '../store/sql.ts';
import { addLink } from './links.ts';
import { refuseLocked } from './lock.ts';
import { namesOf, nodeOf, topmost } from './pick.ts';
import { ranksAt } from './place.ts';
import { branch, type CodeNode, readTree } from './tree.ts';
import type { CodeLink } from './whole.ts';

/**
 * Copies codes with the codes under them: what they say, their other words and their links, but no coding, review or memo.
 * A copy that would stand beside a code of its name says that it is one.
 * @param beforeId the sibling to stand before; null for the end
 * @returns the ids of the copies of the codes that were asked for, in tree order
 * @throws ColligoError NOT_FOUND; REFUSED while the codebook is locked
 */
export function copyBranches(
  project: Project,
  ids: readonly string[],
  parentId: string | null,
  beforeId: string | null,
): Mutation<{ codeIds: string[]; copied: number }> {
  refuseLocked(project.db);
  const nodes = readTree(project.db);
  const tops = topmost(nodes, ids);
  const parent = parentId === null ? null : nodeOf(nodes, parentId);
  const inside = new Set(tops.flatMap((top) => branch(nodes, top.id)));
  const copied = nodes.filter((node) => inside.has(node.id));
  const where = parent ? `under “${parent.name}”` : 'to the top level';
  const what = copied.length > tops.length ? `${namesOf(tops)} with the codes below` : namesOf(tops);
  return project.write(
    { code: 'codes.copy', label: `Copy ${what} ${where}` },
    ['codes', 'reviews'],
    (writing) => {
      const made = new Map(copied.map((node) => [node.id, newId()]));
      const ranks = ranksAt(writing.db, parentId, beforeId, tops.length);
      const taken = new Set(nodes.filter((node) => node.parentId === parentId).map(({ name }) => name));
      for (const node of copied) {
        const at = tops.indexOf(node);
        const name = at < 0 ? node.name : freeName(node.name, taken);
        if (at >= 0) taken.add(name);
        const under = at < 0 ? made.get(node.parentId ?? '') : parentId === null ? null : idBytes(parentId);
        insertCopy(writing, node, {
          id: made.get(node.id) ?? newId(),
          name,
          parent: under ?? null,
          rank: at < 0 ? node.rank : (ranks[at] ?? ''),
        });
      }
      copyLinks(writing, made);
      return { codeIds: tops.map((top) => idText(made.get(top.id) ?? newId())), copied: copied.length };
    },
  );
}

function freeName(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name;
  for (let number = 1; ; number++) {
    const copy = number === 1 ? `${name} (copy)` : `${name} (copy ${number})`;
    if (!taken.has(copy)) return copy;
  }
}

function insertCopy(
  { db, actor, at }: Writing,
  node: CodeNode,
  { id, name, parent, rank }: { id: IdBytes; name: string; parent: Uint8Array | null; rank: string },
): void {
  db.run(sql`
    INSERT INTO codes (id, parent_id, rank, name, definition, use_when, use_not_when, example, colour, codable, created_at, created_by)
    VALUES (${id}, ${parent}, ${rank}, ${name}, ${node.definition}, ${node.useWhen}, ${node.useNotWhen}, ${node.example},
      ${node.colour}, ${node.codable ? 1 : 0}, ${at}, ${actor.id})`);
  const labels = db.all<{ kind: string; language: string; text: string }>(sql`
    SELECT kind, language, text FROM code_labels WHERE code_id = ${idBytes(node.id)} AND kind <> 'change' ORDER BY rank, id`);
  const ranks = ranksAfter(null, labels.length);
  for (const [index, { kind, language, text }] of labels.entries()) {
    db.run(sql`INSERT INTO code_labels (id, code_id, kind, language, text, rank, created_at, created_by)
      VALUES (${newId()}, ${id}, ${kind}, ${language}, ${text}, ${ranks[index] ?? ''}, ${at}, ${actor.id})`);
  }
}

/** A link within what is copied joins the copies; one to another code joins the copy and that code. */
function copyLinks(writing: Writing, made: ReadonlyMap<string, IdBytes>): void {
  const links = writing.db.all<{ code_id: Uint8Array; other_code_id: Uint8Array; kind: CodeLink['kind'] }>(
    sql`SELECT code_id, other_code_id, kind FROM code_links ORDER BY code_id, other_code_id, kind`,
  );
  for (const { code_id, other_code_id, kind } of links) {
    const [one, other] = [idText(code_id), idText(other_code_id)];
    if (!made.has(one) && !made.has(other)) continue;
    addLink(writing, made.get(one) ?? idBytes(one), made.get(other) ?? idBytes(other), kind);
  }
}
