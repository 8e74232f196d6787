import { readFileSync, truncateSync } from 'node:fs';
import Database from 'better-sqlite3';
import { beforeAll, describe, expect, test } from 'vitest';
import { openProject } from '../../../src/engine/store/open.ts';
import { CONTENT_TABLES, countRows, LOG_TABLES, LOGGED_TABLES } from '../../../src/engine/store/tables.ts';
import { addText } from '../kit/documents.ts';
import { newProject, open, optionsFor } from '../kit/project.ts';
import { soundBytes } from './everything.ts';
import { hashOf, litterOf } from './files.ts';
import { changedBy, expectRefused, fileWith } from './refused.ts';

let sound: Buffer;

beforeAll(async () => {
  sound = await soundBytes();
});

describe('a schema that no Colligo made is refused', () => {
  const rewritten = (from: string, to: string) => `PRAGMA writable_schema = ON;
    UPDATE sqlite_schema SET sql = replace(sql, '${from}', '${to}');`;
  test.for<[string, string, RegExp]>([
    ['a trigger', `CREATE TRIGGER t AFTER INSERT ON codes BEGIN DELETE FROM memos; END`, /trigger or a view/],
    ['a view', 'CREATE VIEW v AS SELECT 1', /trigger or a view/],
    ['a further table', 'CREATE TABLE extra (a)', /a table that no Colligo wrote/],
    ['a further virtual table', 'CREATE VIRTUAL TABLE extra USING rtree (a, b, c)', /no Colligo wrote/],
    ['a further index', 'CREATE INDEX extra ON memos (body)', /an index that no Colligo wrote/],
    ['a further column', 'ALTER TABLE memos ADD COLUMN extra TEXT', /the table memos is not defined/],
    ['a missing table', 'DROP TABLE memos', /memos/],
    ['a missing index', 'DROP INDEX memos_by_code', /the index memos_by_code is missing/],
    ['a column by another name', rewritten('use_when', 'use_wen'), /the table codes is not defined/],
    [
      'a constraint that is weaker',
      rewritten('BETWEEN 1 AND 99', 'BETWEEN 0 AND 99'),
      /is not defined as Colligo/,
    ],
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
    await expectRefused(await changedBy(script), 'DAMAGED', words);
  });

  test('statistics that SQLite keeps are no damage', async () => {
    const project = await open(await changedBy('ANALYZE'));
    expect(countRows(project.db, 'codes')).toBe(2);
  });
});

test('a project is refused when the last byte of an original is missing, though no table is hurt', async () => {
  const whole = await newProject();
  addText(whole, 'Long', 'A long original. '.repeat(100_000));
  whole.close();
  const bytes = readFileSync(whole.path);
  await open(fileWith(bytes));
  await expectRefused(fileWith(bytes.subarray(0, -1)), 'DAMAGED', /its end is missing/);
});

describe('damage that SQLite can find in a table is noticed at opening', () => {
  /** Where the root page of a table or index lies. */
  const rootOf = (table: string) => {
    const db = new Database(sound);
    const root = db.prepare('SELECT rootpage FROM sqlite_schema WHERE name = ?').pluck().get(table) as number;
    db.close();
    return (root - 1) * 4096;
  };

  test.for([...LOGGED_TABLES, ...CONTENT_TABLES, ...LOG_TABLES].filter((table) => table !== 'blobs'))(
    'of %s',
    async (table) => {
      const bytes = Buffer.from(sound);
      bytes.fill(0, rootOf(table), rootOf(table) + 4096);
      await expectRefused(
        fileWith(bytes),
        'DAMAGED',
        new RegExp(`the table ${table} cannot be read whole|damaged`),
      );
    },
  );

  test('of an index, of which others know nothing', async () => {
    const bytes = Buffer.from(sound);
    bytes.fill(0, rootOf('codings_by_code'), rootOf('codings_by_code') + 4096);
    await expectRefused(fileWith(bytes), 'DAMAGED', /the table codings cannot be read whole/);
  });

  test.for(['block_words_data', 'block_words_config'])('of the search index (%s)', async (table) => {
    const bytes = Buffer.from(sound);
    bytes.fill(0, rootOf(table), rootOf(table) + 4096);
    await expectRefused(fileWith(bytes), 'DAMAGED', /its search index cannot be read/);
  });

  test('of references, where a row is missing', async () => {
    await expectRefused(await changedBy('DELETE FROM coders'), 'DAMAGED', /points at a row of coders/);
  });

  test('of values, where one is not what the schema allows', async () => {
    await expectRefused(
      await changedBy('PRAGMA ignore_check_constraints = ON; UPDATE codings SET weight = 200'),
      'DAMAGED',
      /the table codings cannot be read whole/,
    );
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
