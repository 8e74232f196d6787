import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { type Place, projectPlace } from './kit/place.ts';

/** Runs SQL on a file with the driver alone, as a foreign program would. */
function tamper(path: string, script: string): void {
  const db = new Database(path);
  try {
    db.exec(script);
  } finally {
    db.close();
  }
}

const size = (path: string) => readFileSync(path).length;

/** What is made of a good project, and what the sentence must speak of. */
const FILES: Record<string, { make: (path: string) => void; says: RegExp }> = {
  'an empty file': { make: (path) => writeFileSync(path, ''), says: /empty/ },
  'a text': {
    make: (path) => writeFileSync(path, 'Not a database at all.\n'.repeat(200)),
    says: /not a Colligo project/,
  },
  'a short text': { make: (path) => writeFileSync(path, 'x'), says: /not a Colligo project/ },
  'a project cut in half': { make: (path) => truncateSync(path, size(path) >> 1), says: /damaged/ },
  'a project without its last page': {
    make: (path) => truncateSync(path, size(path) - 4096),
    says: /damaged/,
  },
  'a project cut within its header': {
    make: (path) => truncateSync(path, 60),
    says: /not a Colligo project|damaged/,
  },
  'a foreign database': {
    make: (path) => {
      writeFileSync(path, '');
      tamper(path, "CREATE TABLE notes (text TEXT); INSERT INTO notes VALUES ('mine')");
    },
    says: /not a Colligo project/,
  },
  'a foreign database with a write-ahead log': {
    make: (path) => {
      writeFileSync(path, '');
      tamper(path, 'PRAGMA journal_mode = WAL; CREATE TABLE notes (text TEXT)');
    },
    says: /not a Colligo project/,
  },
  'a project of a newer version': {
    make: (path) =>
      tamper(
        path,
        `PRAGMA user_version = 9999; INSERT INTO migrations VALUES (9999, 'later', zeroblob(32), '42.0.1', '2040-01-01T00:00:00.000Z')`,
      ),
    says: /newer Colligo.*42\.0\.1/,
  },
  'a project with a trigger in it': {
    make: (path) =>
      tamper(path, 'CREATE TRIGGER evil AFTER INSERT ON codings BEGIN DELETE FROM passages; END'),
    says: /trigger/,
  },
  'a project with damaged pages': {
    make: (path) => {
      const bytes = readFileSync(path);
      bytes.fill(0xa5, 8192, bytes.length - 8192);
      writeFileSync(path, bytes);
    },
    says: /damaged/,
  },
};

const COMMANDS = [
  ['check', 'p.colligo'],
  ['passages', 'p.colligo', '--json'],
  ['export', 'p.colligo', 'dataset'],
  ['code', 'p.colligo', '--document', 'north', '--code', 'Data', '--match', 'hall'],
  ['import', 'p.colligo', 'plan.txt'],
];

const sha256 = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');

async function expectRefused(place: Place, command: readonly string[], says: RegExp): Promise<void> {
  const [sum, beside] = [sha256(place.at('p.colligo')), readdirSync(place.folder).sort()];
  const said = await place.fails(1, ...command);
  expect(said).toMatch(says);
  expect(said.split('\n'), command.join(' ')).toHaveLength(1);
  expect(sha256(place.at('p.colligo'))).toBe(sum);
  expect(readdirSync(place.folder).sort()).toEqual(beside);
}

describe.each(Object.entries(FILES))('%s', (_name, { make, says }) => {
  it('is refused by every command in one sentence, and stays as it was', async () => {
    const place = await projectPlace();
    writeFileSync(place.at('plan.txt'), 'A plan.');
    make(place.at('p.colligo'));
    for (const command of COMMANDS) await expectRefused(place, command, says);
  });
});

it('a project that is not there, or is a folder, is one sentence too', async () => {
  const place = await projectPlace();
  mkdirSync(place.at('folder.colligo'));
  for (const path of ['nowhere.colligo', 'folder.colligo', 'no/such/place.colligo']) {
    for (const [name, , ...rest] of COMMANDS.filter(([first]) => first !== 'codebook')) {
      const said = await place.fails(1, name ?? '', path, ...rest);
      expect(said.split('\n')).toHaveLength(1);
    }
  }
  expect(readdirSync(place.folder).sort()).toEqual(['.home', 'folder.colligo', 'p.colligo']);
});

it('a new project never replaces a file, nor makes folders', async () => {
  const place = await projectPlace();
  const sum = sha256(place.at('p.colligo'));
  expect(await place.fails(1, 'new', 'p.colligo')).toContain('already');
  await place.fails(1, 'new', 'no/such/folder/q.colligo');
  expect(sha256(place.at('p.colligo'))).toBe(sum);
  expect(readdirSync(place.folder).sort()).toEqual(['.home', 'p.colligo']);
});

it.each([
  ['no JSON', 'codes.json', '{'],
  ['another JSON', 'codes.json', '{"format":"x"}'],
  ['bytes', 'codes.txt', '\xff\xfe\x00'],
])('a taxonomy that is %s is one sentence, and makes no step', async (_what, file, text) => {
  const place = await projectPlace();
  writeFileSync(place.at(file), Buffer.from(text, 'latin1'));
  const before = await place.ok('history', 'p.colligo', '--json');
  for (const path of [file, 'nowhere.json', '.home']) {
    const said = await place.fails(1, 'codebook', 'import', 'p.colligo', path);
    expect(said.split('\n')).toHaveLength(1);
  }
  expect(await place.ok('history', 'p.colligo', '--json')).toBe(before);
});
