import { counted } from '../find.ts';
import { idBytes } from '../store/ids.ts';
import type { Mutation, Writing } from '../store/mutate.ts';
import type { Project } from '../store/project.ts';
import { sql } from '../store/sql.ts';
import { refuseLocked } from './lock.ts';
import { idList, namesOf, nodesOf } from './pick.ts';
import { branch, readTree } from './tree.ts';
import { removeEmptyPassages } from './write.ts';

/**
 * Removes codes, the codes under them, their codings, reviews, memos, labels and links, and passages that are left with
 * nothing.
 * @throws ColligoError NOT_FOUND; REFUSED while the codebook is locked
 */
export function removeCodes(project: Project, codes: readonly string[]): Mutation<void> {
  refuseLocked(project.db);
  const nodes = readTree(project.db);
  const chosen = nodesOf(nodes, codes);
  const doomed = new Set(chosen.flatMap((node) => branch(nodes, node.id)));
  const ids = nodes.filter((node) => doomed.has(node.id)).map((node) => node.id);
  const { n } = project.db.one<{ n: number }>(
    sql`SELECT count(*) AS n FROM codings WHERE code_id IN (${idList(ids)})`,
  );
  const below = ids.length - chosen.length;
  const also = [
    below > 0 ? `${counted(below, 'code')} under ${chosen.length === 1 ? 'it' : 'them'}` : '',
    n > 0 ? counted(n, 'coding') : '',
  ].filter(Boolean);
  const what = chosen.length === 1 ? `code ${namesOf(chosen)}` : namesOf(chosen);
  const label = `Remove ${what}${also.length > 0 ? ` with ${also.join(' and ')}` : ''}`;
  return project.write(
    { code: 'codes.remove', label },
    ['codes', 'passages', 'documents', 'reviews', 'memos'],
    (writing) => eraseCodes(writing, ids),
  );
}

/**
 * Removes these very codes within a step, with all that hangs on them.
 * @param ids in tree order; nothing else lies under them any more
 */
export function eraseCodes({ db }: Writing, ids: readonly string[]): void {
  if (ids.length === 0) return;
  const list = idList(ids);
  db.run(
    sql`DELETE FROM memos WHERE code_id IN (${list}) OR coding_id IN (SELECT id FROM codings WHERE code_id IN (${list}))`,
  );
  db.script('CREATE TEMP TABLE touched (id BLOB PRIMARY KEY) WITHOUT ROWID');
  db.run(sql`INSERT INTO touched SELECT DISTINCT passage_id FROM codings WHERE code_id IN (${list})`);
  db.run(sql`DELETE FROM codings WHERE code_id IN (${list})`);
  removeEmptyPassages(db, sql`SELECT id FROM touched`);
  db.script('DROP TABLE touched');
  db.run(sql`DELETE FROM reviews WHERE code_id IN (${list})`);
  db.run(sql`DELETE FROM code_labels WHERE code_id IN (${list})`);
  db.run(sql`DELETE FROM code_links WHERE code_id IN (${list}) OR other_code_id IN (${list})`);
  for (const code of ids.toReversed()) db.run(sql`DELETE FROM codes WHERE id = ${idBytes(code)}`);
}
