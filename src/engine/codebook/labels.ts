import { ranksAfter } from '../order.ts';
import { type IdBytes, idBytes, idText, newId } from '../store/ids.ts';
import type { Mutation, Writing } from '../store/mutate.ts';
import type { Project } from '../store/project.ts';
import { type Sql, sql } from '../store/sql.ts';
import { refuseLocked } from './lock.ts';
import { nodeOf } from './pick.ts';
import { readTree } from './tree.ts';
import type { CodeLabel } from './whole.ts';

/** Kinds that a person sets as a whole; why a code was changed is only ever added to. */
export type SetKind = Exclude<CodeLabel['kind'], 'change'>;

/** @returns what else a code is called and said of, by kind and in order */
export function labelsOf(db: Sql, code: string): CodeLabel[] {
  return db.all<CodeLabel>(
    sql`SELECT kind, language, text FROM code_labels WHERE code_id = ${idBytes(code)} ORDER BY kind, rank, id`,
  );
}

/** What a code is found by besides its name. */
export interface OtherWords {
  readonly notation?: string;
  /** Aliases and names in other languages, then words that are only there to find it by. */
  readonly also?: readonly string[];
}

/** @returns the other words of every code that has some, by its id */
export function otherWords(db: Sql): Map<string, OtherWords> {
  const words = new Map<string, { notation?: string; also?: string[] }>();
  for (const { code_id, kind, text } of db.all<{ code_id: Uint8Array; kind: string; text: string }>(sql`
    SELECT code_id, kind, text FROM code_labels WHERE kind IN ('alias', 'name', 'hidden', 'notation')
    ORDER BY code_id, kind = 'hidden', kind, rank, id`)) {
    const id = idText(code_id);
    const known = words.get(id) ?? {};
    words.set(id, known);
    if (kind !== 'notation') {
      known.also ??= [];
      known.also.push(text);
    } else if (known.notation === undefined) known.notation = text;
    else known.also = [...(known.also ?? []), text];
  }
  return words;
}

/**
 * Adds a label after those of its kind, within a step; one that the code has already is not added again.
 * @param text not empty
 */
export function addLabel(
  { db, actor, at }: Writing,
  code: Uint8Array,
  { kind, language, text }: CodeLabel,
): void {
  const there = db.get(sql`SELECT 1 FROM code_labels
    WHERE code_id = ${code} AND kind = ${kind} AND language = ${language} AND text = ${text}`);
  // The same reason for two changes is two reasons.
  if (there && kind !== 'change') return;
  db.run(sql`INSERT INTO code_labels (id, code_id, kind, language, text, rank, created_at, created_by)
    VALUES (${newId()}, ${code}, ${kind}, ${language}, ${text}, ${rankAfterLast(db, code, kind)}, ${at}, ${actor.id})`);
}

/** @returns the rank of a label that comes after those of its kind */
export function rankAfterLast(db: Sql, code: Uint8Array, kind: CodeLabel['kind']): string {
  const last = db.get<{ rank: string }>(
    sql`SELECT rank FROM code_labels WHERE code_id = ${code} AND kind = ${kind} ORDER BY rank DESC LIMIT 1`,
  );
  return ranksAfter(last?.rank ?? null, 1)[0] ?? '';
}

/**
 * Says what else a code is called and said of: all labels of these kinds, in order. What stays as it is keeps its identity.
 * @param kinds which of the kinds are said; others are left alone
 * @param labels spaces at their ends do not count, and what is said twice is said once
 * @throws ColligoError NOT_FOUND; REFUSED while the codebook is locked
 */
export function setLabels(
  project: Project,
  code: string,
  kinds: readonly SetKind[],
  labels: readonly CodeLabel[],
): Mutation<void> {
  refuseLocked(project.db);
  const { name } = nodeOf(readTree(project.db), code);
  const step = { code: 'codes.label', label: `Change ${describeKinds(kinds)} of code “${name}”` };
  return project.write(step, ['codes'], (writing) => {
    for (const kind of kinds) setKind(writing, idBytes(code), kind, labels);
  });
}

function setKind(
  { db, actor, at }: Writing,
  code: IdBytes,
  kind: SetKind,
  labels: readonly CodeLabel[],
): void {
  const wanted = new Map<string, CodeLabel>();
  for (const { text, ...label } of labels) {
    const trimmed = text.trim();
    const key = `${label.language} ${trimmed}`;
    if (label.kind === kind && trimmed !== '' && !wanted.has(key))
      wanted.set(key, { ...label, text: trimmed });
  }
  const there = db.all<{ id: Uint8Array; language: string; text: string }>(
    sql`SELECT id, language, text FROM code_labels WHERE code_id = ${code} AND kind = ${kind} ORDER BY rank, id`,
  );
  const known = there.map(({ language, text }) => `${language} ${text}`);
  if (known.join('\n') === [...wanted.keys()].join('\n')) return;
  const ranks = ranksAfter(null, wanted.size);
  for (const [index, { id }] of there.entries()) {
    if (!wanted.has(known[index] ?? '')) db.run(sql`DELETE FROM code_labels WHERE id = ${id}`);
  }
  for (const [index, [key, { language, text }]] of [...wanted].entries()) {
    const rank = ranks[index] ?? '';
    const before = there[known.indexOf(key)];
    if (before)
      db.run(sql`UPDATE code_labels SET rank = ${rank} WHERE id = ${before.id} AND rank <> ${rank}`);
    else
      db.run(sql`INSERT INTO code_labels (id, code_id, kind, language, text, rank, created_at, created_by)
        VALUES (${newId()}, ${code}, ${kind}, ${language}, ${text}, ${rank}, ${at}, ${actor.id})`);
  }
}

function describeKinds(kinds: readonly SetKind[]): string {
  const words: Record<SetKind, string> = {
    alias: 'aliases',
    hidden: 'words to find it by',
    notation: 'notation',
    name: 'names in other languages',
    definition: 'definitions in other languages',
    note: 'notes',
    example: 'examples in other languages',
  };
  return kinds.map((kind) => words[kind]).join(', ') || 'nothing';
}
