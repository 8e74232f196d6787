import { createHash } from 'node:crypto';
import { type CacheFolder, cacheFolderOf } from '../../cache/folder.ts';
import { idText } from '../../store/ids.ts';
import { type Sql, sql } from '../../store/sql.ts';
import { type LeftWords, packWords, unpackWords } from './format.ts';
import { seal, unseal } from './seal.ts';

/** As many projects as a person goes back to; the largest that is promised takes seventy megabytes. */
const LIMITS = { files: 8, bytes: 512 * 1024 * 1024 };

/** Where the words of a project are left, and what closes them. */
interface Place {
  readonly folder: CacheFolder;
  readonly file: string;
  readonly key: Uint8Array;
}

/**
 * Each project has a file; copies of a project share one, and whoever opened last has it. It holds what stands in the texts, and
 * must not be read where the project is not: its key is made of ids that stand nowhere else, that of the first step, which is
 * random, and that of the first reading, which is made of a text.
 */
function placeOf(db: Sql): Place | null {
  const folder = cacheFolderOf(db, 'words', LIMITS);
  if (folder === null) return null;
  const project = db.get<{ id: Uint8Array }>(sql`SELECT id FROM projects ORDER BY created_at, id LIMIT 1`);
  const step = db.get<{ id: Uint8Array }>(sql`SELECT id FROM steps ORDER BY seq LIMIT 1`);
  const reading = db.get<{ id: Uint8Array }>(sql`SELECT id FROM readings ORDER BY key LIMIT 1`);
  if (project === undefined || step === undefined || reading === undefined) return null;
  const key = createHash('sha256').update('words').update(step.id).update(reading.id).digest();
  return { folder, file: `${idText(project.id)}.words`, key };
}

/**
 * What an earlier start left on the disk. A reading's id is made of its text and of how that was cut into words, so that what was
 * found in it once always holds.
 * @returns null where there is nothing that can be read
 */
export function leftWords(db: Sql): LeftWords | null {
  const place = placeOf(db);
  const sealed = place?.folder.read(place.file);
  const bytes = place && sealed ? unseal(sealed, place.key) : null;
  return bytes === null ? null : unpackWords(bytes);
}

/** Leaves words for the next start. */
export function leaveWords(db: Sql, words: LeftWords): void {
  const place = placeOf(db);
  place?.folder.write(place.file, seal(packWords(words), place.key));
}
