import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCode } from '../../../src/engine/codebook/write.ts';
import { applyCodes, applyToRegion } from '../../../src/engine/passages/apply.ts';
import { setReviews } from '../../../src/engine/reviews/write.ts';
import { createProject } from '../../../src/engine/store/create.ts';
import { newId } from '../../../src/engine/store/ids.ts';
import type { Writing } from '../../../src/engine/store/mutate.ts';
import { openProject } from '../../../src/engine/store/open.ts';
import type { Project } from '../../../src/engine/store/project.ts';
import { sql } from '../../../src/engine/store/sql.ts';
import { addText } from '../kit/documents.ts';
import { addPages } from '../kit/pages.ts';
import { ANNA, optionsFor } from '../kit/project.ts';

const TEXT = 'Heat plans – “one”\n\nIt’s 🙂 planned by 2030. Nothing else.\n\nThe grid is the\tlimit.';

/** Puts at least one row into every table that a person's work or the log lies in, with an undone step among them. */
export function fillEverything(project: Project): void {
  const document = addText(project, 'National plan', TEXT, 'Country');
  addText(project, 'Second plan', `${TEXT}\n\nMore of it.`, 'Country');
  const { result: parent } = createCode(project, {
    name: 'Barriers',
    parentId: null,
    definition: "What “stops” it:\n– 🧱\n– 'and' \\ so on",
    codable: false,
  });
  const { result: code } = createCode(project, { name: 'Grid', parentId: parent, colour: '#a56a16' });
  applyCodes(project, { document, start: 0, end: 10, codes: [code], weight: 70 });
  applyCodes(project, { document, start: 20, end: 30, codes: [code] });
  const printed = addPages(project, 'Printed plan', [{ text: 'A page.', label: 'iv' }, { text: '' }]);
  const region = { page: 2, x: 10, y: 20, width: 30, height: 40 };
  applyToRegion(project, { document: printed, region, codes: [code], weight: null });
  setReviews(project, document, [code], true);
  project.write({ code: 'test.rest', label: 'Add what has no function yet' }, [], addTheRest);
  createCode(project, { name: 'Undone', parentId: null });
  project.undo();
}

let bytes: Promise<Buffer> | undefined;

/** @returns the bytes of a project with everything in it, closed in good order; made once for a file of tests */
export function soundBytes(): Promise<Buffer> {
  bytes ??= makeSound();
  return bytes;
}

async function makeSound(): Promise<Buffer> {
  const folder = mkdtempSync(join(tmpdir(), 'colligo-test-'));
  try {
    const path = join(folder, 'sound.colligo');
    createProject(path, { title: 'Sound', actor: ANNA });
    const project = await openProject(path, optionsFor());
    fillEverything(project);
    project.close();
    return readFileSync(path);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const LABELS = [
  ['alias', 'de', 'Netz'],
  ['notation', '', '1.2'],
  ['name', 'fr', 'Réseau 🙂'],
] as const;

function addTheRest({ db, actor, at }: Writing): void {
  const { id: ofCase } = db.one<{ id: Uint8Array }>(sql`SELECT id FROM cases`);
  const { id: coding } = db.one<{ id: Uint8Array }>(sql`SELECT id FROM codings ORDER BY id LIMIT 1`);
  const [share, since] = [newId(), newId()];
  db.run(sql`INSERT INTO attributes (id, name, applies_to, kind, rank) VALUES
    (${share}, 'Share', 'case', 'number', 'a5'), (${since}, 'Binding', 'case', 'boolean', 'a6')`);
  db.run(sql`INSERT INTO attribute_values (id, attribute_id, case_id, number, boolean) VALUES
    (${newId()}, ${share}, ${ofCase}, ${0.1 + 0.2}, NULL), (${newId()}, ${since}, ${ofCase}, NULL, 1)`);
  db.run(sql`INSERT INTO memos (id, title, body, coding_id, created_at, created_by)
    VALUES (${newId()}, 'Why', ${'Because…\n“so”'}, ${coding}, ${at}, ${actor.id})`);
  db.run(sql`INSERT INTO memos (id, body, created_at, created_by)
    VALUES (${newId()}, 'About the whole', ${at}, ${actor.id})`);
  db.run(sql`INSERT INTO memos (id, body, passage_id, other_passage_id, created_at, created_by)
    SELECT ${newId()}, 'Two of a kind', min(id), max(id), ${at}, ${actor.id} FROM passages`);
  const [passage, version] = [newId(), sql`(SELECT id FROM versions ORDER BY id LIMIT 1)`];
  db.run(sql`INSERT INTO passages (id, document_id, comment, created_at, created_by)
    VALUES (${passage}, (SELECT id FROM documents ORDER BY id LIMIT 1), 'A map', ${at}, ${actor.id})`);
  db.run(sql`INSERT INTO anchors (id, passage_id, version_id, kind, status, page, x0, y0, x1, y1)
    VALUES (${newId()}, ${passage}, ${version}, 'region', 'moved', 3, 0.5, 1e-7, 100.25, 333.3333333333333)`);
  const [grid, barriers] = db.all<{ id: Uint8Array }>(sql`SELECT id FROM codes ORDER BY id DESC`);
  for (const [index, [kind, language, text]] of LABELS.entries()) {
    db.run(sql`INSERT INTO code_labels (id, code_id, kind, language, text, rank, created_at, created_by)
      VALUES (${newId()}, ${grid?.id ?? null}, ${kind}, ${language}, ${text}, ${`a${index}`}, ${at}, ${actor.id})`);
  }
  db.run(sql`INSERT INTO code_links (id, code_id, other_code_id, kind, created_at, created_by)
    VALUES (${newId()}, ${barriers?.id ?? null}, ${grid?.id ?? null}, 'see_also', ${at}, ${actor.id})`);
  db.run(sql`INSERT INTO codebook_versions (id, name, note, state_id, locked, created_at, created_by)
    SELECT ${newId()}, 'Round 1', 'As agreed', id, 0, ${at}, ${actor.id} FROM codebook_states LIMIT 1`);
  db.run(sql`INSERT INTO attachments (id, name, media_type, blob_sha256, note, created_at, created_by)
    SELECT ${newId()}, 'Talk.m4a', 'audio/mp4', sha256, '', ${at}, ${actor.id} FROM blobs LIMIT 1`);
  db.run(
    sql`INSERT INTO seen_steps (id, seen_in) SELECT ${newId()}, id FROM steps ORDER BY seq DESC LIMIT 1`,
  );
}
