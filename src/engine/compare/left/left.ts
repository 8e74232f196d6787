import { type CacheFolder, cacheFolderOf } from '../../cache/folder.ts';
import { CURRENT } from '../../documents/current.ts';
import type { Answered } from '../../scope/kept.ts';
import { idText } from '../../store/ids.ts';
import { type Sql, sql } from '../../store/sql.ts';
import type { Facts } from '../facts.ts';
import { numberingOf } from '../numbering.ts';
import { type Moment, packFacts, unpackFacts } from './format.ts';

/** As many projects as a person goes back to; the largest that is promised takes twenty megabytes. */
const LIMITS = { files: 8, bytes: 256 * 1024 * 1024 };

/** Below this many codings the project says it as fast as a file would. */
export const FEWEST = 20_000;

/** The newest step of what lies in the file, as far as this connection knows. */
const lying = new WeakMap<Sql, string>();

const folderOf = (db: Sql): CacheFolder | null => cacheFolderOf(db, 'facts', LIMITS);

const projectIn = (db: Sql): string =>
  idText(db.one<{ id: Uint8Array }>(sql`SELECT id FROM projects ORDER BY created_at, id LIMIT 1`).id);

/** Each project has a file; copies of a project share one, and whoever opened last has it. */
const fileOf = (project: string): string => `${project}.facts`;

/** @returns the project as it was after a step, the newest by default; null where it never was there */
function momentOf(db: Sql, seq?: number): Moment | null {
  const step = db.get<{ seq: number; id: Uint8Array; changes: number; migration: number }>(sql`
    SELECT seq, id, (SELECT max(number) FROM migrations) AS migration, coalesce((
      SELECT key FROM changes WHERE step_seq <= steps.seq ORDER BY step_seq DESC, key DESC LIMIT 1), 0) AS changes
    FROM steps WHERE seq = ${seq ?? newest(db)}`);
  if (step === undefined) return null;
  return {
    project: projectIn(db),
    migration: step.migration,
    seq: step.seq,
    step: idText(step.id),
    changes: step.changes,
  };
}

const newest = (db: Sql) => db.one<{ seq: number }>(sql`SELECT coalesce(max(seq), 0) AS seq FROM steps`).seq;

/** Whether there may be a file for this project. */
export const mayBeLeft = (db: Sql): boolean => folderOf(db)?.has(fileOf(projectIn(db))) ?? false;

/**
 * What an earlier start found and left on the disk. Steps have random ids and are never taken out of the log: where the project
 * holds the very step after which this was found, with as many changes before it, this is what was found after it then. Another
 * copy, or a backup from before that step, does not hold it.
 * @returns the facts without a scope, and up to which step they hold; null where there are none, or none that surely hold
 */
export function leftFacts(db: Sql): Answered<Facts> | null {
  const bytes = folderOf(db)?.read(fileOf(projectIn(db)));
  const left = bytes ? unpackFacts(bytes, numberingOf(db)) : null;
  if (left === null) return null;
  const { moment, facts } = left;
  if (JSON.stringify(moment) !== JSON.stringify(momentOf(db, moment.seq)) || !areOfThese(db, facts))
    return null;
  lying.set(db, moment.step);
  return { seq: moment.seq, parts: facts };
}

/** Whether all are of texts that are the documents' current ones. Where that changed since, they would be read anew anyway. */
function areOfThese(db: Sql, facts: ReadonlyMap<string, Facts>): boolean {
  const current = db.all<{ document_id: Uint8Array; reading_key: number }>(
    sql`SELECT document_id, reading_key FROM (${CURRENT})`,
  );
  const readings = new Map(current.map((row) => [idText(row.document_id), row.reading_key]));
  return [...facts].every(([document, { reading }]) => readings.get(document) === reading);
}

/**
 * Leaves what was found for the next start, unless it lies there.
 * @param db within a read transaction, in which the facts were asked for
 * @param facts without a scope
 */
export function leaveFacts(db: Sql, facts: ReadonlyMap<string, Facts>, fewest: number = FEWEST): void {
  const folder = folderOf(db);
  const moment = momentOf(db);
  if (folder === null || moment === null || lying.get(db) === moment.step) return;
  const { n } = db.one<{ n: number }>(sql`SELECT count(*) AS n FROM (SELECT 1 FROM codings LIMIT ${fewest})`);
  if (n < fewest) return;
  folder.write(fileOf(moment.project), packFacts({ moment, facts }, numberingOf(db)));
  lying.set(db, moment.step);
}
