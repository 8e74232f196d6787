import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { newId } from '../../../src/engine/store/ids.ts';
import type { Project } from '../../../src/engine/store/project.ts';
import { name, type Sql, sql } from '../../../src/engine/store/sql.ts';
import { countRows, LOGGED_TABLES } from '../../../src/engine/store/tables.ts';
import { newProject } from '../kit/project.ts';
import { fillEverything } from './everything.ts';

const STEP = { code: 'test.edit', label: 'Edit' };

interface Change {
  readonly table_name: string;
  readonly operation: string;
  readonly row_id: Buffer;
  readonly before: string | null;
}

/** The changes of the newest step, in order. */
const changes = (db: Sql) =>
  db.all<Change>(sql`
    SELECT table_name, operation, row_id, before FROM changes WHERE step_seq = (SELECT max(seq) FROM steps) ORDER BY key`);

/** Runs statements as one step. */
const edit = (project: Project, action: (db: Sql) => void) => project.write(STEP, [], ({ db }) => action(db));

const AT = '2026-01-01T00:00:00.000Z';
const TEXTS = [
  'it’s “so”',
  "'; DROP TABLE memos --",
  '🙂\n\r\t\\',
  '\u0000\u0001\u001f',
  '',
  '{"a":[1]}',
  'ÀÀ\u2028',
];

test('an insert logs its key, an update and a delete the row as it was', async () => {
  const project = await newProject();
  const [id, by] = [newId(), project.actor?.id ?? null];
  for (const text of TEXTS) {
    edit(project, (db) => {
      db.run(
        sql`INSERT INTO memos (id, title, body, created_at, created_by) VALUES (${id}, ${text}, ${text}, ${AT}, ${by})`,
      );
      db.run(sql`UPDATE memos SET title = 'new' WHERE id = ${id}`);
      db.run(sql`DELETE FROM memos WHERE id = ${id}`);
    });
    const image = (title: string) => ({
      id: Buffer.from(id).toString('hex').toUpperCase(),
      title,
      body: text,
      document_id: '',
      passage_id: '',
      other_passage_id: '',
      code_id: '',
      case_id: '',
      coding_id: '',
      created_at: AT,
      created_by: Buffer.from(by ?? [])
        .toString('hex')
        .toUpperCase(),
    });
    const logged = changes(project.db);
    expect(logged.map(({ operation, row_id }) => [operation, row_id.equals(id)])).toEqual([
      ['insert', true],
      ['update', true],
      ['delete', true],
    ]);
    expect(logged.map(({ before }) => before && JSON.parse(before))).toEqual([
      null,
      image(text),
      image('new'),
    ]);
  }
});

test.for([0.1 + 0.2, 5e-324, Number.MAX_VALUE, -1 / 3, 1e21, 2 ** 53 + 2, 0, 1, -7, Infinity, -Infinity])(
  'the number %d is logged so that it comes back to the last bit',
  async (number) => {
    const project = await newProject();
    fillEverything(project);
    const where = sql`number IS NOT NULL`;
    edit(project, (db) => db.run(sql`UPDATE attribute_values SET number = ${number} WHERE ${where}`));
    const read = () =>
      project.db.one<{ number: number }>(sql`SELECT number FROM attribute_values WHERE ${where}`);
    expect(read().number).toBe(number);
    edit(project, (db) => db.run(sql`UPDATE attribute_values SET number = 42 WHERE ${where}`));
    project.undo();
    expect(read().number).toBe(number);
    edit(project, (db) => db.run(sql`DELETE FROM attribute_values WHERE ${where}`));
    project.undo();
    expect(read().number).toBe(number);
  },
);

test('an update that changes nothing is no change, and a step of such updates is no step', async () => {
  const project = await newProject();
  fillEverything(project);
  const before = countRows(project.db, 'changes');
  const { step } = edit(project, (db) => {
    for (const table of LOGGED_TABLES) db.run(sql`UPDATE ${name(table)} SET id = id`);
    db.run(sql`UPDATE codes SET definition = definition, parent_id = parent_id`);
  });
  expect([step, countRows(project.db, 'changes')]).toEqual([null, before]);
});

test('every logged table logs inserts, updates and deletes', async () => {
  const project = await newProject();
  fillEverything(project);
  for (const table of LOGGED_TABLES) {
    expect(countRows(project.db, table), table).toBeGreaterThan(0);
    const triggers = project.db.all<{ name: string }>(
      sql`SELECT name FROM sqlite_temp_schema WHERE type = 'trigger' AND name LIKE ${`log\\_${table}\\_%`} ESCAPE '\\'`,
    );
    expect(triggers.map((trigger) => trigger.name.slice(`log_${table}_`.length)).sort()).toEqual([
      'delete',
      'insert',
      'update',
    ]);
  }
});

test('an id never changes', async () => {
  const project = await newProject();
  fillEverything(project);
  project.db.pragma('foreign_keys = OFF');
  for (const table of LOGGED_TABLES) {
    expect(
      () => edit(project, (db) => db.run(sql`UPDATE ${name(table)} SET id = ${newId()}`)),
      table,
    ).toThrow('an id never changes');
  }
});

test('a change outside a step is refused', async () => {
  const project = await newProject();
  fillEverything(project);
  for (const table of ['memos', 'reviews', 'case_documents'])
    expect(() => project.db.run(sql`DELETE FROM ${name(table)}`)).toThrow(/NOT NULL/);
  expect(() => project.db.run(sql`UPDATE projects SET title = 'x'`)).toThrow(/NOT NULL/);
});

test('no statement of the engine replaces rows, since that would skip the log', () => {
  const engine = join(import.meta.dirname, '../../../src/engine');
  const guilty = readdirSync(engine, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(ts|sql)$/.test(file))
    .filter((file) =>
      /\b(OR\s+REPLACE|REPLACE\s+INTO|ON\s+CONFLICT\s+REPLACE)\b/i.test(withoutComments(join(engine, file))),
    );
  expect(guilty).toEqual([]);
});

const withoutComments = (file: string) =>
  readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*(\/\/|--).*$/gm, '');
