import { ColligoError } from '../../errors.ts';
import { counted } from '../../find.ts';
import { type IdBytes, idBytes } from '../../store/ids.ts';
import type { Mutation, Writing } from '../../store/mutate.ts';
import type { Project } from '../../store/project.ts';
import { type Sql, sql } from '../../store/sql.ts';
import { addLabel } from '../labels.ts';
import { refuseLocked } from '../lock.ts';
import { meaningOf } from '../meaning.ts';
import { idList, namesOf, nodeOf, nodesOf } from '../pick.ts';
import { ranksAt } from '../place.ts';
import { branch, type CodeNode, readTree } from '../tree.ts';
import { countCodings, mergeCodings } from './codings.ts';
import { mergeLinks } from './links.ts';
import { countReviews, mergeReviews } from './reviews.ts';
import { appended, mergeWords } from './words.ts';

/** How codes become one. */
export interface MergeChoices {
  /** Whether names of the merged codes become aliases of the one that stays. */
  readonly aliases: boolean;
  /** Whether what they say is added to what the one that stays says; else it says what it said. */
  readonly append: boolean;
  /** Why; empty for no reason given. */
  readonly note: string;
}

/** What a merge does, in numbers. */
export interface MergeNumbers {
  /** Codings, of whichever coder, that become codings of the code that stays. */
  readonly follow: number;
  /** Codings that go, since their coder has the code that stays, or another of the merged, on that passage already. */
  readonly already: number;
  readonly memos: number;
  /** Codes that come to stand under the one that stays. */
  readonly children: number;
  /** Reviews of the code that stays afterwards, and those of them that count as not judged until somebody looks again. */
  readonly reviews: number;
  readonly stale: number;
}

interface Merging {
  readonly nodes: readonly CodeNode[];
  readonly merged: readonly CodeNode[];
  readonly into: CodeNode;
}

/** @throws ColligoError NOT_FOUND; REFUSED for a code into itself, and for codings into a code that only groups */
function checked(db: Sql, ids: readonly string[], intoId: string): Merging {
  const nodes = readTree(db);
  const into = nodeOf(nodes, intoId);
  const merged = nodesOf(nodes, ids);
  const refused = (message: string, remedy: string) =>
    new ColligoError('REFUSED', message, { safe: 'Nothing was changed.', remedy });
  if (merged.includes(into)) {
    throw refused(`“${into.name}” cannot be merged into itself.`, 'Choose another code that stays.');
  }
  const isCoded = db.get(sql`SELECT 1 FROM codings WHERE code_id IN (${idList(ids)}) LIMIT 1`);
  if (!into.codable && isCoded) {
    throw refused(
      `“${into.name}” only groups other codes, so it cannot take the codings of ${namesOf(merged)}.`,
      'Make it codable first, or merge into another code.',
    );
  }
  return { nodes, merged, into };
}

/** The code that stays, as it will read. */
const afterwards = ({ merged, into }: Merging, { append }: MergeChoices): CodeNode =>
  append ? { ...into, ...appended(into, merged) } : into;

/** Codes under the merged ones that stay. */
const orphans = ({ nodes, merged, into }: Merging): CodeNode[] => {
  const ids = new Set(merged.map(({ id }) => id));
  return nodes.filter(
    (node) => node.parentId !== null && ids.has(node.parentId) && !ids.has(node.id) && node !== into,
  );
};

/**
 * Says beforehand what `mergeCodes` would do.
 * @throws ColligoError as it does, but for a locked codebook
 */
export function mergeNumbers(
  db: Sql,
  ids: readonly string[],
  intoId: string,
  choices: MergeChoices,
): MergeNumbers {
  const merging = checked(db, ids, intoId);
  const { merged, into } = merging;
  const list = idList(merged.map(({ id }) => id));
  const after = meaningOf(afterwards(merging, choices));
  return {
    ...countCodings(db, list, idBytes(into.id)),
    ...countReviews(db, [into, ...merged], after),
    memos: db.one<{ n: number }>(sql`SELECT count(*) AS n FROM memos WHERE code_id IN (${list})`).n,
    children: orphans(merging).length,
  };
}

/**
 * Makes several codes one, as one step. Codings follow with their coders and dates, also those of others: what is merged is
 * what a code means, and nobody's judgement of a passage becomes another. So do memos, links and other words; codes under
 * the merged ones come to stand under the one that stays, and that one takes the place of a merged code that it stands under.
 * A review stands where its coder had looked for all that was merged (`mergeReviews`).
 * @returns how many codings followed and how many were there already
 * @throws ColligoError NOT_FOUND; REFUSED for a code into itself, for codings into a code that only groups, and while the
 * codebook is locked
 */
export function mergeCodes(
  project: Project,
  ids: readonly string[],
  intoId: string,
  choices: MergeChoices,
): Mutation<{ followed: number; already: number }> {
  refuseLocked(project.db);
  const merging = checked(project.db, ids, intoId);
  const { merged, into } = merging;
  const what = merged.length > 3 ? namesOf(merged) : `code${merged.length > 1 ? 's' : ''} ${namesOf(merged)}`;
  const step = { code: 'codes.merge', label: `Merge ${what} into “${into.name}”` };
  return project.write(step, ['codes', 'passages', 'documents', 'reviews', 'memos'], (writing) => {
    const { db } = writing;
    const target = idBytes(into.id);
    const gone = merged.map(({ id }) => id);
    const list = idList(gone);
    const after = afterwards(merging, choices);
    moveBranches(writing, merging);
    const codings = mergeCodings(db, list, target);
    db.run(sql`UPDATE memos SET code_id = ${target} WHERE code_id IN (${list})`);
    mergeReviews(db, [into, ...merged], meaningOf(after));
    mergeWords(writing, merging, choices);
    mergeLinks(db, list, target);
    if (choices.append) {
      db.run(sql`UPDATE codes SET definition = ${after.definition}, use_when = ${after.useWhen},
        use_not_when = ${after.useNotWhen}, example = ${after.example} WHERE id = ${target}`);
    }
    rememberWhy(writing, target, merged, choices.note);
    for (const id of gone.toReversed()) db.run(sql`DELETE FROM codes WHERE id = ${idBytes(id)}`);
    writing.describe(`${step.label}, with ${counted(codings.followed + codings.already, 'coding')}`);
    return codings;
  });
}

/** Puts the codes under the merged ones under the one that stays, which first leaves a branch that goes. */
function moveBranches({ db }: Writing, merging: Merging): void {
  const { nodes, merged, into } = merging;
  const above = merged.find((node) => branch(nodes, node.id).includes(into.id));
  if (above) {
    const [rank] = ranksAt(db, above.parentId, above.id, 1);
    const parent = above.parentId === null ? null : idBytes(above.parentId);
    db.run(
      sql`UPDATE codes SET parent_id = ${parent}, rank = ${rank ?? above.rank} WHERE id = ${idBytes(into.id)}`,
    );
  }
  const moved = orphans(merging);
  const ranks = ranksAt(db, into.id, null, moved.length);
  moved.forEach(({ id }, index) => {
    db.run(
      sql`UPDATE codes SET parent_id = ${idBytes(into.id)}, rank = ${ranks[index] ?? ''} WHERE id = ${idBytes(id)}`,
    );
  });
}

function rememberWhy(writing: Writing, code: IdBytes, merged: readonly CodeNode[], note: string): void {
  const what = `Merged with ${merged.map(({ name }) => `“${name}”`).join(', ')}`;
  const text = note.trim() === '' ? `${what}.` : `${what}: ${note.trim()}`;
  addLabel(writing, code, { kind: 'change', language: '', text });
}
