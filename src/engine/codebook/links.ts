import { ColligoError } from '../errors.ts';
import { type IdBytes, idBytes, idText, newId } from '../store/ids.ts';
import type { Mutation, Writing } from '../store/mutate.ts';
import type { Project } from '../store/project.ts';
import { type Sql, sql } from '../store/sql.ts';
import { refuseLocked } from './lock.ts';
import { nodeOf } from './pick.ts';
import { readTree } from './tree.ts';
import type { CodeLink } from './whole.ts';

/** @returns the codes that a code has to do with, those to see also last, each by name */
export function linksOf(db: Sql, code: string): CodeLink[] {
  const id = idBytes(code);
  const rows = db.all<{ kind: CodeLink['kind']; other: Uint8Array }>(sql`
    SELECT l.kind, c.id AS other FROM code_links l
      JOIN codes c ON c.id = iif(l.code_id = ${id}, l.other_code_id, l.code_id)
    WHERE l.code_id = ${id} OR l.other_code_id = ${id} ORDER BY l.kind, c.name, c.id`);
  return rows.map(({ kind, other }) => ({ kind, other: idText(other) }));
}

/** @returns the two ends of a link in the order in which it is stored */
export function ends(one: IdBytes, other: IdBytes): readonly [IdBytes, IdBytes] {
  return Buffer.compare(one, other) < 0 ? [one, other] : [other, one];
}

/** Links two codes within a step, where they are not linked so already; a code is never linked to itself. */
export function addLink(
  { db, actor, at }: Writing,
  code: IdBytes,
  other: IdBytes,
  kind: CodeLink['kind'],
): void {
  if (Buffer.compare(code, other) === 0) return;
  const [first, second] = ends(code, other);
  db.run(sql`INSERT INTO code_links (id, code_id, other_code_id, kind, created_at, created_by)
    VALUES (${newId()}, ${first}, ${second}, ${kind}, ${at}, ${actor.id})
    ON CONFLICT (code_id, other_code_id, kind) DO NOTHING`);
}

/**
 * Says which codes a code has to do with: all of its links. Each shows on both codes.
 * @throws ColligoError NOT_FOUND; REFUSED for a link to itself, or while the codebook is locked
 */
export function setLinks(project: Project, code: string, links: readonly CodeLink[]): Mutation<void> {
  refuseLocked(project.db);
  const nodes = readTree(project.db);
  const { name } = nodeOf(nodes, code);
  for (const { other } of links) nodeOf(nodes, other);
  if (links.some(({ other }) => other === code)) {
    throw new ColligoError('REFUSED', `“${name}” cannot be linked to itself.`, {
      safe: 'Nothing was changed.',
      remedy: 'Choose another code.',
    });
  }
  const step = { code: 'codes.link', label: `Change links of code “${name}”` };
  return project.write(step, ['codes'], (writing) => {
    const keyOf = ({ kind, other }: CodeLink) => kind + other;
    const wanted = new Set(links.map(keyOf));
    for (const link of linksOf(writing.db, code)) {
      if (wanted.has(keyOf(link))) continue;
      const [first, second] = ends(idBytes(code), idBytes(link.other));
      writing.db.run(sql`DELETE FROM code_links
        WHERE code_id = ${first} AND other_code_id = ${second} AND kind = ${link.kind}`);
    }
    for (const { kind, other } of links) addLink(writing, idBytes(code), idBytes(other), kind);
  });
}
