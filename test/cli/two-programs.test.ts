import { mkdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { writeLarge } from './kit/generate.ts';
import { type Place, projectPlace, type Started } from './kit/place.ts';
import { underWay, until } from './kit/wait.ts';

const WRITERS = [
  ['code', 'p.colligo', '--document', 'north', '--code', 'Data', '--match', 'hall'],
  ['import', 'p.colligo', 'p.colligo'],
  ['review', 'p.colligo', '--document', 'north', '--all'],
  ['undo', 'p.colligo'],
  ['redo', 'p.colligo'],
];

const READERS = [
  ['passages', 'p.colligo'],
  ['history', 'p.colligo'],
  ['codebook', 'list', 'p.colligo'],
  ['check', 'p.colligo'],
  ['export', 'p.colligo', 'dataset'],
];

/** The second writer gives up at once and says who writes; those who only read go on. */
async function expectHeld(
  place: Place,
  holder: string,
  { child }: Started,
  process: RegExp = new RegExp(`process ${child.pid}\\b`),
): Promise<void> {
  for (const writer of WRITERS) {
    const said = await place.fails(1, ...writer);
    expect(said).toContain(holder);
    expect(said).toMatch(process);
    expect(said.split('\n')).toHaveLength(1);
  }
  for (const reader of READERS) await place.ok(...reader);
  expect(child.exitCode, 'the holder went away too early').toBeNull();
}

it('the browser workbench holds its project: others read it', async () => {
  const place = await projectPlace();
  const shell = place.start(['p.colligo', '--no-open'], { program: 'web.js' });
  let said = '';
  shell.child.stdout?.on('data', (text: string) => {
    said += text;
  });
  await until(
    'the workbench says where it is',
    () => said.includes('http://') || shell.child.exitCode !== null,
  );
  // The engine holds it, in a process of its own below the program's.
  await expectHeld(place, 'browser workbench', shell, /process \d+/);
  shell.child.kill('SIGINT');
  expect((await shell.ended).code).toBe(0);
  await place.ok(...(WRITERS[0] ?? []));
});

it('an import holds its project: others read it, and see nothing half done', {
  timeout: 60_000,
}, async () => {
  const place = await projectPlace();
  mkdirSync(place.at('many'));
  for (let file = 0; file < 60; file++)
    writeLarge(place.at('many', `${file}.txt`), 1_500_000, file * 100_000);
  const before = await place.ok('passages', 'p.colligo', '--json');
  const started = place.start(['import', 'p.colligo', 'many']);
  await underWay(started, place.at('p.colligo'));
  expect(await place.ok('passages', 'p.colligo', '--json')).toBe(before);
  expect(await place.ok('check', 'p.colligo')).toContain('2 documents');
  const said = await place.fails(1, ...(WRITERS[0] ?? []));
  expect(said).toContain('the command line');
  expect(said).toContain(`${started.child.pid}`);
  started.child.kill('SIGKILL');
});
