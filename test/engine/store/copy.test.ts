import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as nextRound } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createCode } from '../../../src/engine/codebook/write.ts';
import { copyVerified } from '../../../src/engine/store/backup.ts';
import { dump } from '../../../src/engine/store/dump.ts';
import type { Project } from '../../../src/engine/store/project.ts';
import { newestStep } from '../../../src/engine/store/steps.ts';
import { checkWhole } from '../../../src/engine/store/verify.ts';
import { ANNA, newProject, open, optionsFor, tempFolder } from '../kit/project.ts';
import { fillEverything } from './everything.ts';

const step = (project: Project, definition = '') =>
  createCode(project, { name: 'A code', parentId: null, definition });

async function dumpOf(path: string): Promise<string> {
  const copy = await open(path, optionsFor(ANNA, 'read'));
  expect(checkWhole(copy.db)).toEqual([]);
  return dump(copy.db);
}

test('a copy made while steps are being made is whole, and holds every step up to its end', async () => {
  const project = await newProject();
  for (let n = 0; n < 40; n++) step(project, 'long '.repeat(20_000));
  const target = join(tempFolder(), 'copy.colligo');
  let copying = true;
  const copy = copyVerified(project.db, target).finally(() => {
    copying = false;
  });
  let made = 0;
  for (; copying; made++) {
    step(project, `step ${made}`);
    if (made % 3 === 0) project.undo();
    if (made % 7 === 0) project.checkpoint();
    await nextRound();
  }
  expect(await copy).toBeGreaterThan(4_000_000);
  expect(made).toBeGreaterThan(5);
  const copied = await open(target, optionsFor(ANNA, 'read'));
  expect(checkWhole(copied.db)).toEqual([]);
  const [last, newest] = [newestStep(copied.db)?.seq ?? 0, newestStep(project.db)?.seq ?? 0];
  // The one step that may have been made between the end of the copying and our hearing of it.
  expect(newest - last).toBeLessThanOrEqual(2);
  expect(checkWhole(project.db)).toEqual([]);
  step(project, 'still usable');
});

test('a copy takes the place of a file that nobody has open, whole or not at all', async () => {
  const project = await newProject();
  fillEverything(project);
  const folder = tempFolder();
  const target = join(folder, 'copy.colligo');
  writeFileSync(target, 'what was there before');
  writeFileSync(`${target}-part`, 'what a crash left');
  await copyVerified(project.db, target);
  expect(readdirSync(folder)).toEqual(['copy.colligo']);
  expect(await dumpOf(target)).toBe(dump(project.db));
  project.db.pragma('foreign_keys = OFF');
  project.db.raw.exec(`INSERT INTO seen_steps VALUES (randomblob(16), randomblob(16))`);
  const before = readFileSync(target);
  await expect(copyVerified(project.db, target)).rejects.toMatchObject({ code: 'DAMAGED' });
  expect(readFileSync(target).equals(before)).toBe(true);
  expect(readdirSync(folder)).toEqual(['copy.colligo']);
});

test('a copy never takes the place of a project that is open: not of another one, nor of itself', async () => {
  const [project, other] = [await newProject(), await newProject()];
  step(project, 'of the one');
  step(other, 'of the other');
  for (const target of [other.path, project.path]) {
    await expect(copyVerified(project.db, target)).rejects.toMatchObject({
      code: 'REFUSED',
      data: { remedy: 'Choose another name for the copy.' },
    });
  }
  for (const each of [project, other]) {
    const before = dump(each.db);
    each.close();
    expect(await dumpOf(each.path)).toBe(before);
  }
});

test('a place where no copy can be written is named, and the project goes on', async () => {
  const project = await newProject();
  const folder = tempFolder();
  mkdirSync(join(folder, 'a folder.colligo'));
  writeFileSync(join(folder, 'a file'), '');
  for (const target of ['no/such/folder/copy.colligo', 'a folder.colligo', 'a file/copy.colligo']) {
    await expect(copyVerified(project.db, join(folder, target))).rejects.toMatchObject({
      name: 'ColligoError',
      code: expect.stringMatching(/^(DISK|READ_ONLY)$/),
      message: expect.stringMatching(/^[^\n]+\.$/),
    });
  }
  expect(readdirSync(folder).sort()).toEqual(['a file', 'a folder.colligo']);
  expect(step(project).step).not.toBeNull();
});
