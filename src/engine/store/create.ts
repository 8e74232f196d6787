import { existsSync, linkSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { ColligoError } from '../errors.ts';
import { leftoverAt } from './beside.ts';
import { describeFailure } from './failure.ts';
import { newId } from './ids.ts';
import { startLog } from './log.ts';
import { migrate } from './migrate.ts';
import { type Actor, mutate } from './mutate.ts';
import { Sql, sql } from './sql.ts';

export interface NewProject {
  readonly title: string;
  readonly actor: Actor;
  /** BCP 47 tag of the project's language. */
  readonly language?: string;
}

/**
 * Makes a project file with its base step. It is built under another name and then put in place, so that no crash
 * leaves half a project behind.
 * @param path where it goes; nothing may be there yet
 * @throws ColligoError REFUSED where something is there, READ_ONLY or DISK where it cannot be written
 */
export function createProject(path: string, { title, actor, language = 'en' }: NewProject): void {
  const inTheWay = existsSync(path) ? path : leftoverAt(path);
  if (inTheWay) throw taken(inTheWay);
  const draft = join(dirname(path), `.${basename(path)}-${process.pid}-new`);
  rmSync(draft, { force: true });
  try {
    const db = describeFailure(() => openDraft(draft));
    try {
      migrate(db);
      startLog(db);
      mutate(
        db,
        actor,
        { kind: 'base', code: 'project.create', label: `Create project “${title}”` },
        ({ at }) => {
          db.run(
            sql`INSERT INTO projects (id, title, language, created_at) VALUES (${newId()}, ${title}, ${language}, ${at})`,
          );
        },
      );
    } finally {
      db.close();
    }
    putInPlace(draft, path);
  } finally {
    rmSync(draft, { force: true });
  }
}

function openDraft(path: string): Sql {
  try {
    return new Sql(new Database(path));
  } catch (cause) {
    if (cause instanceof Database.SqliteError) throw cause;
    const error = new ColligoError(
      'NOT_FOUND',
      `There is no folder ${dirname(path)} to put the project in.`,
      { safe: 'Nothing was changed.', remedy: 'Choose another folder.' },
    );
    throw Object.assign(error, { cause });
  }
}

/** Links before it renames: a link never replaces what another program put there in the meantime. */
function putInPlace(draft: string, path: string): void {
  try {
    linkSync(draft, path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EEXIST') throw taken(path);
    // Some file systems (exFAT, some network drives) have no links.
    if (existsSync(path)) throw taken(path);
    renameSync(draft, path);
  }
}

function taken(path: string): ColligoError {
  return new ColligoError('REFUSED', `There is a file ${basename(path)} already.`, {
    safe: 'Nothing was changed.',
    remedy: 'Choose another name, or remove that file first.',
  });
}
