import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createProject } from '../../../src/engine/store/create.ts';
import { dump } from '../../../src/engine/store/dump.ts';
import { idText } from '../../../src/engine/store/ids.ts';
import { openProject } from '../../../src/engine/store/open.ts';
import { sql } from '../../../src/engine/store/sql.ts';
import { undoable } from '../../../src/engine/store/steps.ts';
import { checkWhole } from '../../../src/engine/store/verify.ts';
import { addText } from '../kit/documents.ts';
import { ANNA, optionsFor, tempFolder } from '../kit/project.ts';
import { killed, linesOf, run, said, start } from './children/start.ts';
import { litterOf } from './files.ts';
import { Random } from './random.ts';

const KILLS = 200;
/** Each file is killed again and again, but not for ever: it grows. */
const FILES = 8;
/** As many at a time as a small machine has processors. */
const LANES = 2;

test(`every step that was acknowledged survives ${KILLS} kills, and the project is sound after each`, async () => {
  const random = new Random();
  // Ends at once, for want of a project, and leaves its compiled form to the others.
  run('writer', []);
  const folder = tempFolder();
  const files = Array.from({ length: FILES }, (_, file) => join(folder, `file ${file}.colligo`));
  const acknowledged: number[] = [];
  const lane = async () => {
    for (let path = files.pop(); path !== undefined; path = files.pop())
      acknowledged.push(await killAgainAndAgain(path, KILLS / FILES, random));
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  // A test that never saw a step would prove nothing.
  expect(Math.min(...acknowledged)).toBeGreaterThan(KILLS / FILES);
  console.info(`${acknowledged.join(' + ')} steps were acknowledged`);
}, 400_000);

/** @returns how many steps were acknowledged */
async function killAgainAndAgain(path: string, kills: number, random: Random): Promise<number> {
  createProject(path, { title: 'Killed', actor: ANNA });
  const project = await openProject(path, optionsFor());
  addText(project, 'Text', Array.from({ length: 150 }, (_, n) => `Alpha beta gamma ${n}.`).join('\n\n'));
  project.close();
  const all = new Set<string>();
  for (let kill = 0; kill < kills; kill++) {
    for (const id of await stepsUntilKilled(path, random)) all.add(id);
    // Every second time a program dies over what another left behind when it died.
    if (random.below(2) === 0 || kill === kills - 1) await checkSound(path, all);
  }
  expect(litterOf(path)).toEqual([]);
  return all.size;
}

async function stepsUntilKilled(path: string, random: Random): Promise<string[]> {
  const child = start('writer', [path]);
  const lines = linesOf(child);
  if (random.below(5) === 0) {
    // Also while it is starting, locking, playing in the log of the one before.
    await sleep(60 + random.below(160));
  } else {
    await said(child, lines, 1 + random.below(6));
    await sleep(random.below(15));
  }
  await killed(child);
  expect(child.signalCode).toBe('SIGKILL');
  return lines().filter((line) => line !== 'open');
}

async function checkSound(path: string, acknowledged: ReadonlySet<string>): Promise<void> {
  // Opens at once: the lock died with its holder.
  const project = await openProject(path, optionsFor());
  const { db } = project;
  expect(checkWhole(db)).toEqual([]);
  const known = new Set(db.all<{ id: Uint8Array }>(sql`SELECT id FROM steps`).map((row) => idText(row.id)));
  expect([...acknowledged].filter((id) => !known.has(id))).toEqual([]);
  const last = undoable(db);
  if (last) {
    const before = dump(db);
    const { undone } = project.undo(idText(last.id));
    expect(undone.id).toBe(idText(last.id));
    expect(dump(db)).not.toBe(before);
    project.redo(idText(last.id));
    expect(dump(db)).toBe(before);
  }
  project.close();
}
