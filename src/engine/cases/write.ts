import { ensureCase, titleOf } from '../documents/write.ts';
import { ColligoError } from '../errors.ts';
import { counted } from '../find.ts';
import { idBytes, idText, newId } from '../store/ids.ts';
import type { Mutation } from '../store/mutate.ts';
import type { Project } from '../store/project.ts';
import { type Sql, sql } from '../store/sql.ts';

const NOUNS = ['cases', 'documents', 'memos'] as const;

/** Adds a case; two of the same name may exist. @returns its id */
export function createCase(project: Project, name: string): Mutation<string> {
  return project.write({ code: 'cases.create', label: `Create case “${name}”` }, NOUNS, (writing) =>
    idText(ensureCase(writing, name, { always: true })),
  );
}

/** Changes the name of a case. @throws ColligoError NOT_FOUND */
export function renameCase(project: Project, id: string, name: string): Mutation<void> {
  const old = nameOf(project.db, idBytes(id));
  return project.write(
    { code: 'cases.rename', label: `Rename case “${old}” to “${name}”` },
    NOUNS,
    ({ db }) => {
      db.run(sql`UPDATE cases SET name = ${name} WHERE id = ${idBytes(id)}`);
    },
  );
}

/** Changes the description of a case. @throws ColligoError NOT_FOUND */
export function describeCase(project: Project, id: string, description: string): Mutation<void> {
  const label = `Describe case “${nameOf(project.db, idBytes(id))}”`;
  return project.write({ code: 'cases.describe', label }, NOUNS, ({ db }) => {
    db.run(sql`UPDATE cases SET description = ${description} WHERE id = ${idBytes(id)}`);
  });
}

/** Removes a case with its attribute values and memos; its documents stay. @throws ColligoError NOT_FOUND */
export function removeCase(project: Project, id: string): Mutation<void> {
  const bytes = idBytes(id);
  return project.write(
    { code: 'cases.remove', label: `Remove case “${nameOf(project.db, bytes)}”` },
    NOUNS,
    ({ db }) => {
      db.run(sql`DELETE FROM memos WHERE case_id = ${bytes}`);
      db.run(sql`DELETE FROM attribute_values WHERE case_id = ${bytes}`);
      db.run(sql`DELETE FROM case_documents WHERE case_id = ${bytes}`);
      db.run(sql`DELETE FROM cases WHERE id = ${bytes}`);
    },
  );
}

/**
 * Says which cases a document belongs to, and no others.
 * @param chosen cases by id, or names; a name takes the first case so called, or makes one
 * @throws ColligoError NOT_FOUND
 */
export function assignCases(
  project: Project,
  document: string,
  chosen: readonly ({ readonly id: string } | { readonly name: string })[],
): Mutation<void> {
  const bytes = idBytes(document);
  const label = `Change the cases of “${titleOf(project.db, bytes)}”`;
  return project.write({ code: 'cases.assign', label }, NOUNS, (writing) => {
    const { db } = writing;
    for (const one of chosen) if ('id' in one) nameOf(db, idBytes(one.id));
    const wanted = new Set(
      chosen.map((one) => ('id' in one ? one.id : idText(ensureCase(writing, one.name)))),
    );
    const present = db.all<{ id: Uint8Array; case_id: Uint8Array }>(sql`
      SELECT id, case_id FROM case_documents WHERE document_id = ${bytes}`);
    for (const row of present) {
      if (!wanted.delete(idText(row.case_id))) db.run(sql`DELETE FROM case_documents WHERE id = ${row.id}`);
    }
    for (const id of wanted) {
      db.run(
        sql`INSERT INTO case_documents (id, case_id, document_id) VALUES (${newId()}, ${idBytes(id)}, ${bytes})`,
      );
    }
  });
}

/**
 * Puts documents into a case, or takes them out; the other cases of the documents stay.
 * @throws ColligoError NOT_FOUND
 */
export function gatherDocuments(
  project: Project,
  id: string,
  documents: readonly string[],
  belong: boolean,
): Mutation<void> {
  const ofCase = idBytes(id);
  const chosen = [...new Set(documents)].map((document) => idBytes(document));
  const titles = chosen.map((document) => titleOf(project.db, document));
  const what = titles.length === 1 ? `“${titles[0]}”` : counted(titles.length, 'document');
  const name = nameOf(project.db, ofCase);
  const label = belong ? `Put ${what} into case “${name}”` : `Take ${what} out of case “${name}”`;
  return project.write({ code: 'cases.gather', label }, NOUNS, ({ db }) => {
    for (const document of chosen) {
      db.run(
        belong
          ? sql`INSERT INTO case_documents (id, case_id, document_id) VALUES (${newId()}, ${ofCase}, ${document})
              ON CONFLICT (case_id, document_id) DO NOTHING`
          : sql`DELETE FROM case_documents WHERE case_id = ${ofCase} AND document_id = ${document}`,
      );
    }
  });
}

/**
 * Says which documents belong to a case, and no others.
 * @throws ColligoError NOT_FOUND
 */
export function holdDocuments(project: Project, id: string, documents: readonly string[]): Mutation<void> {
  const ofCase = idBytes(id);
  const label = `Change the documents of case “${nameOf(project.db, ofCase)}”`;
  return project.write({ code: 'cases.hold', label }, NOUNS, ({ db }) => {
    const wanted = new Set(documents);
    for (const document of wanted) titleOf(db, idBytes(document));
    const present = db.all<{ id: Uint8Array; document_id: Uint8Array }>(sql`
      SELECT id, document_id FROM case_documents WHERE case_id = ${ofCase}`);
    for (const row of present) {
      if (!wanted.delete(idText(row.document_id)))
        db.run(sql`DELETE FROM case_documents WHERE id = ${row.id}`);
    }
    for (const document of wanted) {
      db.run(
        sql`INSERT INTO case_documents (id, case_id, document_id) VALUES (${newId()}, ${ofCase}, ${idBytes(document)})`,
      );
    }
  });
}

/** @throws ColligoError NOT_FOUND */
export function nameOf(db: Sql, id: Uint8Array): string {
  const row = db.get<{ name: string }>(sql`SELECT name FROM cases WHERE id = ${id}`);
  if (!row) throw new ColligoError('NOT_FOUND', 'That case is not in this project any more.');
  return row.name;
}
