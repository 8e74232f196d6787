import { removeEmptyPassages } from '../codebook/write.ts';
import { gone } from '../errors.ts';
import { counted } from '../find.ts';
import { idBytes, newId } from '../store/ids.ts';
import type { Mutation, Writing } from '../store/mutate.ts';
import type { Project } from '../store/project.ts';
import { type Sql, sql } from '../store/sql.ts';
import { ensureAttribute, nextRank, setValue } from './attributes.ts';

export interface NewDocument {
  readonly title: string;
  /** Wished for; gets a number behind it where it is taken. */
  readonly key: string | null;
  readonly readingId: Uint8Array;
  readonly fileName: string;
  readonly mediaType: string;
  readonly caseName: string | null;
  readonly attributes: readonly {
    readonly name: string;
    readonly kind: 'text' | 'choice' | 'date';
    readonly value: string;
  }[];
}

/**
 * Adds a document with its first version within a step.
 * @returns the document's id
 */
export function addDocument(writing: Writing, document: NewDocument): Uint8Array {
  const { db, actor, at } = writing;
  const id = newId();
  db.run(sql`INSERT INTO documents (id, short_key, title, rank, created_at, created_by)
    VALUES (${id}, ${freeKey(db, document.key)}, ${document.title}, ${nextRank(db, 'documents')}, ${at}, ${actor.id})`);
  db.run(sql`INSERT INTO versions (id, document_id, number, reading_id, file_name, media_type, created_at, created_by)
    VALUES (${newId()}, ${id}, 1, ${document.readingId}, ${document.fileName}, ${document.mediaType}, ${at}, ${actor.id})`);
  if (document.caseName) {
    const ofCase = ensureCase(writing, document.caseName);
    db.run(sql`INSERT INTO case_documents (id, case_id, document_id) VALUES (${newId()}, ${ofCase}, ${id})`);
  }
  for (const { name, kind, value } of document.attributes) {
    setValue(
      writing,
      { document: id },
      { id: ensureAttribute(writing, name, 'document', kind), kind },
      value,
    );
  }
  return id;
}

/** Changes the title of a document. */
export function renameDocument(project: Project, document: string, title: string): Mutation<void> {
  const id = idBytes(document);
  const old = titleOf(project.db, id);
  return project.write(
    { code: 'documents.rename', label: `Rename “${old}” to “${title}”` },
    ['documents', 'passages'],
    ({ db }) => {
      db.run(sql`UPDATE documents SET title = ${title} WHERE id = ${id}`);
    },
  );
}

/**
 * Removes a document with everything that hangs on it, children first, notes on pairs with passages of other documents among
 * them; a case or attribute it was the last of stays.
 */
export function removeDocument(project: Project, document: string): Mutation<void> {
  const id = idBytes(document);
  const title = titleOf(project.db, id);
  const { n } = project.db.one<{ n: number }>(sql`
    SELECT count(*) AS n FROM codings WHERE passage_id IN (SELECT id FROM passages WHERE document_id = ${id})`);
  const label = n > 0 ? `Remove “${title}” with ${counted(n, 'coding')}` : `Remove “${title}”`;
  return project.write(
    { code: 'documents.remove', label },
    ['documents', 'passages', 'codes', 'reviews', 'memos', 'cases'],
    ({ db }) => {
      const passages = sql`SELECT id FROM passages WHERE document_id = ${id}`;
      const versions = sql`SELECT id FROM versions WHERE document_id = ${id}`;
      // Passages of other documents that were read beside one of these.
      const beside = db.all<{ id: Uint8Array }>(sql`
        SELECT other_passage_id AS id FROM memos WHERE passage_id IN (${passages}) AND other_passage_id NOT IN (${passages})
        UNION SELECT passage_id FROM memos WHERE other_passage_id IN (${passages}) AND passage_id NOT IN (${passages})`);
      db.run(sql`DELETE FROM memos WHERE document_id = ${id} OR passage_id IN (${passages})
      OR other_passage_id IN (${passages}) OR coding_id IN (SELECT id FROM codings WHERE passage_id IN (${passages}))`);
      for (const passage of beside) removeEmptyPassages(db, sql`SELECT ${passage.id}`);
      db.run(sql`DELETE FROM codings WHERE passage_id IN (${passages})`);
      db.run(sql`DELETE FROM anchors WHERE passage_id IN (${passages})`);
      db.run(sql`DELETE FROM reviews WHERE version_id IN (${versions})`);
      db.run(sql`DELETE FROM passages WHERE document_id = ${id}`);
      db.run(sql`DELETE FROM attribute_values WHERE document_id = ${id}`);
      db.run(sql`DELETE FROM case_documents WHERE document_id = ${id}`);
      db.run(sql`DELETE FROM attachments WHERE document_id = ${id}`);
      db.run(sql`DELETE FROM versions WHERE document_id = ${id}`);
      db.run(sql`DELETE FROM documents WHERE id = ${id}`);
    },
  );
}

/** @throws ColligoError NOT_FOUND */
export function titleOf(db: Sql, document: Uint8Array): string {
  const row = db.get<{ title: string }>(sql`SELECT title FROM documents WHERE id = ${document}`);
  if (!row) throw gone('document');
  return row.title;
}

/**
 * @param options `always` makes one even where the name is taken
 * @returns the first case of that name, made within the step where there is none
 */
export function ensureCase(
  { db, at }: Writing,
  caseName: string,
  options: { always?: boolean } = {},
): Uint8Array {
  const found = db.get<{ id: Uint8Array }>(
    sql`SELECT id FROM cases WHERE name = ${caseName} ORDER BY id LIMIT 1`,
  );
  if (found && !options.always) return found.id;
  const id = newId();
  db.run(
    sql`INSERT INTO cases (id, name, rank, created_at) VALUES (${id}, ${caseName}, ${nextRank(db, 'cases')}, ${at})`,
  );
  return id;
}

function freeKey(db: Sql, wished: string | null): string | null {
  if (!wished) return null;
  const taken = (key: string) => db.get(sql`SELECT 1 FROM documents WHERE short_key = ${key}`) !== undefined;
  for (let n = 1; ; n++) {
    const suffix = n === 1 ? '' : `-${n}`;
    const key = wished.slice(0, 64 - suffix.length) + suffix;
    if (!taken(key)) return key;
  }
}
