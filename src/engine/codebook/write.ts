import type { CodeFields } from '../../contract/codes.ts';
import { ColligoError, gone } from '../errors.ts';
import { counted } from '../find.ts';
import { rankBefore, ranksAfter } from '../order.ts';
import { idBytes, idText, newId } from '../store/ids.ts';
import type { Mutation, Writing } from '../store/mutate.ts';
import type { Project } from '../store/project.ts';
import { name as column, join, type Sql, sql } from '../store/sql.ts';
import { nextColour } from './colours.ts';
import { refuseLocked } from './lock.ts';
import { branch, type CodeNode, readTree } from './tree.ts';

/** A code to be made; what is left out is empty, codable, and of the next colour. */
export type NewCode = { readonly [Field in keyof CodeFields]?: CodeFields[Field] | undefined } & {
  readonly name: string;
  readonly parentId: string | null;
  readonly beforeId?: string | null | undefined;
  /** Its identity, where it comes from a file that gives one. */
  readonly id?: string | undefined;
};

/**
 * Adds a code within a step.
 * @returns its id
 * @throws ColligoError NOT_FOUND where the parent is gone; REFUSED while the codebook is locked
 */
export function insertCode({ db, actor, at }: Writing, code: NewCode): string {
  refuseLocked(db);
  if (code.parentId !== null && !db.get(sql`SELECT 1 FROM codes WHERE id = ${idBytes(code.parentId)}`))
    throw gone('code');
  const id = code.id === undefined ? newId() : idBytes(code.id);
  const used = db.all<{ colour: string }>(sql`SELECT colour FROM codes`).map((row) => row.colour);
  db.run(sql`
    INSERT INTO codes (id, parent_id, rank, name, definition, use_when, use_not_when, example, colour, codable, created_at, created_by)
    VALUES (${id}, ${code.parentId === null ? null : idBytes(code.parentId)}, ${rankAt(db, code.parentId, code.beforeId ?? null)}, ${code.name},
      ${code.definition ?? ''}, ${code.useWhen ?? ''}, ${code.useNotWhen ?? ''}, ${code.example ?? ''},
      ${code.colour ?? nextColour(used)}, ${code.codable === false ? 0 : 1}, ${at}, ${actor.id})`);
  return idText(id);
}

/** Adds a code as a step of its own. */
export function createCode(project: Project, code: NewCode): Mutation<string> {
  return project.write(
    { code: 'codes.create', label: `Create code “${code.name}”` },
    ['codes', 'reviews'],
    (writing) => insertCode(writing, code),
  );
}

const COLUMNS = {
  name: 'name',
  definition: 'definition',
  useWhen: 'use_when',
  useNotWhen: 'use_not_when',
  example: 'example',
  colour: 'colour',
  codable: 'codable',
} as const;

/**
 * Changes fields of a code.
 * @throws ColligoError NOT_FOUND
 */
export function updateCode(
  project: Project,
  id: string,
  fields: { [Key in keyof CodeFields]?: CodeFields[Key] | undefined },
): Mutation<void> {
  refuseLocked(project.db);
  const node = nodeOf(readTree(project.db), id);
  const keys = (Object.keys(COLUMNS) as (keyof typeof COLUMNS)[]).filter(
    (key) => fields[key] !== undefined && fields[key] !== node[key],
  );
  const renamed = fields.name !== undefined && fields.name !== node.name;
  const label = renamed
    ? `Rename code “${node.name}” to “${fields.name}”`
    : `Change ${describeFields(keys)} of code “${node.name}”`;
  return project.write(
    { code: renamed ? 'codes.rename' : 'codes.update', label },
    ['codes', 'passages', 'reviews'],
    ({ db }) => {
      if (keys.length === 0) return;
      const assignments = keys.map((key) => {
        const value = fields[key] ?? '';
        return sql`${column(COLUMNS[key])} = ${typeof value === 'boolean' ? Number(value) : value}`;
      });
      db.run(sql`UPDATE codes SET ${join(assignments)} WHERE id = ${idBytes(id)}`);
    },
  );
}

/**
 * Puts a code under another parent or elsewhere among its siblings.
 * @throws ColligoError NOT_FOUND; REFUSED where it would end up under itself
 */
