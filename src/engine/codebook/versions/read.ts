import type { CodebookVersion } from '../../../contract/codebook-versions.ts';
import { gone } from '../../errors.ts';
import { onlyOne } from '../../find.ts';
import { idBytes, idText } from '../../store/ids.ts';
import { type Sql, sql } from '../../store/sql.ts';
import { nodesIn, presentState, type StateNode } from '../state.ts';
import { extentOf, signatureOf } from './signature.ts';

interface Row {
  readonly id: Uint8Array;
  readonly name: string;
  readonly note: string;
  readonly locked: 0 | 1;
  readonly created_at: string;
  readonly created_by: Uint8Array;
  readonly body: string;
}

/** @returns the states of the codebook that were named, newest first */
export function listVersions(db: Sql): CodebookVersion[] {
  const now = signatureOf(presentState(db));
  const rows = db.all<Omit<Row, 'body'> & { sha256: Buffer }>(sql`
    SELECT v.id, v.name, v.note, v.locked, v.created_at, v.created_by, s.sha256
    FROM codebook_versions v JOIN codebook_states s ON s.id = v.state_id ORDER BY v.created_at DESC, v.id DESC`);
  return rows.map((row) => {
    const { codes, signature } = extentOf(db, row.sha256);
    return {
      id: idText(row.id),
      name: row.name,
      note: row.note,
      isLocked: row.locked === 1,
      codes,
      isNow: signature === now,
      createdAt: row.created_at,
      createdBy: idText(row.created_by),
    };
  });
}

/** A version with what it remembers. */
export interface WholeVersion {
  readonly id: string;
  readonly name: string;
  readonly note: string;
  readonly isLocked: boolean;
  readonly createdAt: string;
  /** In tree order. */
  readonly nodes: readonly StateNode[];
}

/**
 * @param id the version's
 * @throws ColligoError NOT_FOUND
 */
export function readVersion(db: Sql, id: string): WholeVersion {
  const row = db.get<Row>(sql`
    SELECT v.id, v.name, v.note, v.locked, v.created_at, v.created_by, s.body
    FROM codebook_versions v JOIN codebook_states s ON s.id = v.state_id WHERE v.id = ${idBytes(id)}`);
  if (!row) throw gone('version of the codebook');
  const { name, note, created_at: createdAt } = row;
  return { id, name, note, isLocked: row.locked === 1, createdAt, nodes: nodesIn(row.body) };
}

/**
 * Finds the version a person means.
 * @param asked its id or its name, in upper or lower case
 * @returns its id
 * @throws ColligoError NOT_FOUND or NOT_UNIQUE with the names there are
 */
export function findVersion(db: Sql, asked: string): string {
  const fold = (text: string) => text.trim().toLowerCase();
  const versions = db
    .all<{ id: Uint8Array; name: string }>(
      sql`SELECT id, name FROM codebook_versions ORDER BY created_at, id`,
    )
    .map(({ id, name }) => ({ id: idText(id), name }));
  const found = versions.filter(({ id, name }) => id === fold(asked) || fold(name) === fold(asked));
  const others = (found.length > 1 ? found : versions).map(({ name }) => name);
  return onlyOne(found, asked, 'version of the codebook', others).id;
}
