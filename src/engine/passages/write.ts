import { removeEmptyPassages } from '../codebook/write.ts';
import { ColligoError, gone } from '../errors.ts';
import { counted } from '../find.ts';
import { idBytes, idText } from '../store/ids.ts';
import type { Mutation } from '../store/mutate.ts';
import type { Project } from '../store/project.ts';
import { type Sql, sql } from '../store/sql.ts';

/** A coding with what a sentence about it names. */
export interface OwnCoding {
  readonly id: Uint8Array;
  readonly passage_id: Uint8Array;
  readonly coder_id: Uint8Array;
  readonly code: string;
  readonly coder: string;
}

/**
 * Takes back codings of the present coder, as one step; passages left with nothing go with them.
 * @throws ColligoError NOT_FOUND; REFUSED where one is another coder's: nobody changes another's judgement
 */
export function removeCodings(project: Project, codings: readonly string[]): Mutation<void> {
  const own = codings.map((id) => ownCoding(project, id));
  const names = [...new Set(own.map((coding) => coding.code))];
  const passages = new Set(own.map((coding) => idText(coding.passage_id))).size;
  const what = names.length <= 3 ? names.join(', ') : counted(names.length, 'code');
  const label = `Remove ${what} from ${counted(passages, 'passage')}`;
  return project.write(
    { code: 'codings.remove', label },
    ['passages', 'documents', 'codes', 'reviews', 'memos'],
    ({ db }) => {
      for (const coding of own) {
        db.run(sql`DELETE FROM memos WHERE coding_id = ${coding.id}`);
        db.run(sql`DELETE FROM codings WHERE id = ${coding.id}`);
      }
      for (const coding of own) removeEmptyPassages(db, sql`SELECT ${coding.passage_id}`);
    },
  );
}

/** Sets or clears the weight of one of the present coder's codings; throws as `removeCodings` does. */
export function weighCoding(project: Project, coding: string, weight: number | null): Mutation<void> {
  const own = ownCoding(project, coding);
  const label = weight === null ? `Clear the weight of ${own.code}` : `Weigh ${own.code} ${weight}`;
  return project.write({ code: 'codings.weigh', label }, ['passages'], ({ db }) => {
    db.run(sql`UPDATE codings SET weight = ${weight} WHERE id = ${own.id}`);
  });
}

/**
 * Changes the comment of a passage; an empty one on a passage with nothing else takes the passage away.
 * @throws ColligoError NOT_FOUND
 */
export function commentPassage(project: Project, passage: string, comment: string): Mutation<void> {
  const id = idBytes(passage);
  const row = passageRow(project.db, id);
  const verb = comment === '' ? 'Remove' : row.comment === '' ? 'Write' : 'Change';
  return project.write(
    { code: 'passages.comment', label: `${verb} the comment of a passage` },
    ['passages'],
    ({ db }) => {
      db.run(sql`UPDATE passages SET comment = ${comment} WHERE id = ${id}`);
      removeEmptyPassages(db, sql`SELECT ${id}`);
    },
  );
}

/**
 * Finds a coding that the present coder may change.
 * @throws ColligoError NOT_FOUND; REFUSED where it is another coder's
 */
export function ownCoding(project: Project, coding: string): OwnCoding {
  const row = project.db.get<OwnCoding>(sql`
    SELECT c.id, c.passage_id, c.coder_id, codes.name AS code, coders.name AS coder
    FROM codings c JOIN codes ON codes.id = c.code_id JOIN coders ON coders.id = c.coder_id WHERE c.id = ${idBytes(coding)}`);
  if (!row) throw gone('coding');
  if (project.actor && idText(row.coder_id) !== idText(project.actor.id)) {
    throw new ColligoError(
      'REFUSED',
      `${row.coder} applied ${row.code} here, and only ${row.coder} can change that.`,
      {
        safe: 'Nothing was changed.',
        remedy: 'Add a judgement of your own beside it.',
      },
    );
  }
  return row;
}

function passageRow(db: Sql, id: Uint8Array): { comment: string } {
  const row = db.get<{ comment: string }>(sql`SELECT comment FROM passages WHERE id = ${id}`);
  if (!row) throw gone('passage');
  return row;
}
