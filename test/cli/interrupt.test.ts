import { mkdirSync, readdirSync } from 'node:fs';
import { beforeEach, expect, it } from 'vitest';
import { everythingIn } from './kit/content.ts';
import { writeLarge } from './kit/generate.ts';
import { type Place, projectPlace, type Started } from './kit/place.ts';
import type { Imported } from './kit/shapes.ts';
import { underWay } from './kit/wait.ts';

const FILES = 8;

let place: Place;
let before: string;

beforeEach(async () => {
  place = await projectPlace();
  before = everythingIn(place.at('p.colligo'));
});

async function importUnderWay(): Promise<Started> {
  mkdirSync(place.at('many'));
  for (let file = 0; file < FILES; file++) {
    writeLarge(place.at('many', `${file}.txt`), 600_000, file * 100_000);
  }
  const started = place.start(['import', 'p.colligo', 'many', '--json']);
  await underWay(started, place.at('p.colligo'), 1_000_000);
  return started;
}

it.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)(
  'an import that is stopped by %s leaves nothing and lets go of the project',
  async (signal, code) => {
    const started = await importUnderWay();
    started.child.kill(signal);
    const { stderr, stdout, ...ended } = await started.ended;
    expect({ ...ended, stdout }).toEqual({ code, signal: null, stdout: '' });
    expect(stderr).toMatch(/^[^\n]+\.\n$/);
    expect(readdirSync(place.folder).sort()).toEqual(['.home', 'many', 'p.colligo']);
    expect(everythingIn(place.at('p.colligo'))).toBe(before);
    await place.ok('check', 'p.colligo');
    // The lock is free: the same import runs to its end.
    expect((await place.json<Imported>('import', 'p.colligo', 'many')).imported).toBe(FILES);
  },
);

it('an import that is killed leaves a sound project that the next program may write', async () => {
  const started = await importUnderWay();
  started.child.kill('SIGKILL');
  await started.ended;
  await place.ok('check', 'p.colligo');
  expect((await place.json<Imported>('import', 'p.colligo', 'many')).imported).toBe(FILES);
  expect(await place.ok('check', 'p.colligo')).toContain(`${FILES + 2} documents`);
});

it('a reader that has seen enough is no failure', async () => {
  await place.ok(
    'code',
    'p.colligo',
    '--document',
    'north',
    '--code',
    'Data',
    '--match',
    'a',
    '--unit',
    'match',
  );
  const started = place.start(['passages', 'p.colligo', '--json']);
  started.child.stdout?.destroy();
  const { code, stderr } = await started.ended;
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
});
