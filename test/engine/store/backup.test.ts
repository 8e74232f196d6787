import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { createCode } from '../../../src/engine/codebook/write.ts';
import { backUpIfDue, backupFolder, DAILY, listBackups } from '../../../src/engine/store/backup.ts';
import { createProject } from '../../../src/engine/store/create.ts';
import { dump } from '../../../src/engine/store/dump.ts';
import type { Project } from '../../../src/engine/store/project.ts';
import { sql } from '../../../src/engine/store/sql.ts';
import { checkWhole } from '../../../src/engine/store/verify.ts';
import { ANNA, newProject, open, optionsFor, tempFolder } from '../kit/project.ts';
import { fillEverything } from './everything.ts';

const HOUR = 3_600_000;
const POLICY = { everyHours: 24, keep: 3 };
const step = (project: Project, name = 'A code') => createCode(project, { name, parentId: null });
const due = (project: Project, policy = POLICY) => backUpIfDue(project.db, project.path, policy);
const backups = ({ path }: Project) => listBackups(path).map((backup) => backup.path);

/** Makes a file, or the steps of a project, so many hours older. */
function age(path: string, hours: number): void {
  const then = new Date(Date.now() - hours * HOUR);
  utimesSync(path, then, then);
}
function ageSteps({ db }: Project, hours: number): void {
  db.run(sql`UPDATE steps SET at = ${new Date(Date.now() - hours * HOUR).toISOString()}`);
}

/** A project that is two days old, with a step of this moment. */
async function olderProject(): Promise<Project> {
  const project = await newProject();
  ageSteps(project, 48);
  step(project);
  return project;
}

test('a project of today, or one in which nothing has been done, is not backed up', async () => {
  const project = await newProject();
  step(project);
  expect(await due(project)).toBeNull();
  ageSteps(project, 48);
  expect(await due(project)).toBeNull();
  expect(existsSync(backupFolder(project.path))).toBe(false);
});

test('the first opening on a later day makes a backup, and the next one a day after more work', async () => {
  const project = await olderProject();
  const first = await due(project);
  expect(backups(project)).toEqual([first]);
  step(project);
  expect(await due(project)).toBeNull();
  age(first ?? '', 23.9);
  expect(await due(project)).toBeNull();
  age(first ?? '', 24.1);
  const second = await due(project);
  expect(backups(project)).toEqual([first, second]);
});

test('a day without steps needs no backup', async () => {
  const project = await olderProject();
  const first = await due(project);
  age(first ?? '', 50);
  ageSteps(project, 60);
  expect(await due(project)).toBeNull();
  ageSteps(project, 40);
  expect(await due(project)).not.toBeNull();
});

test('the oldest daily backups go, and nothing else in the folder does', async () => {
  const project = await olderProject();
  const folder = backupFolder(project.path);
  mkdirSync(folder);
  const others = ['note.txt', 'test 2020 migration.colligo', 'mine.colligo'];
  for (const other of others) writeFileSync(join(folder, other), 'stays');
  const made: string[] = [];
  for (let day = 0; day < 5; day++) {
    step(project, `Day ${day}`);
    for (const old of made) if (existsSync(old)) age(old, 30 * (6 - made.indexOf(old)));
    made.push((await due(project)) ?? 'none');
  }
  expect(backups(project)).toEqual(made.slice(-POLICY.keep));
  expect(readdirSync(folder)).toEqual(expect.arrayContaining(others));
});

test('a policy that keeps none makes none; one of every hour makes one an hour', async () => {
  const project = await olderProject();
  expect(await due(project, { everyHours: 1, keep: 0 })).toBeNull();
  const first = await due(project, { everyHours: 1, keep: 1 });
  age(first ?? '', 2);
  step(project);
  const second = await due(project, { everyHours: 1, keep: 1 });
  expect(backups(project)).toEqual([second]);
});

test('a backup that a wrong clock dated to the future does not stop those of today', async () => {
  const project = await olderProject();
  age((await due(project)) ?? '', -1000);
  step(project);
  expect(await due(project)).not.toBeNull();
});

test('a backup is the whole project in one file, and opens as one', async () => {
  const project = await olderProject();
  fillEverything(project);
  const target = (await due(project)) ?? '';
  expect(readdirSync(backupFolder(project.path))).toEqual([basename(target)]);
  const copy = await open(target, optionsFor(ANNA, 'read'));
  expect(checkWhole(copy.db)).toEqual([]);
  expect(dump(copy.db)).toBe(dump(project.db));
  const history = sql`SELECT hex(id) AS id, label FROM steps ORDER BY seq`;
  expect(copy.db.all(history)).toEqual(project.db.all(history));
  expect(copy.db.pragma('journal_mode')).toBe('delete');
});

test('opening makes the backup that is due, and says so when it cannot, without keeping anybody from their work', async () => {
  const project = await olderProject();
  project.close();
  const options = { ...optionsFor(), backups: DAILY };
  writeFileSync(backupFolder(project.path), 'a file where the folder should be');
  const warned = await open(project.path, options);
  expect(warned.warnings).toEqual([expect.stringMatching(/^The daily backup could not be made\. .*\.$/)]);
  step(warned, 'Goes on');
  warned.close();
  rmSync(backupFolder(project.path));
  const again = await open(project.path, options);
  expect([again.warnings, backups(again).length]).toEqual([[], 1]);
  again.close();
  const reading = await open(project.path, { ...options, mode: 'read', backups: { everyHours: 0, keep: 9 } });
  expect(backups(reading)).toHaveLength(1);
});

test('a copy that does not pass its verification is not kept', async () => {
  const project = await olderProject();
  project.db.pragma('foreign_keys = OFF');
  project.db.raw.exec(`INSERT INTO seen_steps VALUES (randomblob(16), randomblob(16))`);
  await expect(due(project)).rejects.toMatchObject({
    code: 'DAMAGED',
    message: 'The copy did not pass its verification, so it was not kept.',
  });
  expect(readdirSync(backupFolder(project.path))).toEqual([]);
});

test('a project is not made over the log of one that was there before', () => {
  const path = join(tempFolder(), 'again.colligo');
  for (const leftover of ['-wal', '-journal']) {
    writeFileSync(path + leftover, 'changes of another file');
    expect(() => createProject(path, { title: 'Again', actor: ANNA })).toThrow(
      expect.objectContaining({
        code: 'REFUSED',
        message: expect.stringContaining(`again.colligo${leftover}`),
      }),
    );
    expect(readFileSync(path + leftover, 'utf8')).toBe('changes of another file');
    expect(existsSync(path)).toBe(false);
    rmSync(path + leftover);
  }
});
