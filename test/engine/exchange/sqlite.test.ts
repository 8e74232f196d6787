import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';
import { ExchangeError } from '../../../src/engine/exchange/error.ts';
import { Grouped } from '../../../src/engine/exchange/sqlite/grouped.ts';
import { openForeign } from '../../../src/engine/exchange/sqlite/open.ts';
import { tempFolder } from '../kit/project.ts';
import { foreign } from './foreign-kit.ts';

const NEEDED = { notes: ['id', 'words'] };
const NOTES = 'CREATE TABLE notes (id integer primary key, words text);';
const SOME = {
  notes: [
    { id: 1, words: 'one' },
    { id: 2, words: 'two 🙂' },
  ],
};

const made = (schema = NOTES, rows: Parameters<typeof foreign>[2] = SOME) =>
  foreign(join(tempFolder(), 'other.sqlite3'), schema, rows);

const hash = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');

function opened(path: string, needed: Record<string, string[]> = NEEDED) {
  const file = openForeign(path, 'Other', needed);
  onTestFinished(() => file.close());
  return file;
}

/** @returns the sentence that a file is refused with; the file is untouched and nothing lies beside it */
function refusal(path: string, read = false): string {
  try {
    const file = openForeign(path, 'Other', NEEDED);
    try {
      if (read) for (const _row of file.rows('notes', ['id', 'words']));
    } finally {
      file.close();
    }
  } catch (error) {
    if (!(error instanceof ExchangeError)) throw error;
    expect(existsSync(`${path}-shm`)).toBe(false);
    return error.message;
  }
  throw new Error('the file was not refused');
}

describe('a sound file', () => {
  test('gives its rows as what they should be, and is not touched', () => {
    const path = made();
    const before = hash(path);
    const file = opened(path);
    const rows = [...file.rows('notes', ['id', 'words', 'absent'], { order: ['id'] })];
    expect(rows.map((row) => [row.whole('id'), row.text('words'), row.text('absent')])).toEqual([
      [1, 'one', ''],
      [2, 'two 🙂', ''],
    ]);
    expect([...file.rows('absent', ['id'])]).toEqual([]);
    file.close();
    expect(hash(path)).toBe(before);
    expect(existsSync(`${path}-wal`) || existsSync(`${path}-shm`)).toBe(false);
  });

  test('may hold anything in any column', () => {
    const path = made('CREATE TABLE notes (id, words);', {
      notes: [
        { id: 'x', words: 7 },
        { id: 1.5, words: null },
        { id: null, words: Buffer.from('bytes') },
        { id: '12', words: 1e300 },
        { id: 9e18, words: 'NUL \0 inside' },
      ],
    });
    const rows = [...opened(path).rows('notes', ['id', 'words'])];
    expect(rows.map((row) => row.whole('id'))).toEqual([null, null, null, 12, null]);
    expect(rows.map((row) => row.number('id'))).toEqual([null, 1.5, null, 12, 9e18]);
    expect(rows.map((row) => row.text('words'))).toEqual(['7', '', 'bytes', '1e+300', 'NUL \0 inside']);
  });

  test('is read with what another program has not folded into it yet, which stays beside it', () => {
    const folder = tempFolder();
    const live = join(folder, 'live.sqlite3');
    const writer = new Database(live);
    onTestFinished(() => void writer.close());
    writer.pragma('journal_mode = WAL');
    writer.exec(`${NOTES} INSERT INTO notes VALUES (1, 'in the log')`);
    const path = join(folder, 'copy.sqlite3');
    copyFileSync(live, path);
    copyFileSync(`${live}-wal`, `${path}-wal`);
    const before = [hash(path), hash(`${path}-wal`)];
    const file = openForeign(path, 'Other', NEEDED);
    expect([...file.rows('notes', ['words'])].map((row) => row.text('words'))).toEqual(['in the log']);
    file.close();
    expect([hash(path), hash(`${path}-wal`)]).toEqual(before);
    expect(existsSync(`${path}-shm`)).toBe(false);
  });

  test('hands out rows by what they belong to, and counts those that belong to nothing', () => {
    const path = made('CREATE TABLE notes (id, words text);', {
      notes: [2, 2, 3, 5, null, 'x'].map((id) => ({ id, words: String(id) })),
    });
    const grouped = new Grouped(opened(path).rows('notes', ['id', 'words'], { order: ['id'] }), 'id');
    const take = (key: number) => grouped.take(key).map((row) => row.text('words'));
    expect([take(1), take(2), take(4)]).toEqual([[], ['2', '2'], []]);
    // Nothing, 3, 5 and a word.
    expect(grouped.finish()).toBe(4);
  });
});

