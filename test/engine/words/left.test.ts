import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { cacheUnder } from '../../../src/engine/cache/folder.ts';
import { connect } from '../../../src/engine/store/connect.ts';
import type { Project } from '../../../src/engine/store/project.ts';
import type { Sql } from '../../../src/engine/store/sql.ts';
import { wordContext } from '../../../src/engine/words/context.ts';
import { wordFrequencies } from '../../../src/engine/words/frequencies.ts';
import { leftWords } from '../../../src/engine/words/left/left.ts';
import { unseal } from '../../../src/engine/words/left/seal.ts';
import { leaveNumbered, numbersOf } from '../../../src/engine/words/numbered.ts';
import { wordDocuments } from '../../../src/engine/words/places.ts';
import { addText } from '../kit/documents.ts';
import { newProject, tempFolder } from '../kit/project.ts';

let home: string;
beforeEach(() => {
  home = tempFolder();
});

const TEXTS = [
  'The grid and the power.\n\nThe İstanbul plan: power, POWER!',
  'A plan.',
  '',
  'Solar, l’été — 电力 too.',
];

async function made(): Promise<Project> {
  const project = await newProject();
  for (const [index, text] of TEXTS.entries()) addText(project, `Text ${index}`, text);
  return project;
}

/** All that is asked of words, as one answer. */
async function answers(db: Sql) {
  const asked = { around: 2, offset: 0, limit: 100 };
  return {
    list: await wordFrequencies(db, {
      stop: { skip: 'all', add: [], keep: [] },
      minLength: 1,
      numbers: true,
      sort: 'count',
      limit: 1000,
    }),
    power: await wordContext(db, { ...asked, query: 'power', kind: 'form', sort: 'left1' }),
    plan: await wordContext(db, { ...asked, query: 'plan', kind: 'words', sort: 'right1' }),
  };
}

/** A connection of a next start. */
function next(project: Project): Sql {
  const db = connect(project.path, 'read');
  onTestFinished(() => db.close());
  cacheUnder(db, home);
  return db;
}

/** Reads the words of all texts, and leaves them. */
function leave(db: Sql, fewest = 1): void {
  for (const document of wordDocuments(db, {})) numbersOf(db, document);
  leaveNumbered(db, fewest);
}

const folder = () => join(home, 'cache', 'words');
const file = () => join(folder(), readdirSync(folder())[0] ?? '');

test('what was left says the same as the texts', async () => {
  const project = await made();
  const expected = await answers(project.db);
  leave(next(project));
  expect(readdirSync(folder())).toHaveLength(1);
  expect(
    [...(leftWords(next(project))?.readings.values() ?? [])].map(({ length }) => length).toSorted(),
  ).toEqual(
    wordDocuments(project.db, {})
      .map((document) => numbersOf(project.db, document).length)
      .toSorted(),
  );
  expect(await answers(next(project))).toEqual(expected);
});

test('a text that came since is read, and left with the others', async () => {
  const project = await made();
  leave(next(project));
  addText(project, 'Later', 'More power for the later plan.');
  const expected = await answers(project.db);
  const db = next(project);
  expect(await answers(db)).toEqual(expected);
  const before = readFileSync(file()).length;
  leaveNumbered(db, 1);
  expect(readFileSync(file()).length).toBeGreaterThan(before);
  expect(await answers(next(project))).toEqual(expected);
});

test('a file that is broken, cut short or of another program is as none', async () => {
  const project = await made();
  const expected = await answers(project.db);
  leave(next(project));
  const whole = readFileSync(file());
  const broken = (change: (bytes: Buffer) => void) => {
    const bytes = Buffer.from(whole);
    change(bytes);
    writeFileSync(file(), bytes);
  };
  for (let at = 0; at < whole.length; at += 7) {
    broken((bytes) => {
      bytes[at] = (bytes[at] ?? 0) ^ 0x15;
    });
    expect(await answers(next(project))).toEqual(expected);
  }
  for (const size of [0, 3, 16, whole.length - 4, whole.length - 1]) {
    broken(() => {});
    truncateSync(file(), size);
    expect(await answers(next(project))).toEqual(expected);
  }
});

test('few words are not worth a file, and what was left is not left again', async () => {
  const project = await made();
  const db = next(project);
  leave(db, 1000);
  expect(() => readdirSync(folder())).toThrow();
  leaveNumbered(db, 1);
  rmSync(file());
  leaveNumbered(db, 1);
  expect(readdirSync(folder())).toEqual([]);
});

test('what is left says nothing to whoever does not have the project', async () => {
  const project = await made();
  leave(next(project));
  const bytes = readFileSync(file());
  for (const word of ['power', 'plan', 'solar', '电力']) {
    expect(bytes.includes(word)).toBe(false);
    expect(bytes.includes(Buffer.from(word, 'utf16le'))).toBe(false);
  }
  const other = await newProject();
  expect(unseal(Uint8Array.from(bytes), randomBytes(32))).toBeNull();
  expect((await answers(next(other))).list.rows).toEqual([]);
});
