import { ColligoError } from '../errors.ts';
import { counted } from '../find.ts';
import { type IdBytes, idBytes, newId } from '../store/ids.ts';
import type { Mutation, Writing } from '../store/mutate.ts';
import type { Project } from '../store/project.ts';
import { sql } from '../store/sql.ts';
import { addLabel } from './labels.ts';
import { refuseLocked } from './lock.ts';
import { nodeOf } from './pick.ts';
import { type CodeNode, readTree } from './tree.ts';
import { insertCode } from './write.ts';

/** A code that takes a part of another: one that is there, or one to be made. */
export type Part =
  | { readonly code: string }
  | {
      readonly name: string;
      readonly parentId: string | null;
      readonly beforeId?: string | null | undefined;
    };

/** Which parts a coding goes to. */
export interface Assignment {
  readonly coding: string;
  /** Numbers of parts, from 0; at least one. */
  readonly parts: readonly number[];
  /** Whether the coding stays with the code as well. */
  readonly stays: boolean;
}

interface Coding {
  readonly id: Uint8Array;
  readonly passage_id: Uint8Array;
  readonly weight: number | null;
}

/**
 * Gives codings of a code to other codes, as one step. A coding goes to its first part with its weight, its date and its
 * memos; for each further part there is a new one. What goes to no part stays. Only codings of the present coder are given
 * away: which part of a code a passage belongs to is a judgement, and everybody makes their own.
 * @returns the codes of the parts, how many codings went, and how many more there are now because some went to several
 * @throws ColligoError NOT_FOUND; REFUSED for a part that only groups or is the code itself, for a coding that is not of
 * this code and this coder, and while the codebook is locked
 */
export function splitCode(
  project: Project,
  id: string,
  parts: readonly Part[],
  assignments: readonly Assignment[],
  note = '',
): Mutation<{ codeIds: string[]; moved: number; added: number }> {
  refuseLocked(project.db);
  const nodes = readTree(project.db);
  const node = nodeOf(nodes, id);
  const names = parts.map((part) => checkedName(nodes, node, part));
  const shown =
    names.length > 3 ? counted(names.length, 'code') : names.map((name) => `“${name}”`).join(', ');
  const step = { code: 'codes.split', label: `Split code “${node.name}” into ${shown}` };
  return project.write(step, ['codes', 'passages', 'documents', 'reviews', 'memos'], (writing) => {
    const codeIds = parts.map((part) => ('code' in part ? part.code : makePart(writing, node, part)));
    let moved = 0;
    let added = 0;
    for (const { coding, parts: chosen, stays } of assignments) {
      const own = ownCodingOf(writing, node, coding);
      const to = chosen.map((part) => idBytes(codeIds[part] ?? ''));
      const [first, ...others] = stays ? [null, ...to] : to;
      // The copies come first: they take the weight from the coding as it is.
      for (const code of others) if (code && addCopy(writing, own, code)) added++;
      if (first) giveTo(writing, own, first);
      if (first) moved++;
    }
    remember(writing, node, parts, codeIds, names, note);
    return { codeIds, moved, added };
  });
}

function checkedName(nodes: readonly CodeNode[], split: CodeNode, part: Part): string {
  if (!('code' in part)) return part.name;
  const node = nodeOf(nodes, part.code);
  const refused = (message: string) =>
    new ColligoError('REFUSED', message, {
      safe: 'Nothing was changed.',
      remedy: 'Choose another code, or make one.',
    });
  if (node.id === split.id) throw refused(`“${node.name}” cannot be a part of itself.`);
  if (!node.codable) throw refused(`“${node.name}” only groups other codes, so it cannot take a part.`);
  return node.name;
}

/** A new part looks like the code, and says nothing yet: what it means is to be written. */
const makePart = (writing: Writing, node: CodeNode, part: Exclude<Part, { code: string }>): string =>
  insertCode(writing, { ...part, colour: node.colour });

function ownCodingOf({ db, actor }: Writing, node: CodeNode, coding: string): Coding {
  const own = db.get<Coding>(sql`SELECT id, passage_id, weight FROM codings
    WHERE id = ${idBytes(coding)} AND code_id = ${idBytes(node.id)} AND coder_id = ${actor.id}`);
  if (own) return own;
  throw new ColligoError(
    'REFUSED',
    `Some of these codings with “${node.name}” are not there, or not yours.`,
    {
      safe: 'Nothing was changed.',
      remedy: 'Open the code again; only your own codings can be given to its parts.',
    },
  );
}

/** The coding by this coder of a code on the same passage. */
const twinOf = (
  { db, actor }: Writing,
  { passage_id }: Coding,
  code: IdBytes,
): { id: Uint8Array } | undefined =>
  db.get(sql`SELECT id FROM codings
    WHERE passage_id = ${passage_id} AND code_id = ${code} AND coder_id = ${actor.id}`);

/** @returns whether it was not there already */
function addCopy(writing: Writing, coding: Coding, code: IdBytes): boolean {
  if (twinOf(writing, coding, code)) return false;
  const { db, actor, at } = writing;
  db.run(sql`INSERT INTO codings (id, passage_id, code_id, coder_id, weight, created_at)
    VALUES (${newId()}, ${coding.passage_id}, ${code}, ${actor.id}, ${coding.weight}, ${at})`);
  return true;
}

/** Where the coder has the other code on the passage already, the two become one. */
function giveTo(writing: Writing, coding: Coding, code: IdBytes): void {
  const { db } = writing;
  const twin = twinOf(writing, coding, code);
  if (!twin) {
    db.run(sql`UPDATE codings SET code_id = ${code} WHERE id = ${coding.id}`);
    return;
  }
  db.run(sql`UPDATE memos SET coding_id = ${twin.id} WHERE coding_id = ${coding.id}`);
  db.run(sql`UPDATE codings SET weight = ${coding.weight}
    WHERE id = ${twin.id} AND weight IS NULL AND ${coding.weight} IS NOT NULL`);
  db.run(sql`DELETE FROM codings WHERE id = ${coding.id}`);
}

/** Each code says in its changes what became of it, and why. */
function remember(
  writing: Writing,
  node: CodeNode,
  parts: readonly Part[],
  codeIds: readonly string[],
  names: readonly string[],
  note: string,
): void {
  const why = note.trim() === '' ? '.' : `: ${note.trim()}`;
  const say = (code: string, text: string) =>
    addLabel(writing, idBytes(code), { kind: 'change', language: '', text: text + why });
  if (parts.length > 0) say(node.id, `Split into ${names.map((name) => `“${name}”`).join(', ')}`);
  parts.forEach((part, index) => {
    if (!('code' in part)) say(codeIds[index] ?? '', `Split from “${node.name}”`);
  });
}
