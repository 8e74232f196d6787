import { splitsPair } from '../../text/offsets.ts';
import { loadReading } from '../documents/load.ts';
import { sha256 } from '../documents/reading-id.ts';
import { ColligoError } from '../errors.ts';
import { counted } from '../find.ts';
import { NEAR } from '../passages/region.ts';
import { type Sql, sql } from '../store/sql.ts';
import { countRows, LOGGED_TABLES } from '../store/tables.ts';
import { checkWhole } from '../store/verify.ts';

export interface CheckReport {
  readonly ok: boolean;
  readonly problems: string[];
  /** How many rows of what were looked at. */
  readonly checked: Record<string, number>;
}

/**
 * Verifies a whole project: SQLite's own checks, every hash, every block and every anchor against its text.
 * @param db a connection that only reads
 * @returns what is wrong, one sentence each; damage is reported, not thrown
 */
export function checkProject(db: Sql): CheckReport {
  const problems = checkWhole(db);
  const checked: Record<string, number> = {};
  // On damaged pages the rest would only repeat the damage, or trip over it.
  if (problems.length > 0) return { ok: false, problems, checked };
  for (const table of LOGGED_TABLES) checked[table] = countRows(db, table);
  checked['steps'] = countRows(db, 'steps');
  checked['blobs'] = countRows(db, 'blobs');
  for (const blob of db.iterate<{ sha256: Buffer; bytes: Buffer }>(sql`SELECT sha256, bytes FROM blobs`)) {
    if (!sha256(blob.bytes).equals(blob.sha256))
      problems.push(`an original (${hex(blob.sha256)}) is not what its SHA-256 says`);
  }
  for (const text of db.iterate<{ sha256: Buffer; body: string; units: number }>(
    sql`SELECT sha256, body, units FROM texts`,
  )) {
    if (!sha256(text.body).equals(text.sha256))
      problems.push(`a text (${hex(text.sha256)}) is not what its SHA-256 says`);
    if (text.body.length !== text.units)
      problems.push(`a text (${hex(text.sha256)}) has another length than it says`);
  }
  for (const { title, key, version_id } of db.all<{ title: string; key: number; version_id: Uint8Array }>(sql`
    SELECT d.title, r.key, v.id AS version_id FROM versions v
    JOIN documents d ON d.id = v.document_id JOIN readings r ON r.id = v.reading_id`)) {
    try {
      problems.push(...checkVersion(db, title, key, version_id));
    } catch (error) {
      if (!(error instanceof ColligoError)) throw error;
      problems.push(`the text of “${title}” cannot be read`);
    }
  }
  return { ok: problems.length === 0, problems, checked };
}

function checkVersion(db: Sql, title: string, readingKey: number, versionId: Uint8Array): string[] {
  const problems: string[] = [];
  const { text, blocks } = loadReading(db, readingKey);
  let from = 0;
  for (const block of blocks) {
    if (block.start < from || block.end > text.length)
      problems.push(`a block of “${title}” lies outside its place in the text`);
    from = block.end;
  }
  const bad = db
    .all<{ start: number; end: number }>(sql`
      SELECT start_offset AS start, end_offset AS end FROM anchors WHERE version_id = ${versionId} AND kind = 'span'`)
    .filter(({ start, end }) => end > text.length || splitsPair(text, start) || splitsPair(text, end));
  if (bad.length > 0)
    problems.push(
      `${counted(bad.length, 'passage')} of “${title}” ${bad.length === 1 ? 'lies' : 'lie'} outside the text or inside a character`,
    );
  const { off } = db.one<{ off: number }>(sql`
    SELECT count(*) AS off FROM anchors a LEFT JOIN pages pg ON pg.reading_key = ${readingKey} AND pg.number = a.page
    WHERE a.version_id = ${versionId} AND a.kind = 'region'
      AND NOT coalesce(a.x0 >= 0 AND a.y0 >= 0 AND a.x1 <= pg.width + ${NEAR} AND a.y1 <= pg.height + ${NEAR}, FALSE)`);
  if (off > 0)
    problems.push(
      `${counted(off, 'passage')} of “${title}” ${off === 1 ? 'lies outside its page' : 'lie outside their pages'}`,
    );
  return problems;
}

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex').slice(0, 12);
