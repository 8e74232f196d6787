import { insertCode, removeEmptyPassages } from '../codebook/write.ts';
import { counted } from '../find.ts';
import { idBytes, idText } from '../store/ids.ts';
import type { Mutation, Writing } from '../store/mutate.ts';
import type { Project } from '../store/project.ts';
import { sql } from '../store/sql.ts';
import { type CodeToMake, codableName } from './apply.ts';
import { placedAs } from './place.ts';
import { type OwnCoding, ownCoding } from './write.ts';

/**
 * Gives codings of the present coder another code, as one step. Their weights and memos stay with them, and the comment
 * with the passage. Where the coder has applied the other code to the same words already, the two become one.
 * @param by the other code, or one to make on the way
 * @returns the other code
 * @throws ColligoError NOT_FOUND; REFUSED for a code that only groups, or a coding that is another coder's
 */
export function replaceCode(
  project: Project,
  codings: readonly string[],
  by: { readonly code: string } | { readonly create: CodeToMake },
): Mutation<{ codeId: string }> {
  const own = codings.map((id) => ownCoding(project, id));
  const name = 'code' in by ? codableName(project.db, by.code) : by.create.name;
  const names = [...new Set(own.map(({ code }) => code))];
  const what = names.length <= 3 ? names.join(', ') : counted(names.length, 'code');
  const passages = new Set(own.map((coding) => idText(coding.passage_id))).size;
  const label = `Replace ${what} with ${name} on ${counted(passages, 'passage')}`;
  return project.write(
    { code: 'codings.replace', label },
    ['passages', 'documents', 'codes', 'reviews', 'memos'],
    (writing) => {
      const codeId = 'code' in by ? by.code : insertCode(writing, by.create);
      for (const coding of own) recode(writing, coding, idBytes(codeId));
      return { codeId };
    },
  );
}

/** The code changes on the coding itself, so that all that hangs on it stays. */
function recode({ db, actor }: Writing, { id, passage_id }: OwnCoding, code: Uint8Array): void {
  const like = placedAs(db, passage_id).all.flatMap(
    (passage) =>
      db.get<{ id: Uint8Array }>(sql`
        SELECT id FROM codings WHERE passage_id = ${passage} AND code_id = ${code} AND coder_id = ${actor.id}`) ??
      [],
  )[0];
  if (!like) {
    db.run(sql`UPDATE codings SET code_id = ${code} WHERE id = ${id}`);
    return;
  }
  if (idText(like.id) === idText(id)) return;
  db.run(sql`UPDATE memos SET coding_id = ${like.id} WHERE coding_id = ${id}`);
  // What the one says already is not spoken over; the other's weight is kept where it says nothing.
  db.run(sql`UPDATE codings SET weight = coalesce(weight, (SELECT weight FROM codings WHERE id = ${id}))
    WHERE id = ${like.id}`);
  db.run(sql`DELETE FROM codings WHERE id = ${id}`);
  removeEmptyPassages(db, sql`SELECT ${passage_id}`);
}