export function moveCode(
  project: Project,
  id: string,
  parentId: string | null,
  beforeId: string | null,
): Mutation<void> {
  refuseLocked(project.db);
  const nodes = readTree(project.db);
  const node = nodeOf(nodes, id);
  const parent = parentId === null ? null : nodeOf(nodes, parentId);
  if (parentId !== null && branch(nodes, id).includes(parentId)) {
    throw new ColligoError('REFUSED', `“${node.name}” cannot go under itself or a code below it.`, {
      safe: 'Nothing was changed.',
      remedy: 'Move it under another code, or to the top level.',
    });
  }
  const label = parent
    ? `Move code “${node.name}” under “${parent.name}”`
    : `Move code “${node.name}” to the top level`;
  return project.write(
    { code: 'codes.move', label: node.parentId === parentId ? `Move code “${node.name}”` : label },
    ['codes'],
    ({ db }) => {
      if (node.parentId === parentId && staysInPlace(nodes, node, beforeId)) return;
      db.run(sql`UPDATE codes SET parent_id = ${parentId === null ? null : idBytes(parentId)}, rank = ${rankAt(db, parentId, beforeId, id)}
      WHERE id = ${idBytes(id)}`);
    },
  );
}

/** Removes a code, the codes under it, their codings, reviews and memos, and passages that are left with nothing. */
export function removeCode(project: Project, id: string): Mutation<void> {
  refuseLocked(project.db);
  const nodes = readTree(project.db);
  const node = nodeOf(nodes, id);
  const ids = branch(nodes, id);
  const { n } = project.db.one<{ n: number }>(
    sql`SELECT count(*) AS n FROM codings WHERE code_id IN (${idList(ids)})`,
  );
  const also = [
    ids.length > 1 ? `${counted(ids.length - 1, 'code')} under it` : '',
    n > 0 ? counted(n, 'coding') : '',
  ].filter(Boolean);
  const label = `Remove code “${node.name}”${also.length > 0 ? ` with ${also.join(' and ')}` : ''}`;
  return project.write(
    { code: 'codes.remove', label },
    ['codes', 'passages', 'documents', 'reviews', 'memos'],
    ({ db }) => {
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
    },
  );
}

/**
 * A passage with no coding, comment or memo left is nothing any more: it goes in the same step.
 * @param among a query for the ids of passages that lost something
 */
export function removeEmptyPassages(db: Sql, among: ReturnType<typeof sql>): void {
  const empty = sql`SELECT p.id FROM passages p WHERE p.id IN (${among}) AND p.comment = ''
    AND NOT EXISTS (SELECT 1 FROM codings c WHERE c.passage_id = p.id)
    AND NOT EXISTS (SELECT 1 FROM memos m WHERE m.passage_id = p.id)
    AND NOT EXISTS (SELECT 1 FROM memos m WHERE m.other_passage_id = p.id)`;
  db.run(sql`DELETE FROM anchors WHERE passage_id IN (${empty})`);
  db.run(sql`DELETE FROM passages WHERE id IN (${empty})`);
}

const idList = (ids: readonly string[]) => join(ids.map((id) => sql`${idBytes(id)}`));

function nodeOf(nodes: readonly CodeNode[], id: string): CodeNode {
  const node = nodes.find((candidate) => candidate.id === id);
  if (!node) throw gone('code');
  return node;
}

function staysInPlace(nodes: readonly CodeNode[], node: CodeNode, beforeId: string | null): boolean {
  const siblings = nodes.filter((other) => other.parentId === node.parentId);
  const next = siblings[siblings.findIndex((other) => other.id === node.id) + 1];
  return beforeId === node.id || beforeId === (next?.id ?? null);
}

function rankAt(db: Sql, parentId: string | null, beforeId: string | null, except?: string): string {
  const parent = parentId === null ? null : idBytes(parentId);
  if (beforeId === null) {
    // Asking for the last one alone keeps the import of a large taxonomy linear.
    const last = db.get<{ rank: string }>(sql`
      SELECT rank FROM codes WHERE parent_id IS ${parent} AND id IS NOT ${except === undefined ? null : idBytes(except)}
      ORDER BY rank DESC LIMIT 1`);
    return ranksAfter(last?.rank ?? null, 1)[0] ?? '';
  }
  const siblings = db
    .all<{ id: Uint8Array; rank: string }>(
      sql`SELECT id, rank FROM codes WHERE parent_id IS ${parent} ORDER BY rank, id`,
    )
    .map((row) => ({ id: idText(row.id), rank: row.rank }));
  return rankBefore(
    siblings.filter((sibling) => sibling.id !== except),
    beforeId,
  );
}

function describeFields(keys: readonly (keyof CodeFields)[]): string {
  const words: Record<keyof CodeFields, string> = {
    name: 'name',
    definition: 'definition',
    useWhen: '“use when”',
    useNotWhen: '“use not when”',
    example: 'example',
    colour: 'colour',
    codable: 'kind',
  };
  return keys.map((key) => words[key]).join(', ') || 'nothing';
}
