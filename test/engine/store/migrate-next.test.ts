import { readdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { VERSION } from '../../../src/contract/version.ts';
import { createCode } from '../../../src/engine/codebook/write.ts';
import { backupFolder } from '../../../src/engine/store/backup.ts';
import { connect } from '../../../src/engine/store/connect.ts';
import { dump } from '../../../src/engine/store/dump.ts';
import { SCHEMA_VERSION } from '../../../src/engine/store/format.ts';
import { idText } from '../../../src/engine/store/ids.ts';
import { MIGRATIONS, type Migration } from '../../../src/engine/store/migrate.ts';
import { openProject } from '../../../src/engine/store/open.ts';
import type { Project } from '../../../src/engine/store/project.ts';
import { type Sql, sql } from '../../../src/engine/store/sql.ts';
import { undoable } from '../../../src/engine/store/steps.ts';
import { countRows } from '../../../src/engine/store/tables.ts';
import { checkWhole } from '../../../src/engine/store/verify.ts';
import { ANNA, optionsFor } from '../kit/project.ts';
import { hashOf, litterOf } from './files.ts';
import { copyOfFixture } from './fixtures.ts';

const NEXT = SCHEMA_VERSION + 1;
const followedBy = (script: string): readonly Migration[] => [
  ...MIGRATIONS,
  { number: NEXT, name: 'made-up', script },
];

/** A column with a default, and a table with children rebuilt to lose a constraint: the two things migrations mostly do. */
const MADE_UP = followedBy(`
  ALTER TABLE memos ADD COLUMN pinned INTEGER NOT NULL DEFAULT 0 CHECK (pinned IN (0, 1));
  CREATE TABLE cases_new (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    name TEXT NOT NULL,
    description TEXT NOT NULL DEFAULT '',
    rank TEXT NOT NULL CHECK (length(rank) > 0),
    created_at TEXT NOT NULL CHECK (length(created_at) = 24)
  ) STRICT, WITHOUT ROWID;
  INSERT INTO cases_new SELECT id, name, description, rank, created_at FROM cases;
  DROP TABLE cases;
  ALTER TABLE cases_new RENAME TO cases;`);

const migrated = (path: string, migrations: readonly Migration[]): Promise<Project> =>
  openProject(path, optionsFor(), migrations);

function look<Result>(path: string, action: (db: Sql) => Result): Result {
  const db = connect(path, 'look');
  try {
    return action(db);
  } finally {
    db.close();
  }
}

const rowCounts = (db: Sql) =>
  Object.fromEntries(
    db
      .all<{ name: string }>(
        sql`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'`,
      )
      .map(({ name }) => [name, countRows(db, name)]),
  );

test('a migration keeps every row, after a backup of what was before', async () => {
  const path = copyOfFixture(SCHEMA_VERSION);
  const [before, counts] = look(path, (db) => [dump(db), rowCounts(db)]);
  const project = await migrated(path, MADE_UP);
  expect([project.db.pragma('user_version'), project.db.pragma('foreign_keys')]).toEqual([NEXT, 1]);
  expect(rowCounts(project.db)).toEqual({ ...counts, migrations: NEXT });
  expect(dump(project.db).replaceAll(',"pinned":0', '')).toBe(before);
  expect(checkWhole(project.db)).toEqual([]);
  expect(project.db.get(sql`SELECT number, name, colligo FROM migrations ORDER BY number DESC`)).toEqual({
    number: NEXT,
    name: 'made-up',
    colligo: VERSION,
  });
  project.close();
  const [backup = '', ...others] = readdirSync(backupFolder(path));
  expect([others, backup]).toEqual([[], expect.stringMatching(/ migration\.colligo$/)]);
  expect(look(join(backupFolder(path), backup), (db) => [dump(db), db.pragma('user_version')])).toEqual([
    before,
    SCHEMA_VERSION,
  ]);
});

test('what was logged before a migration is undone after it, and what is done after it too', async () => {
  const path = copyOfFixture(SCHEMA_VERSION);
  const project = await migrated(path, MADE_UP);
  project.write({ code: 'x.y', label: 'Pin' }, [], ({ db }) => db.run(sql`UPDATE memos SET pinned = 1`));
  createCode(project, { name: 'Later', parentId: null });
  for (let step = undoable(project.db); step; step = undoable(project.db)) project.undo(idText(step.id));
  expect(['documents', 'codes', 'memos', 'cases'].map((table) => countRows(project.db, table))).toEqual([
    0, 0, 0, 0,
  ]);
  project.close();
});

test('a migrated project is migrated once, and refused by the version before with the name of its maker', async () => {
  const path = copyOfFixture(SCHEMA_VERSION);
  for (let time = 0; time < 2; time++) (await migrated(path, MADE_UP)).close();
  expect(readdirSync(backupFolder(path))).toHaveLength(1);
  await expect(openProject(path, optionsFor())).rejects.toMatchObject({
    code: 'NEWER',
    message: expect.stringContaining(`(${VERSION})`),
  });
});

test('an older project is not read before it has been brought up to date', async () => {
  const path = copyOfFixture(SCHEMA_VERSION);
  const before = hashOf(path);
  await expect(openProject(path, optionsFor(ANNA, 'read'), MADE_UP)).rejects.toMatchObject({
    code: 'READ_ONLY',
    message: expect.stringContaining('older Colligo'),
  });
  expect([hashOf(path), litterOf(path)]).toEqual([before, []]);
});

test.for([
  ['cannot be understood', 'ALTER TABLE memos ADD COLUMN a TEXT; CREATE TABEL b (c);'],
  [
    'meets rows that do not fit',
    'ALTER TABLE memos ADD COLUMN a TEXT; INSERT INTO coders SELECT * FROM coders;',
  ],
  ['breaks references', 'ALTER TABLE memos ADD COLUMN a TEXT; DELETE FROM coders;'],
] as const)('a migration that %s changes nothing at all', async ([, script]) => {
  const path = copyOfFixture(SCHEMA_VERSION);
  const before = hashOf(path);
  await expect(migrated(path, followedBy(script))).rejects.toThrow();
  expect([hashOf(path), litterOf(path)]).toEqual([before, [`${basename(path)}-backups`]]);
  const project = await openProject(path, optionsFor());
  expect(project.db.pragma('foreign_keys')).toBe(1);
  expect(createCode(project, { name: 'Goes on', parentId: null }).step).not.toBeNull();
  project.close();
});

test('without a backup there is no migration', async () => {
  const path = copyOfFixture(SCHEMA_VERSION);
  const before = hashOf(path);
  writeFileSync(backupFolder(path), 'in the way');
  await expect(migrated(path, MADE_UP)).rejects.toMatchObject({ code: 'DISK' });
  expect(hashOf(path)).toBe(before);
});
