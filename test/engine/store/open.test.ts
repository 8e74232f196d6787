import { randomBytes } from 'node:crypto';
import { copyFileSync, mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { beforeAll, describe, expect, test } from 'vitest';
import type { ErrorCode } from '../../../src/contract/procedure.ts';
import { createProject } from '../../../src/engine/store/create.ts';
import { APPLICATION_ID, SCHEMA_VERSION } from '../../../src/engine/store/format.ts';
import { openProject } from '../../../src/engine/store/open.ts';
import { countRows } from '../../../src/engine/store/tables.ts';
import { ANNA, open, optionsFor, tempFolder } from '../kit/project.ts';
import { fillEverything, soundBytes } from './everything.ts';
import { hashOf, litterOf } from './files.ts';

let sound: Buffer;

beforeAll(async () => {
  sound = await soundBytes();
});

/** A file of its own with these bytes. */
function fileWith(bytes: Uint8Array | string, name = 'some file.colligo'): string {
  const path = join(tempFolder(), name);
  writeFileSync(path, bytes);
  return path;
}

/** A sound project, changed with SQL. */
function changedBy(script: string): string {
  const path = fileWith(sound);
  const db = new Database(path);
  db.pragma('foreign_keys = OFF');
  db.unsafeMode();
  db.exec(script);
  db.close();
  return path;
}

/** Expects the refusal in both modes, in one sentence, with the bytes as they were and nothing left beside them. */
async function expectRefused(path: string, code: ErrorCode, words: RegExp | string): Promise<void> {
  const before = { hash: hashOf(path), litter: litterOf(path) };
  for (const mode of ['read', 'write'] as const) {
    const error: unknown = await openProject(path, optionsFor(ANNA, mode)).catch((e: unknown) => e);
    expect(error).toMatchObject({ name: 'ColligoError', code, message: expect.stringMatching(words) });
    expect((error as Error).message).toMatch(/^[^\n]{10,200}[.]$/u);
    expect({ hash: hashOf(path), litter: litterOf(path) }).toEqual(before);
  }
}

describe('what is no project is refused with a sentence, and stays as it was', () => {
  const foreign = (script: string) => {
    const path = join(tempFolder(), 'foreign.colligo');
    const db = new Database(path);
    db.exec(script);
    db.close();
    return path;
  };
  test.for<[string, () => string]>([
    ['an empty file', () => fileWith('')],
    ['one byte', () => fileWith('x')],
    ['a text', () => fileWith('Heat plans\n'.repeat(500))],
    ['NUL bytes', () => fileWith(Buffer.alloc(10_000))],
    ['a picture', () => fileWith(Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108', 'hex'))],
    ['a PDF', () => fileWith(`%PDF-1.7\n%âãÏÓ\n1 0 obj\n<<>>\nendobj\n${'0'.repeat(3000)}\n%%EOF\n`)],
    ['a zip', () => fileWith(Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(2000, 7)]))],
    ['the first words of a database', () => fileWith('SQLite format 3\0')],
    ['a database of another program', () => foreign('CREATE TABLE t (a); INSERT INTO t VALUES (1)')],
    [
      'a database of another program with a log',
      () => foreign('PRAGMA journal_mode = WAL; CREATE TABLE t (a)'),
    ],
    ['an empty database', () => foreign('PRAGMA user_version = 1; VACUUM')],
  ])('%s', async ([, make]) => {
    await expectRefused(make(), 'NOT_A_PROJECT', /not a Colligo project/);
  });

  test('random bytes of many lengths', async () => {
    for (const length of [2, 15, 16, 99, 100, 101, 512, 4096, 70_000])
      await expectRefused(fileWith(randomBytes(length)), 'NOT_A_PROJECT', /not a Colligo project/);
  });

  test('a folder, nothing, and a link to nothing', async () => {
    const folder = join(tempFolder(), 'folder.colligo');
    mkdirSync(folder);
    const dangling = join(tempFolder(), 'dangling.colligo');
    symlinkSync(join(folder, 'nothing'), dangling);
    const circle = join(tempFolder(), 'circle.colligo');
    symlinkSync(circle, circle);
    const refusal = (path: string) => openProject(path, optionsFor()).catch((error: unknown) => error);
    expect(await refusal(folder)).toMatchObject({ code: 'NOT_A_PROJECT', message: /is a folder/ });
    for (const path of [
      join(folder, 'nothing'),
      join(folder, 'no', 'folder'),
      join(`${folder}/x`, '\0'),
      dangling,
      circle,
      join(folder, 'n'.repeat(5000)),
    ])
      expect(await refusal(path)).toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('a newer project is refused with the version that made it', () => {
  const raise = `PRAGMA user_version = ${SCHEMA_VERSION + 1};`;
  const migration = (colligo: string) =>
    `INSERT INTO migrations VALUES (${SCHEMA_VERSION + 1}, 'later', zeroblob(32), '${colligo}', '2031-01-01T00:00:00.000Z');`;
  test.for([
    ['as it should be', `${raise} ${migration('2.7.0')}`, /newer Colligo \(2\.7\.0\)/],
    ['with another schema', `${raise} ${migration('2.7.0')} DROP TABLE memos`, /\(2\.7\.0\)/],
    ['whose maker is no version', `${raise} ${migration('<b>\n</b>')}`, /version unknown/],
    ['that keeps its migrations elsewhere', `${raise} DROP TABLE migrations`, /version unknown/],
  ] as const)('%s', async ([, script, words]) => {
    await expectRefused(changedBy(script), 'NEWER', words);
  });
});

describe('a schema that no Colligo made is refused', () => {
  const rewritten = (from: string, to: string) => `PRAGMA writable_schema = ON;
    UPDATE sqlite_schema SET sql = replace(sql, '${from}', '${to}');`;
  test.for<[string, string, RegExp]>([
    [
      'a trigger',
      `CREATE TRIGGER t AFTER INSERT ON codes BEGIN DELETE FROM memos; END`,
      /trigger or a view/,
    ],
    ['a view', 'CREATE VIEW v AS SELECT 1', /trigger or a view/],
    ['a further table', 'CREATE TABLE extra (a)', /a table that no Colligo wrote/],
    ['a further virtual table', 'CREATE VIRTUAL TABLE extra USING rtree (a, b, c)', /no Colligo wrote/],
    ['a further index', 'CREATE INDEX extra ON memos (body)', /an index that no Colligo wrote/],
    ['a further column', 'ALTER TABLE memos ADD COLUMN extra TEXT', /the table memos is not defined/],
    ['a missing table', 'DROP TABLE memos', /memos/],
    ['a missing index', 'DROP INDEX memos_by_code', /the index memos_by_code is missing/],
    ['a column by another name', rewritten('use_when', 'use_wen'), /the table codes is not defined/],
    ['a constraint that is weaker', rewritten('BETWEEN 1 AND 99', 'BETWEEN 0 AND 99'), /is not defined as Colligo/],
    ['a foreign key that cascades', rewritten('RESTRICT', 'CASCADE '), /is not defined as Colligo/],
    ['an older version than its schema', 'PRAGMA user_version = 0', /no Colligo wrote/],
    ['a negative version', 'PRAGMA user_version = -1', /no Colligo wrote/],
    ['no list of migrations', 'DELETE FROM migrations', /steps that Colligo takes/],
    ['another migration', 'UPDATE migrations SET sha256 = zeroblob(32)', /steps that Colligo takes/],
    [
      'one migration more',
      `INSERT INTO migrations VALUES (0, 'x', zeroblob(32), '0', '2031-01-01T00:00:00.000Z')`,
      /steps that Colligo takes/,
    ],
  ])('%s', async ([, script, words]) => {
    await expectRefused(changedBy(script), 'DAMAGED', words);
  });

  test('statistics that SQLite keeps are no damage', async () => {
    const project = await open(changedBy('ANALYZE'));
    expect(countRows(project.db, 'codes')).toBe(2);
  });
});

test('a project that is cut short is refused at every length', async () => {
  const lengths = new Set([0, 1, 99, 100, 1000, 4095, 4096, 4097, sound.length - 1, sound.length - 4096]);
  for (let page = 2; page * 4096 < sound.length; page += 3) lengths.add(page * 4096).add(page * 4096 + 77);
  for (const length of lengths) {
    const path = fileWith(sound);
    truncateSync(path, length);
    const error: unknown = await openProject(path, optionsFor()).catch((e: unknown) => e);
    expect(error, `cut at ${length}`).toMatchObject({
      code: expect.stringMatching(/^(NOT_A_PROJECT|DAMAGED)$/),
      message: expect.stringMatching(/^[^\n]{10,200}[.]$/),
    });
    expect(hashOf(path)).toBe(hashOf(fileWith(sound.subarray(0, length))));
    expect(litterOf(path)).toEqual([]);
  }
});

test.for([
  'with spaces and (brackets).colligo',
  'Wärmeplanung – 熱 🙂 ë.colligo',
  'all#of?these%20are&legal\'s "too".colligo',
  '%00%2F%2e.colligo',
  'file:strange.colligo',
  ':memory:',
  '-starts-with-a-dash.colligo',
  'back\\slash.colligo',
])('a project is made, opened and copied under the name %s', async (name) => {
  const path = join(tempFolder(), name);
  createProject(path, { title: 'Named', actor: ANNA });
  const project = await open(path);
  fillEverything(project);
  project.close();
  expect(litterOf(path)).toEqual([]);
  const copy = join(tempFolder(), name);
  copyFileSync(path, copy);
  expect(countRows((await open(copy, optionsFor(ANNA, 'read'))).db, 'codes')).toBe(2);
});

test('a name that ends in a space cannot be opened, and that is said', async () => {
  await expectRefused(fileWith(sound, 'name.colligo '), 'NOT_A_PROJECT', /ends in a space/);
});