describe('is not opened', () => {
  test('what is no SQLite file, is empty, a folder, a pipe, or not there', () => {
    const folder = tempFolder();
    const text = join(folder, 'text.sqlite3');
    writeFileSync(
      text,
      'SQLite is not what this is, though it is long enough to hold a head of a hundred bytes. '.repeat(3),
    );
    expect(refusal(text)).toBe('“text.sqlite3” is not an SQLite file, so it is no project of Other.');
    const empty = join(folder, 'empty.sqlite3');
    writeFileSync(empty, '');
    expect(refusal(empty)).toBe('“empty.sqlite3” is not a project of Other.');
    mkdirSync(join(folder, 'folder.sqlite3'));
    expect(refusal(join(folder, 'folder.sqlite3'))).toBe('“folder.sqlite3” is not a file.');
    expect(refusal(join(folder, 'none.sqlite3'))).toContain('it is not there');
    if (process.platform === 'win32') return;
    execFileSync('mkfifo', [join(folder, 'pipe.sqlite3')]);
    expect(refusal(join(folder, 'pipe.sqlite3'))).toBe('“pipe.sqlite3” is not a file.');
  });

  test('a database of another program, or with a column missing', () => {
    expect(refusal(made('CREATE TABLE things (id integer);', {}))).toContain('is not a project of Other');
    expect(refusal(made('CREATE TABLE notes (id integer);', {}))).toContain('is not a project of Other');
  });

  test.each([
    ['a trigger', `${NOTES} CREATE TRIGGER t AFTER INSERT ON notes BEGIN SELECT 1; END;`, 'a trigger (t)'],
    ['a view called like a table', "CREATE VIEW notes AS SELECT 1 AS id, 'x' AS words;", 'a view (notes)'],
    ['a virtual table', `${NOTES} CREATE VIRTUAL TABLE v USING fts5(words);`, 'a virtual table (v)'],
    [
      'a virtual table called like one',
      'CREATE VIRTUAL TABLE notes USING fts5(id, words);',
      'a virtual table (notes)',
    ],
  ])('one with %s', (_what, schema, expected) => {
    expect(refusal(made(schema, {}))).toContain(expected);
  });

  test('one with a view of another name than its program makes; a known one is let be, and has no rows', () => {
    const path = made(
      `${NOTES} CREATE VIEW seen AS SELECT * FROM notes; CREATE VIEW other AS SELECT 1 AS id;`,
    );
    expect(() => openForeign(path, 'Other', NEEDED, new Set(['seen']))).toThrow('a view (other)');
    const known = made(`${NOTES} CREATE VIEW seen AS SELECT * FROM notes;`);
    const file = openForeign(known, 'Other', NEEDED, new Set(['seen']));
    expect([file.has('seen'), [...file.rows('seen', ['id'])].length, file.has('notes')]).toEqual([
      false,
      0,
      true,
    ]);
    file.close();
  });

  test('one with columns that are worked out as they are read', () => {
    const schema = "CREATE TABLE notes (id integer, words text AS (printf('%.*c', 900000000, 'x')));";
    expect(refusal(made(schema, {}))).toContain('worked out as they are read');
  });

  test('one whose pages are damaged, or whose end is missing', () => {
    const many = {
      notes: Array.from({ length: 2000 }, (_, id) => ({ id, words: `words ${id} `.repeat(20) })),
    };
    const damaged = made(NOTES, many);
    const bytes = readFileSync(damaged);
    bytes.fill(0x5a, 4096 * 3, 4096 * 5);
    writeFileSync(damaged, bytes);
    expect(refusal(damaged)).toContain('is damaged');
    const short = made(NOTES, many);
    truncateSync(short, 4096 * 7 + 100);
    expect(refusal(short)).toContain('is damaged');
    const schema = made(NOTES, many);
    const head = readFileSync(schema);
    head.fill(0x5a, 100, 4096);
    writeFileSync(schema, head);
    expect(refusal(schema)).toContain('is damaged');
  });

  test('one with a value that is too large, before it is read', () => {
    const path = made(`${NOTES} INSERT INTO notes VALUES (1, CAST(zeroblob(60000000) AS TEXT))`, {});
    expect(refusal(path, true)).toContain('holds a text of more than 52 MB');
  });
});

test('conditions of a table, which could take for ever, are not tried', () => {
  const path = made(
    "CREATE TABLE notes (id integer, words text CHECK (length(printf('%.*c', id * 900000000, 'x')) >= 0));",
    { notes: Array.from({ length: 40 }, () => ({ id: 0, words: 'x' })) },
  );
  const db = new Database(path);
  db.pragma('ignore_check_constraints = ON');
  db.exec('UPDATE notes SET id = 1');
  db.close();
  expect([...opened(path).rows('notes', ['id'])]).toHaveLength(40);
});
