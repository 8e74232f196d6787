import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { dump } from '../../../src/engine/store/dump.ts';
import { SCHEMA_VERSION } from '../../../src/engine/store/format.ts';
import { idText } from '../../../src/engine/store/ids.ts';
import { MIGRATIONS, scriptHash } from '../../../src/engine/store/migrate.ts';
import { Sql, sql } from '../../../src/engine/store/sql.ts';
import { redoable, undoable } from '../../../src/engine/store/steps.ts';
import { countRows } from '../../../src/engine/store/tables.ts';
import { checkWhole } from '../../../src/engine/store/verify.ts';
import { open } from '../kit/project.ts';
import { copyOfFixture, dumpPath, fixturePath, makeFixture } from './fixtures.ts';

const root = join(import.meta.dirname, '../../..');

/**
 * A shipped migration is never changed: files that it made are on people's disks. A new one is added here with its hash,
 * and with UPDATE=1 this file makes the project that goes with it.
 */
const SHIPPED: Readonly<Record<number, string>> = {
  1: '0e7be25c246fdc95d420ee9952668121a57392181a989472317ffeea0d0effc6',
  2: '8b2c830c207753aa9536c40115f8be111ee72c5b91a2d5ee06a424e260cb0137',
  3: '095b85fb343200340f2e8a9503feddbd1edadfb440bf7b2865fba85591061fc3',
  4: '5f41cff0ae5e462f6d288ac52acafe53ff732fbcf55724283148efc296d8d3a1',
};

test('shipped migrations are as they were shipped, and their numbers run on', () => {
  const hashes = MIGRATIONS.map(({ number, script }) => [
    number,
    Buffer.from(scriptHash(script)).toString('hex'),
  ]);
  expect(Object.fromEntries(hashes)).toEqual(SHIPPED);
  expect(MIGRATIONS.map(({ number }) => number)).toEqual(MIGRATIONS.map((_, index) => index + 1));
  expect(MIGRATIONS.at(-1)?.number).toBe(SCHEMA_VERSION);
});

test('every migration of the folder is in the list, under its own name', () => {
  const folder = join(root, 'src/engine/store/migrations');
  const files = readdirSync(folder).sort();
  expect(files).toEqual(
    MIGRATIONS.map(({ number, name }) => `${String(number).padStart(3, '0')}-${name}.sql`),
  );
  for (const [index, file] of files.entries()) {
    const script = readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n');
    expect(MIGRATIONS[index]?.script.replaceAll('\r\n', '\n')).toBe(script);
  }
});

test('line ends of a checkout make no difference', () => {
  const script = 'CREATE TABLE a (\n  b\n);\n';
  expect(scriptHash(script.replaceAll('\n', '\r\n'))).toEqual(scriptHash(script));
});

describe.for(MIGRATIONS.map(({ number }) => number))('a project made by migration %i', (number) => {
  test('is kept with the tests, with a row in every table', async () => {
    if (process.env['UPDATE'] && number === SCHEMA_VERSION && !existsSync(fixturePath(number)))
      await makeFixture(number);
    const db = new Sql(new Database(copyOfFixture(number)));
    expect(db.pragma('user_version')).toBe(number);
    const tables = db.all<{ name: string }>(sql`
      SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'`);
    expect(tables.map((table) => table.name).filter((table) => countRows(db, table) === 0)).toEqual([]);
    expect(checkWhole(db)).toEqual([]);
    db.close();
  });

  test.skipIf(!existsSync(join(root, '.git')))('is not ignored by git, as projects are elsewhere', () => {
    const ignored = (path: string) =>
      spawnSync('git', ['check-ignore', '--quiet', path], { cwd: root }).status === 0;
    expect(ignored(basename(fixturePath(number)))).toBe(true);
    expect(ignored(fixturePath(number))).toBe(false);
  });

  test('opens in the present version with all that was in it', async () => {
    const project = await open(copyOfFixture(number));
    expect(project.db.pragma('user_version')).toBe(SCHEMA_VERSION);
    const text = `${dump(project.db)}\n`;
    if (process.env['UPDATE']) writeFileSync(dumpPath(number), text);
    expect(text).toBe(readFileSync(dumpPath(number), 'utf8'));
    expect(checkWhole(project.db)).toEqual([]);
  });

  test('can be undone to its beginning and redone, by what it logged then', async () => {
    const project = await open(copyOfFixture(number));
    const before = dump(project.db);
    let undone = 0;
    for (let step = undoable(project.db); step; step = undoable(project.db), undone++)
      project.undo(idText(step.id));
    expect(undone).toBeGreaterThan(5);
    expect(['documents', 'codes', 'memos', 'passages'].map((table) => countRows(project.db, table))).toEqual([
      0, 0, 0, 0,
    ]);
    for (let next = redoable(project.db); next && undone > 0; next = redoable(project.db), undone--)
      project.redo(idText(next.target.id));
    expect(undone).toBe(0);
    expect(dump(project.db)).toBe(before);
  });
});
