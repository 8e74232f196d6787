import { basename } from 'node:path';
import type { ProjectState } from '../../contract/project.ts';
import { lockedAs } from '../codebook/lock.ts';
import { SAMPLE_ID } from '../sample/names.ts';
import { idText } from '../store/ids.ts';
import type { Project } from '../store/project.ts';
import { sql } from '../store/sql.ts';
import { newestStep, redoable, showStep, undoable } from '../store/steps.ts';
import { showFolder } from './recent.ts';

/** @returns how an open project stands, for its title bar and status line */
export function stateOf(project: Project): ProjectState {
  const { db, actor } = project;
  const row = db.one<{ id: Uint8Array; title: string; description: string }>(
    sql`SELECT id, title, description FROM projects LIMIT 1`,
  );
  const counts = db.one<ProjectState['counts']>(sql`
    SELECT (SELECT count(*) FROM documents) AS documents, (SELECT count(*) FROM codes) AS codes,
      (SELECT count(*) FROM passages) AS passages, (SELECT count(*) FROM codings) AS codings`);
  const undo = undoable(db);
  const redo = redoable(db)?.target;
  return {
    id: idText(row.id),
    isSample: idText(row.id) === SAMPLE_ID,
    title: row.title,
    description: row.description,
    fileName: basename(project.path),
    folder: showFolder(project.path),
    coder: actor ? { id: idText(actor.id), name: actor.name, kind: 'person' } : null,
    counts,
    readOnly: project.readOnly,
    lockedAs: lockedAs(db),
    warnings: [...project.warnings],
    undo: undo ? showStep(undo) : null,
    redo: redo ? showStep(redo) : null,
    savedAt: newestStep(db)?.at ?? null,
  };
}

/** Changes the title or description of the project. */
export function renameProject(
  project: Project,
  fields: { title?: string | undefined; description?: string | undefined },
) {
  const label =
    fields.title === undefined
      ? 'Change the description of the project'
      : `Rename the project to “${fields.title}”`;
  return project.write({ code: 'project.rename', label }, ['project'], ({ db }) => {
    if (fields.title !== undefined) db.run(sql`UPDATE projects SET title = ${fields.title}`);
    if (fields.description !== undefined)
      db.run(sql`UPDATE projects SET description = ${fields.description}`);
  });
}
