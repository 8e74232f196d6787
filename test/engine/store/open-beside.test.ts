import { chmodSync, copyFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import type { ErrorCode } from '../../../src/contract/procedure.ts';
import { createCode } from '../../../src/engine/codebook/write.ts';
import { dump } from '../../../src/engine/store/dump.ts';
import { SCHEMA_VERSION } from '../../../src/engine/store/format.ts';
import { openProject } from '../../../src/engine/store/open.ts';
import { ANNA, newProject, open, optionsFor, tempFolder } from '../kit/project.ts';
import type { Outcome } from './children/opener.ts';
import { run } from './children/start.ts';
import { soundBytes } from './everything.ts';
import { hashOf, litterOf } from './files.ts';

/** What a crash leaves: copies of a file and of what lies beside it while a program has it open. */
function asAfterCrash(path: string, sidecars: readonly string[]): string {
  const copy = join(tempFolder(), 'crashed.colligo');
  copyFileSync(path, copy);
  for (const suffix of sidecars) copyFileSync(path + suffix, copy + suffix);
  return copy;
}

function crashed(script: string, sidecars: readonly string[], from?: Buffer): string {
  const path = join(tempFolder(), 'open.colligo');
  if (from) writeFileSync(path, from);
  const db = new Database(path);
  db.exec(script);
  const copy = asAfterCrash(path, sidecars);
  db.close();
  return copy;
}

const stateOf = (path: string) =>
  ['', ...litterOf(path).map((file) => file.slice('crashed.colligo'.length))]
    // The index of a log is scratch paper: any program that looks at the log may write on it.
    .map((suffix) => `${suffix} ${suffix === '-shm' ? '' : hashOf(path + suffix)}`);

async function expectUntouched(path: string, code: ErrorCode): Promise<void> {
  const before = stateOf(path);
  for (const mode of ['read', 'write'] as const) {
    await expect(openProject(path, optionsFor(ANNA, mode))).rejects.toMatchObject({ code });
    expect(stateOf(path)).toEqual(before);
  }
}

describe.for([
  ['with its index', ['-wal', '-shm']],
  ['without its index', ['-wal']],
] as const)('a log that a crash left beside the file, %s', ([, sidecars]) => {
  test('is read, and folded in when the project is closed', async () => {
    const project = await newProject();
    createCode(project, { name: 'In the log only', parentId: null });
    const before = dump(project.db);
    const path = asAfterCrash(project.path, sidecars);
    const again = await open(path);
    expect(dump(again.db)).toBe(before);
    again.close();
    expect(litterOf(path)).toEqual([]);
  });

  test('stays as it is beside a database of another program', async () => {
    const wal = 'PRAGMA journal_mode = WAL; CREATE TABLE t (a); INSERT INTO t VALUES (1)';
    await expectUntouched(crashed(wal, sidecars), 'NOT_A_PROJECT');
  });

  test('stays as it is beside a newer project', async () => {
    const script = `PRAGMA journal_mode = WAL; PRAGMA user_version = ${SCHEMA_VERSION + 1}`;
    await expectUntouched(crashed(script, sidecars, await soundBytes()), 'NEWER');
  });

  test('stays as it is beside a damaged project', async () => {
    const script = 'PRAGMA journal_mode = WAL; CREATE VIEW v AS SELECT 1';
    await expectUntouched(crashed(script, sidecars, await soundBytes()), 'DAMAGED');
  });
});

test('a log of something else beside a project is left out', async () => {
  const path = join(tempFolder(), 'crashed.colligo');
  writeFileSync(path, await soundBytes());
  const before = dump((await open(path, optionsFor(ANNA, 'read'))).db);
  for (const junk of [Buffer.alloc(0), Buffer.alloc(100_000, 3), Buffer.from('not a log')]) {
    writeFileSync(`${path}-wal`, junk);
    const project = await open(path);
    expect(dump(project.db)).toBe(before);
    project.close();
    expect(litterOf(path)).toEqual([]);
  }
});

describe('a journal that a crash left beside the file', () => {
  // So much that SQLite has to begin to write it into the file, within a transaction that never ends.
  const unfinished = (table: string) => `PRAGMA cache_size = 2; BEGIN;
    WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000)
    INSERT INTO ${table} (sha256, units, body) SELECT randomblob(32), 9, 'unfinished' FROM n`;

  test('is played in beside a project', async () => {
    const sound = await soundBytes();
    const whole = join(tempFolder(), 'whole.colligo');
    writeFileSync(whole, sound);
    const path = crashed(unfinished('texts'), ['-journal'], sound);
    expect(readFileSync(path).equals(sound)).toBe(false);
    const project = await open(path);
    expect(dump(project.db)).toBe(dump((await open(whole, optionsFor(ANNA, 'read'))).db));
    project.close();
    expect(litterOf(path)).toEqual([]);
  });

  test('stays as it is beside a database of another program', async () => {
    const script = `CREATE TABLE t (sha256, units, body); ${unfinished('t')}`;
    await expectUntouched(crashed(script, ['-journal']), 'NOT_A_PROJECT');
  });

  test('stays as it is beside a newer project', async () => {
    const script = `PRAGMA user_version = ${SCHEMA_VERSION + 1}; ${unfinished('texts')}`;
    await expectUntouched(crashed(script, ['-journal'], await soundBytes()), 'NEWER');
  });
});

describe.skipIf(process.platform === 'win32')('where nothing can be written', () => {
  const outcome = (mode: 'write' | 'read', path: string): Outcome => {
    const { stdout } = run('opener', [mode, path], { powerless: true });
    return JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '') as Outcome;
  };

  test('a project that was closed is read; to be changed it is refused, with what to do', async () => {
    const project = await newProject();
    createCode(project, { name: 'A code', parentId: null });
    project.close();
    const folder = dirname(project.path);
    chmodSync(project.path, 0o444);
    chmodSync(folder, 0o555);
    const before = hashOf(project.path);
    expect(outcome('read', project.path)).toMatchObject({ stage: 'done', code: null });
    expect(outcome('write', project.path)).toMatchObject({
      code: 'READ_ONLY',
      message: expect.stringContaining('folder cannot be written'),
      remedy: expect.stringContaining('open it for reading only'),
    });
    expect([hashOf(project.path), litterOf(project.path)]).toEqual([before, []]);
    chmodSync(folder, 0o755);
  });

  test('a file that is read-only in a folder that is not', async () => {
    const project = await newProject();
    project.close();
    chmodSync(project.path, 0o444);
    chmodSync(dirname(project.path), 0o777);
    const before = hashOf(project.path);
    expect(outcome('write', project.path)).toMatchObject({ stage: 'open', code: 'READ_ONLY' });
    expect(outcome('read', project.path)).toMatchObject({ stage: 'done', code: null });
    expect([hashOf(project.path), litterOf(project.path)]).toEqual([before, []]);
  });

  test('a folder that may not be entered', async () => {
    const project = await newProject();
    project.close();
    chmodSync(dirname(project.path), 0o000);
    expect(outcome('read', project.path)).toMatchObject({ stage: 'open', code: 'READ_ONLY' });
    chmodSync(dirname(project.path), 0o755);
    expect(existsSync(project.path)).toBe(true);
    rmSync(project.path);
  });
});
