import { existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { hostname, userInfo } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createCode } from '../../../src/engine/codebook/write.ts';
import { createProject } from '../../../src/engine/store/create.ts';
import { openProject } from '../../../src/engine/store/open.ts';
import { sql } from '../../../src/engine/store/sql.ts';
import { countRows } from '../../../src/engine/store/tables.ts';
import { ANNA, newProject, open, optionsFor, tempFolder } from '../kit/project.ts';
import { killed, linesOf, said, start } from './children/start.ts';
import { litterOf } from './files.ts';

/** Expects that a project cannot be opened for writing, and that the sentence says who has it, in these words. */
async function expectLocked(path: string, ...words: readonly (string | number | undefined)[]): Promise<void> {
  const error: unknown = await openProject(path, optionsFor()).catch((refusal: unknown) => refusal);
  expect(error).toMatchObject({
    code: 'LOCKED',
    data: { safe: 'Nothing was changed.', remedy: expect.any(String) },
  });
  for (const word of words) expect(error).toHaveProperty('message', expect.stringContaining(String(word)));
}

function makeProject(): string {
  const path = join(tempFolder(), 'shared.colligo');
  createProject(path, { title: 'Shared', actor: ANNA });
  return path;
}

test('a second writer hears who holds the project, and gets in at once when that program is killed', async () => {
  const path = makeProject();
  const holder = start('obedient', [path, 'write', 'the other workbench']);
  await said(holder, linesOf(holder), 1);
  await expectLocked(path, 'the other workbench', userInfo().username, hostname(), holder.pid);
  expect(existsSync(`${path}-lock`)).toBe(true);
  await killed(holder);
  const project = await open(path);
  createCode(project, { name: 'Mine', parentId: null });
  project.close();
  expect(litterOf(path)).toEqual([]);
});

test('a reader in another program works beside the writer and sees each step once it is done', async () => {
  const project = await newProject();
  const reader = start('obedient', [project.path, 'read', 'a reader']);
  const lines = linesOf(reader);
  await said(reader, lines, 1);
  for (let count = 1; count <= 5; count++) {
    createCode(project, { name: `Code ${count}`, parentId: null });
    reader.stdin?.write('look\n');
    expect((await said(reader, lines, count + 1)).at(-1)).toBe(String(count));
  }
  // The writer closes under the reader, who goes on; the file is whole all the same.
  project.close();
  reader.stdin?.end('look\n');
  expect((await said(reader, lines, 7)).at(-1)).toBe('5');
  const again = await open(project.path);
  expect(countRows(again.db, 'codes')).toBe(5);
});

test('a reader here sees what a writer in another program has done, and cannot write', async () => {
  const path = makeProject();
  const writer = start('obedient', [path, 'write', 'a writer']);
  const lines = linesOf(writer);
  await said(writer, lines, 1);
  const reader = await open(path, optionsFor(ANNA, 'read'));
  writer.stdin?.write('A code\n');
  await said(writer, lines, 2);
  expect(countRows(reader.db, 'codes')).toBe(1);
  expect(() => createCode(reader, { name: 'No', parentId: null })).toThrow(
    expect.objectContaining({ code: 'READ_ONLY' }),
  );
  expect(() => reader.db.run(sql`DELETE FROM codes`)).toThrow(expect.objectContaining({ code: 'READ_ONLY' }));
});

test('opening twice in one process is refused, and the first keeps its lock against other processes', async () => {
  const project = await newProject();
  await expectLocked(project.path, 'a test', process.pid);
  // The attempt must not have dropped the lock, as closing a second handle on the sidecar would.
  const other = start('obedient', [project.path, 'write', 'another']);
  expect(await said(other, linesOf(other), 1)).toEqual(['refused LOCKED']);
  project.close();
  const later = await open(project.path);
  expect(later.readOnly).toBeNull();
});

test('a symbolic link to a project is the same project: one lock, nothing left beside the link', async () => {
  const project = await newProject();
  const link = join(tempFolder(), 'link.colligo');
  symlinkSync(project.path, link);
  await expectLocked(link, 'a test', process.pid);
  project.close();
  const linked = await open(link);
  createCode(linked, { name: 'Through the link', parentId: null });
  expect(litterOf(link)).toEqual([]);
  linked.close();
  expect([litterOf(link), litterOf(project.path)]).toEqual([[], []]);
  expect(countRows((await open(project.path)).db, 'codes')).toBe(1);
});

test('a lock sidecar that a crash left is no lock', async () => {
  const path = makeProject();
  writeFileSync(`${path}-lock`, '');
  writeFileSync(`${path}-holder`, JSON.stringify({ program: 'a ghost' }));
  const project = await open(path);
  expect(JSON.parse(readFileSync(`${path}-holder`, 'utf8'))).toMatchObject({ program: 'a test' });
  project.close();
  expect(litterOf(path)).toEqual([]);
});

test.for([
  ['empty', ''],
  ['null', 'null'],
  ['an empty object', '{}'],
  ['a list', '[]'],
  ['cut short', '{"program":'],
  ['of other types', '{"program":7,"user":"u","host":"h","pid":1,"since":"s"}'],
  ['on two lines', JSON.stringify({ program: 'a\nb', user: 'u', host: 'h', pid: 1, since: 's' })],
  ['too long', JSON.stringify({ program: 'x'.repeat(1000), user: 'u', host: 'h', pid: 1, since: 's' })],
] as const)('a holder that cannot be told is “another program”: %s', async ([, text]) => {
  const project = await newProject();
  writeFileSync(`${project.path}-holder`, text);
  await expect(openProject(project.path, optionsFor())).rejects.toThrow(
    'This project is open for writing in another program.',
  );
});
