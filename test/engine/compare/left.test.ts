import { cpSync, mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { CacheFolder, cacheUnder } from '../../../src/engine/cache/folder.ts';
import { readFactsAhead } from '../../../src/engine/compare/kept-facts.ts';
import { FEWEST, leftFacts } from '../../../src/engine/compare/left/left.ts';
import { compareTable } from '../../../src/engine/compare/table.ts';
import { HeavyPool } from '../../../src/engine/heavy/pool.ts';
import { commentPassage } from '../../../src/engine/passages/write.ts';
import { connect } from '../../../src/engine/store/connect.ts';
import { idText } from '../../../src/engine/store/ids.ts';
import type { Project } from '../../../src/engine/store/project.ts';
import { type Sql, sql } from '../../../src/engine/store/sql.ts';
import { newStudy } from '../dataset/study.ts';
import { ANNA, open, optionsFor, tempFolder } from '../kit/project.ts';

const ASK = { columns: { by: 'case' }, rollUp: true } as const;

/** @returns a connection that leaves what it finds in a folder, closed with the test */
function start(path: string, home: string): Sql {
  const db = connect(path, 'read');
  onTestFinished(() => db.close());
  cacheUnder(db, home);
  return db;
}

const leave = (path: string, home: string) => readFactsAhead(start(path, home), 0);
const left = (path: string, home: string) => leftFacts(start(path, home));

/** @returns the one file that lies there */
function fileIn(home: string): string {
  const folder = join(home, 'cache', 'facts');
  const [file = '', ...more] = readdirSync(folder);
  expect(more).toEqual([]);
  return join(folder, file);
}

/** Takes a step. */
function comment(project: Project, text: string): void {
  project.actor = ANNA;
  const [row] = project.db.all<{ id: Uint8Array }>(
    sql`SELECT id FROM passages WHERE created_by = ${ANNA.id}`,
  );
  commentPassage(project, idText(row?.id ?? ANNA.id), text);
}

test('a copy from before, or one that went another way, does not take what was left by the other', async () => {
  const { project } = await newStudy();
  const home = tempFolder();
  const backup = join(tempFolder(), 'backup.colligo');
  project.checkpoint();
  cpSync(project.path, backup);
  const wanted = compareTable(start(backup, tempFolder()), ASK);
  comment(project, 'later');
  leave(project.path, home);
  expect(left(project.path, home)?.parts.size).toBeGreaterThan(2);
  // Its newest step is one that the copy does not have.
  expect(left(backup, home)).toBeNull();
  expect(compareTable(start(backup, home), ASK)).toEqual(wanted);

  const copy = await open(backup, optionsFor());
  comment(copy, 'another way');
  const newest = ({ db }: Project) => db.one(sql`SELECT max(seq) AS seq FROM steps`);
  expect(newest(copy)).toEqual(newest(project));
  expect(left(backup, home)).toBeNull();
  // Whoever leaves something last has the file.
  leave(backup, home);
  expect(left(backup, home)).not.toBeNull();
  expect(left(project.path, home)).toBeNull();
});

test('what was changed without a step is noticed by its texts and migrations', async () => {
  const { project } = await newStudy();
  const home = tempFolder();
  leave(project.path, home);
  project.checkpoint();
  for (const change of [
    sql`UPDATE readings SET key = key + 1000 WHERE key = (SELECT max(key) FROM readings)`,
    sql`UPDATE migrations SET number = number + 1 WHERE number = (SELECT max(number) FROM migrations)`,
  ]) {
    const copy = join(tempFolder(), 'copy.colligo');
    cpSync(project.path, copy);
    expect(left(copy, home)).not.toBeNull();
    const db = connect(copy, 'write');
    db.pragma('foreign_keys = OFF');
    db.run(change);
    db.close();
    expect(left(copy, home)).toBeNull();
  }
});

test('a file that is torn, changed, empty or something else is as if it were not there, and replaced', async () => {
  const { project } = await newStudy();
  const home = tempFolder();
  leave(project.path, home);
  const file = fileIn(home);
  const whole = readFileSync(file);
  const flipped = (at: number) => {
    const bytes = Buffer.from(whole);
    bytes[at] = (bytes[at] ?? 0) ^ 0x10;
    return bytes;
  };
  const broken = [
    Buffer.alloc(0),
    Buffer.from('{"not": "ours"}'),
    Buffer.concat([whole, Buffer.alloc(4)]),
    ...[1, 4, 15, 16, 40, whole.length >> 1, whole.length - 4].map((size) => whole.subarray(0, size)),
    ...[0, 4, 8, 12, 16, whole.length >> 1, whole.length - 1].map(flipped),
  ];
  const wanted = compareTable(start(project.path, tempFolder()), ASK);
  for (const bytes of broken) {
    writeFileSync(file, bytes);
    expect(left(project.path, home)).toBeNull();
    expect(compareTable(start(project.path, home), ASK)).toEqual(wanted);
    leave(project.path, home);
    expect(readFileSync(file).equals(whole)).toBe(true);
  }
});

test('a small project leaves nothing', async () => {
  const { project } = await newStudy();
  const home = tempFolder();
  readFactsAhead(start(project.path, home));
  expect(readdirSync(home)).toEqual([]);
});

test('where nothing can be written, nothing is left and nothing else happens', async () => {
  const { project } = await newStudy();
  const home = join(tempFolder(), 'file');
  writeFileSync(home, 'no folder');
  const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  onTestFinished(() => said.mockRestore());
  leave(project.path, home);
  expect(said).toHaveBeenCalledOnce();
  expect(left(project.path, home)).toBeNull();
});

test('what was used least lately goes first, and so do drafts of programs that died', () => {
  const path = join(tempFolder(), 'cache');
  const folder = new CacheFolder(path, { files: 3, bytes: 100 });
  mkdirSync(path);
  const at = (name: string, minutes: number) => {
    const moment = new Date(Date.now() - minutes * 60_000);
    utimesSync(join(path, name), moment, moment);
  };
  for (const [name, minutes] of [
    ['.draft-1-0', 90],
    ['.draft-2-0', 1],
  ] as const) {
    writeFileSync(join(path, name), 'half');
    at(name, minutes);
  }
  for (const [name, minutes] of [
    ['a', 9],
    ['b', 8],
    ['c', 7],
  ] as const) {
    folder.write(name, Buffer.alloc(20));
    at(name, minutes);
  }
  expect(folder.read('a')?.length).toBe(20);
  folder.write('d', Buffer.alloc(20));
  expect(readdirSync(path).sort()).toEqual(['.draft-2-0', 'a', 'c', 'd']);
  folder.write('e', Buffer.alloc(70));
  expect(readdirSync(path).sort()).toEqual(['.draft-2-0', 'd', 'e']);
  // What is larger than all that may lie there is not begun.
  folder.write('f', Buffer.alloc(101));
  expect(folder.has('f')).toBe(false);
  expect(folder.read('f')).toBeNull();
});

test('a worker leaves what it read ahead, and the next one says the same', { timeout: 60_000 }, async () => {
  const { project } = await newStudy();
  const home = tempFolder();
  const many = sql`WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < ${FEWEST})`;
  project.write({ code: 'codings.test', label: 'Many' }, [], ({ db, at }) => {
    // A code for each coding: what stands on one place may be as much as one likes.
    db.run(sql`${many} INSERT INTO codes (id, parent_id, name, rank, colour, created_at, created_by)
      SELECT unhex(printf('%032x', n)), NULL, 'Code ' || n, printf('z%08d', n), '#336699', ${at}, ${ANNA.id} FROM n`);
    db.run(sql`${many} INSERT INTO codings (id, passage_id, code_id, coder_id, created_at)
      SELECT unhex(printf('%032x', n)), (SELECT min(passage_id) FROM anchors WHERE status = 'exact'), unhex(printf('%032x', n)), ${ANNA.id}, ${at} FROM n`);
  });
  project.checkpoint();
  const raw = join(import.meta.dirname, '../store/children/raw.ts');
  const options = { execArgv: ['--no-warnings', '--import', raw], workerData: { home } };
  const ask = async () => {
    const pool = new HeavyPool(project.path, options);
    await pool.run('prepare', {});
    const answer = await pool.run('compare', ASK);
    await pool.close();
    return answer;
  };
  const first = await ask();
  expect(left(project.path, home)?.seq).toBe(
    project.db.one<{ seq: number }>(sql`SELECT max(seq) AS seq FROM steps`).seq,
  );
  expect(await ask()).toEqual(first);
});
