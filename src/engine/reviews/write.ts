import { meaningOf } from '../codebook/meaning.ts';
import { rememberState } from '../codebook/state.ts';
import { readTree } from '../codebook/tree.ts';
import { loadCurrent } from '../documents/load.ts';
import { titleOf } from '../documents/write.ts';
import { gone } from '../errors.ts';
import { counted } from '../find.ts';
import { idBytes, newId } from '../store/ids.ts';
import type { Mutation } from '../store/mutate.ts';
import type { Project } from '../store/project.ts';
import { sql } from '../store/sql.ts';

/**
 * Says, or takes back, that the present coder has looked for codes in the current version of a document. A review of a
 * code that was redefined since is renewed.
 * @throws ColligoError NOT_FOUND
 */
export function setReviews(
  project: Project,
  document: string,
  codes: readonly string[],
  reviewed: boolean,
): Mutation<void> {
  const id = idBytes(document);
  const { versionId } = loadCurrent(project.db, id);
  const nodes = new Map(readTree(project.db).map((node) => [node.id, node]));
  const chosen = codes.map((code) => {
    const node = nodes.get(code);
    if (!node) throw gone('code');
    return node;
  });
  const what = chosen.length === 1 ? (chosen[0]?.name ?? '') : counted(chosen.length, 'code');
  const label = `${reviewed ? 'Mark' : 'Unmark'} ${what} as reviewed in “${titleOf(project.db, id)}”`;
  return project.write(
    { code: reviewed ? 'reviews.set' : 'reviews.clear', label },
    ['reviews'],
    (writing) => {
      const { db, actor, at } = writing;
      // Remembered with the first review that is new, so that saying again what was said changes nothing.
      let state: Uint8Array | null = null;
      for (const node of chosen) {
        const where = sql`version_id = ${versionId} AND code_id = ${idBytes(node.id)} AND coder_id = ${actor.id}`;
        if (!reviewed) {
          db.run(sql`DELETE FROM reviews WHERE ${where}`);
          continue;
        }
        const meaning = meaningOf(node);
        const known = db.get<{ meaning_sha256: Buffer }>(
          sql`SELECT meaning_sha256 FROM reviews WHERE ${where}`,
        );
        if (known?.meaning_sha256.equals(meaning)) continue;
        state ??= rememberState(writing);
        db.run(sql`DELETE FROM reviews WHERE ${where}`);
        db.run(sql`
        INSERT INTO reviews (id, version_id, code_id, coder_id, codebook_state_id, meaning_sha256, created_at)
        VALUES (${newId()}, ${versionId}, ${idBytes(node.id)}, ${actor.id}, ${state}, ${meaning}, ${at})`);
      }
    },
  );
}
