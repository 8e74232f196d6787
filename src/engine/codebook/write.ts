import type { CodeFields } from '../../contract/codes.ts';
import { gone } from '../errors.ts';
import { idBytes, idText, newId } from '../store/ids.ts';
import type { Mutation, Writing } from '../store/mutate.ts';
import type { Project } from '../store/project.ts';
import { name as column, join, type Sql, sql } from '../store/sql.ts';
import { nextColour } from './colours.ts';
import { refuseLocked } from './lock.ts';
import { nodeOf } from './pick.ts';
import { rankAt } from './place.ts';
import { readTree } from './tree.ts';

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
