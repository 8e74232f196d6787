import { basename } from 'node:path';
import { describeFailure } from '../dataset/output/failure.ts';
import { openOutput } from '../dataset/output/open.ts';
import type { Output } from '../dataset/output/output.ts';
import { ColligoError } from '../errors.ts';
import { counted } from '../find.ts';
import { idBytes } from '../store/ids.ts';
import type { Mutation } from '../store/mutate.ts';
import type { Project } from '../store/project.ts';
import { type Sql, sql } from '../store/sql.ts';
import { attachmentBytes, listAttachments } from './read.ts';

const gone = () =>
  new ColligoError('NOT_FOUND', 'This file is not kept with the project any more.', {
    safe: 'Nothing was changed.',
  });

/**
 * Writes a kept file as it is.
 * @param db a connection of its own
 * @throws ColligoError NOT_FOUND, DISK, CANCELLED; what was at the target is then as it was
 */
export async function saveAttachment(
  db: Sql,
  target: string,
  id: string,
  signal?: AbortSignal,
): Promise<{ name: string; bytes: number; sha256: string }> {
  let output: Output | undefined;
  try {
    const content = attachmentBytes(db, id);
    if (!content) throw gone();
    output = await openOutput(target, true, signal);
    const { bytes, sha256 } = await output.write(basename(target), content);
    await output.finish();
    return { name: basename(target), bytes, sha256 };
  } catch (error) {
    await output?.abandon();
    throw describeFailure(error, target);
  }
}

/**
 * Removes kept files as one step; their bytes stay until nothing could bring them back.
 * @throws ColligoError NOT_FOUND
 */
export function removeAttachments(project: Project, ids: readonly string[]): Mutation<void> {
  const known = new Map(listAttachments(project.db).map(({ id, name }) => [id, name]));
  const names = ids.map((id) => known.get(id));
  if (names.includes(undefined)) throw gone();
  const [first] = names;
  const label =
    ids.length === 1 ? `Remove the kept file “${first}”` : `Remove ${counted(ids.length, 'kept file')}`;
  return project.write({ code: 'attachments.remove', label }, ['documents'], ({ db }) => {
    for (const id of ids) db.run(sql`DELETE FROM attachments WHERE id = ${idBytes(id)}`);
  });
}
