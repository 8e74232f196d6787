import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { migrate } from '../../../src/engine/store/migrate.ts';
import { schemaOf } from '../../../src/engine/store/schema.ts';
import { Sql, sql } from '../../../src/engine/store/sql.ts';
import { CONTENT_TABLES, columnsOf, LOG_TABLES, LOGGED_TABLES } from '../../../src/engine/store/tables.ts';
import { newProject } from '../kit/project.ts';
import { fillEverything } from './everything.ts';

const FILE = join(import.meta.dirname, '../../../src/engine/store/schema.sql');
const HEAD = `-- The schema as the migrations make it, for reading; nothing runs this. Made anew by:\n-- UPDATE=1 node scripts/run.mjs vitest run test/engine/store/schema.test.ts`;

const db = new Sql(new Database(':memory:'));
migrate(db);

const TABLES = [...LOGGED_TABLES, ...CONTENT_TABLES, ...LOG_TABLES];

interface ForeignKey {
  readonly child: string;
  readonly from: string;
  readonly table: string;
  readonly to: string;
  readonly on_delete: string;
}

const FOREIGN_KEYS = TABLES.flatMap((child) =>
  db
    .all<Omit<ForeignKey, 'child'>>(
      sql`SELECT "from", "table", "to", on_delete FROM pragma_foreign_key_list(${child})`,
    )
    .map((key): ForeignKey => ({ child, ...key })),
);

test('src/engine/store/schema.sql shows the schema as it is', () => {
  const statements = schemaOf(db)
    .filter((object) => object.sql !== null && !object.name.startsWith('block_words_'))
    .map((object) => `${object.sql};`);
  const text = `${[HEAD, ...statements].join('\n\n')}\n`;
  if (process.env['UPDATE']) writeFileSync(FILE, text);
  expect(readFileSync(FILE, 'utf8')).toBe(text);
});

test('every table is strict, and in one of the lists that say how it is treated', () => {
  const tables = db.all<{ name: string; strict: number }>(sql`
    SELECT name, strict FROM pragma_table_list
    WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'`);
  expect(tables.map((table) => table.name).sort()).toEqual([...TABLES].sort());
  expect(tables.filter((table) => table.strict !== 1)).toEqual([]);
});

test('every table that a person works in has an id of 16 bytes as its key, without a rowid', () => {
  for (const table of LOGGED_TABLES) {
    const found = db.one<{ wr: number }>(sql`SELECT wr FROM pragma_table_list WHERE name = ${table}`);
    expect([table, found.wr]).toEqual([table, 1]);
    const keys = db.all(sql`SELECT name, type FROM pragma_table_info(${table}) WHERE pk > 0`);
    expect([table, keys]).toEqual([table, [{ name: 'id', type: 'BLOB' }]]);
  }
});

test('parents come before their children in the list of logged tables', () => {
  const place = (table: string) => (LOGGED_TABLES as readonly string[]).indexOf(table);
  const early = FOREIGN_KEYS.filter(({ child, table }) => place(child) >= 0 && place(table) > place(child));
  expect(early).toEqual([]);
});

test('every foreign key restricts', () => {
  expect(FOREIGN_KEYS.length).toBeGreaterThan(30);
  expect(FOREIGN_KEYS.filter((key) => key.on_delete !== 'RESTRICT')).toEqual([]);
});

/** Keys whose parent hardly ever goes: a coder with the undoing of their first step, a step never. A scan will do then. */
const UNINDEXED = /^(\w+\.created_by|seen_steps\.seen_in)$/;

test('every foreign key is found by an index from its parent', () => {
  const plans = FOREIGN_KEYS.filter(({ child, from }) => !UNINDEXED.test(`${child}.${from}`)).map(
    ({ child, from }) => {
      const plan = db.raw.prepare(`EXPLAIN QUERY PLAN SELECT 1 FROM ${child} WHERE ${from} = ?`);
      const [first] = plan.all(Buffer.alloc(16)) as { detail: string }[];
      return `${child}.${from}: ${first?.detail}`;
    },
  );
  expect(plans.filter((plan) => !plan.includes(': SEARCH '))).toEqual([]);
});

test('no blob of a logged table can be empty, since the log writes no value as an empty one', async () => {
  const restricted = new Set(FOREIGN_KEYS.map(({ child, from }) => `${child}.${from}`));
  const blobs = LOGGED_TABLES.flatMap((table) =>
    columnsOf(db, table)
      .filter((column) => column.type === 'BLOB')
      .map((column) => ({ table, column: column.name })),
  );
  const definitions = new Map(schemaOf(db).map((object) => [object.name, object.sql ?? '']));
  const open = blobs.filter(
    ({ table, column }) =>
      !restricted.has(`${table}.${column}`) &&
      !new RegExp(`\\b${column} BLOB\\b[^\\n]*CHECK \\(length\\(${column}\\) = \\d+\\)`).test(
        definitions.get(table) ?? '',
      ),
  );
  expect(open).toEqual([]);
  const project = await newProject();
  fillEverything(project);
  const { raw } = project.db;
  for (const { table, column } of blobs) {
    raw.exec('BEGIN; INSERT INTO current_step VALUES (1)');
    expect(() => raw.exec(`UPDATE ${table} SET ${column} = x''`), `${table}.${column}`).toThrow(
      /constraint|never/,
    );
    raw.exec('ROLLBACK');
  }
});
