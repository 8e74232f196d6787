import { copyFileSync, existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createCode } from '../../../src/engine/codebook/write.ts';
import { connect } from '../../../src/engine/store/connect.ts';
import { dump } from '../../../src/engine/store/dump.ts';
import type { Project } from '../../../src/engine/store/project.ts';
import { sql } from '../../../src/engine/store/sql.ts';
import { eventually } from '../../eventually.ts';
import { ANNA, newProject, open, optionsFor, tempFolder } from '../kit/project.ts';
import { fillEverything } from './everything.ts';
import { litterOf } from './files.ts';

const logSize = (project: Project) => statSync(`${project.path}-wal`, { throwIfNoEntry: false })?.size;
const code = (project: Project, name: string) => createCode(project, { name, parentId: null });

/** The dump of a copy of the file alone, as a person makes it with a file manager. */
async function dumpOfFileAlone(project: Project): Promise<string> {
  const copy = join(tempFolder(), 'copy.colligo');
  copyFileSync(project.path, copy);
  return dump((await open(copy, optionsFor(ANNA, 'read'))).db);
}

test('the writing connection waits for the disk with each step, and is cautious with what is in the file', async () => {
  const { db } = await newProject();
  const wanted = {
    journal_mode: 'wal',
    synchronous: 2,
    foreign_keys: 1,
    trusted_schema: 0,
    cell_size_check: 1,
    query_only: 0,
  };
  const found = Object.keys(wanted).map((name) => [name, db.pragma(name)]);
  expect(Object.fromEntries(found)).toEqual(wanted);
});

test('a step is in the log when it returns, before any checkpoint', async () => {
  const project = await newProject();
  const before = logSize(project) ?? 0;
  code(project, 'A code');
  expect(logSize(project)).toBeGreaterThan(before);
});

test('a moment after the last step the file alone is the whole project', async () => {
  const project = await newProject();
  fillEverything(project);
  expect(logSize(project)).toBeGreaterThan(0);
  await eventually(() => expect(logSize(project)).toBe(0));
  expect(await dumpOfFileAlone(project)).toBe(dump(project.db));
});

test('a closed project is one file, that needs no log to be read', async () => {
  const project = await newProject();
  fillEverything(project);
  const before = dump(project.db);
  project.close();
  project.close();
  expect(litterOf(project.path)).toEqual([]);
  const reader = connect(project.path, 'read');
  expect(reader.pragma('journal_mode')).toBe('delete');
  expect(dump(reader)).toBe(before);
  reader.close();
});

test('a reader in the middle of something never makes the writer wait; the log is folded in when it is done', async () => {
  const project = await newProject();
  const reader = connect(project.path, 'read');
  reader.script('BEGIN');
  reader.all(sql`SELECT * FROM codes`);
  code(project, 'Beside the reader');
  project.checkpoint();
  await sleep(900);
  expect(logSize(project)).toBeGreaterThan(0);
  expect(reader.all(sql`SELECT * FROM codes`)).toEqual([]);
  reader.script('COMMIT');
  await eventually(() => expect(logSize(project)).toBe(0));
  reader.close();
});

test('closing does not wait for a reader, and loses nothing', async () => {
  const project = await newProject();
  code(project, 'Before');
  const reader = connect(project.path, 'read');
  reader.script('BEGIN');
  reader.all(sql`SELECT * FROM codes`);
  code(project, 'After');
  project.close();
  expect(existsSync(`${project.path}-lock`)).toBe(false);
  reader.close();
  const again = await open(project.path);
  expect(again.db.all(sql`SELECT name FROM codes ORDER BY id`)).toEqual([
    { name: 'Before' },
    { name: 'After' },
  ]);
  again.close();
  expect(litterOf(project.path)).toEqual([]);
});

test('a loop over rows that is left early does not keep the project from closing', async () => {
  const project = await newProject();
  fillEverything(project);
  for (const _row of project.db.iterate(sql`SELECT * FROM steps`)) break;
  project.close();
  expect(litterOf(project.path)).toEqual([]);
});
