import { idBytes, newId } from '../../../src/engine/store/ids.ts';
import type { Writing } from '../../../src/engine/store/mutate.ts';
import type { Project } from '../../../src/engine/store/project.ts';
import { sql } from '../../../src/engine/store/sql.ts';
import type { Span } from '../../../src/text/reading.ts';
import { ANNA } from '../kit/project.ts';
import { as, BEN, readText, storeMarkdown } from './work.ts';

/** Cases with their documents, and a number and a truth value for each. */
export function addCases(
  project: Project,
  cases: readonly (readonly [name: string, documents: readonly string[]])[],
): void {
  as(project, ANNA, ({ db, at }) => {
    const number = newId();
    db.run(
      sql`INSERT INTO attributes (id, name, applies_to, kind, rank) VALUES (${number}, 'Balance', 'case', 'number', 'b')`,
    );
    const flag = newId();
    db.run(
      sql`INSERT INTO attributes (id, name, applies_to, kind, rank) VALUES (${flag}, 'Member', 'case', 'boolean', 'c')`,
    );
    cases.forEach(([name, documents], index) => {
      const id = newId();
      db.run(
        sql`INSERT INTO cases (id, name, rank, created_at) VALUES (${id}, ${name}, ${`a${index}`}, ${at})`,
      );
      db.run(
        sql`INSERT INTO attribute_values (id, attribute_id, case_id, number) VALUES (${newId()}, ${number}, ${id}, ${index - 2.5})`,
      );
      db.run(
        sql`INSERT INTO attribute_values (id, attribute_id, case_id, boolean) VALUES (${newId()}, ${flag}, ${id}, ${index % 2})`,
      );
      for (const document of documents) {
        db.run(
          sql`INSERT INTO case_documents (id, case_id, document_id) VALUES (${newId()}, ${id}, ${idBytes(document)})`,
        );
      }
    });
  });
}

/** A rectangle on the third page. */
export function addRegion({ db, actor, at }: Writing, document: string, code: string): void {
  const passage = newId();
  db.run(
    sql`INSERT INTO passages (id, document_id, created_at, created_by) VALUES (${passage}, ${idBytes(document)}, ${at}, ${actor.id})`,
  );
  db.run(sql`INSERT INTO anchors (id, passage_id, version_id, kind, page, x0, y0, x1, y1)
    SELECT ${newId()}, ${passage}, id, 'region', 3, 10, 10, 20, 20 FROM versions WHERE document_id = ${idBytes(document)}`);
  db.run(sql`INSERT INTO codings (id, passage_id, code_id, coder_id, created_at)
    VALUES (${newId()}, ${passage}, ${idBytes(code)}, ${actor.id}, ${at})`);
}

/** A second passage with an equal span, as a merge leaves it. */
export function coexist({ db, actor, at }: Writing, document: string, span: Span, code: string): void {
  const passage = newId();
  db.run(
    sql`INSERT INTO passages (id, document_id, created_at, created_by) VALUES (${passage}, ${idBytes(document)}, ${at}, ${actor.id})`,
  );
  db.run(sql`INSERT INTO anchors (id, passage_id, version_id, kind, start_offset, end_offset)
    SELECT ${newId()}, ${passage}, id, 'span', ${span.start}, ${span.end} FROM versions WHERE document_id = ${idBytes(document)}`);
  db.run(sql`INSERT INTO codings (id, passage_id, code_id, coder_id, created_at)
    VALUES (${newId()}, ${passage}, ${idBytes(code)}, ${actor.id}, ${at})`);
}

/** A second version in which one passage moved; another one stays without an anchor in it. */
export function newVersion(
  project: Project,
  document: string,
  moved: string,
  source: string,
  quote: string,
): void {
  const reading = storeMarkdown(project, source);
  const start = readText(source).indexOf(quote);
  const version = newId();
  as(project, BEN, ({ db, actor, at }) => {
    const unplaced = newId();
    db.run(
      sql`INSERT INTO passages (id, document_id, created_at, created_by) VALUES (${unplaced}, ${idBytes(document)}, ${at}, ${actor.id})`,
    );
    db.run(sql`INSERT INTO codings (id, passage_id, code_id, coder_id, created_at)
      SELECT ${newId()}, ${unplaced}, code_id, coder_id, ${at} FROM codings WHERE passage_id = ${idBytes(moved)}`);
    db.run(sql`INSERT INTO versions (id, document_id, number, reading_id, file_name, media_type, created_at, created_by)
      VALUES (${version}, ${idBytes(document)}, 2, ${reading}, 'new.md', 'text/markdown', ${at}, ${actor.id})`);
    db.run(sql`INSERT INTO anchors (id, passage_id, version_id, kind, status, start_offset, end_offset)
      VALUES (${newId()}, ${idBytes(moved)}, ${version}, 'span', 'moved', ${start}, ${start + quote.length})`);
  });
}

/** A judgement of the consensus about the document's first passage. */
export function addConsensus(project: Project, document: string, code: string): void {
  as(project, ANNA, ({ db, at }) => {
    const consensus = newId();
    db.run(
      sql`INSERT INTO coders (id, name, kind, created_at) VALUES (${consensus}, 'Consensus', 'consensus', ${at})`,
    );
    db.run(sql`INSERT INTO codings (id, passage_id, code_id, coder_id, created_at)
      SELECT ${newId()}, id, ${idBytes(code)}, ${consensus}, ${at} FROM passages WHERE document_id = ${idBytes(document)} ORDER BY id LIMIT 1`);
  });
}
