import type { CodingVersion } from '../../../contract/codebook-versions.ts';
import { idBytes, idText } from '../../store/ids.ts';
import { type Sql, sql } from '../../store/sql.ts';
import { SAID_WHY } from '../page/said-why.ts';

/**
 * Says under which version of the codebook each coding of a passage was made: the newest one that had been named by then,
 * and whether the codebook was changed between the two. Words for why a code was changed are no change of it, and neither
 * is what had been taken back by then.
 * @returns nothing where no version was ever named
 */
export function versionsOfPassage(db: Sql, passage: string): CodingVersion[] {
  const versions = db
    .all<{ id: Uint8Array; name: string; at: string }>(
      sql`SELECT id, name, created_at AS at FROM codebook_versions ORDER BY created_at DESC, id DESC`,
    )
    .map(({ id, ...version }) => ({ id: idText(id), ...version }));
  if (versions.length === 0) return [];
  const codings = db.all<{ id: Uint8Array; at: string }>(
    sql`SELECT id, created_at AS at FROM codings WHERE passage_id = ${idBytes(passage)} ORDER BY created_at, id`,
  );
  return codings.map(({ id, at }) => {
    const version = versions.find((each) => each.at <= at);
    return {
      codingId: idText(id),
      version: version ? { id: version.id, name: version.name } : null,
      hasChanged: version !== undefined && hasChanged(db, version.at, at),
    };
  });
}

/** Whether a step between two moments changed the codebook, and was in force at the latter. */
function hasChanged(db: Sql, from: string, to: string): boolean {
  const found = db.get(sql`
    SELECT 1 FROM steps s WHERE s.kind IN ('do', 'merge') AND s.at > ${from} AND s.at <= ${to}
      AND coalesce((SELECT t.kind FROM steps t WHERE t.target_id = s.id AND t.at <= ${to} ORDER BY t.seq DESC LIMIT 1), '') <> 'undo'
      AND EXISTS (SELECT 1 FROM changes c WHERE c.step_seq = s.seq AND c.table_name IN ('codes', 'code_labels', 'code_links')
        AND s.code <> ${SAID_WHY} AND s.code NOT GLOB ${`${SAID_WHY} *`})
    LIMIT 1`);
  return found !== undefined;
}
