import { randomBytes } from 'node:crypto';
import { copyFileSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { createProject } from '../../../src/engine/store/create.ts';
import { SCHEMA_VERSION } from '../../../src/engine/store/format.ts';
import { openProject } from '../../../src/engine/store/open.ts';
import { countRows } from '../../../src/engine/store/tables.ts';
import { ANNA, open, optionsFor, tempFolder } from '../kit/project.ts';
import { fillEverything, soundBytes } from './everything.ts';
import { litterOf } from './files.ts';
import { changedBy, expectRefused, fileWith } from './refused.ts';

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
    await expectRefused(await changedBy(script), 'NEWER', words);
  });
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
  await expectRefused(fileWith(await soundBytes(), 'name.colligo '), 'NOT_A_PROJECT', /ends in a space/);
});
