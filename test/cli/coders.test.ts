import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { Place, projectPlace } from './kit/place.ts';
import type { History, Passages } from './kit/shapes.ts';

const CODE = ['code', 'p.colligo', '--document', 'north', '--code', 'Data', '--match', 'hall'];

const forgetProfile = (place: Place) => rmSync(join(place.home, 'profile.json'));

async function lastCoder(place: Place): Promise<string | undefined> {
  return (await place.json<History>('history', 'p.colligo')).steps[0]?.coder.name;
}

it('asks who codes where a project is made and nobody is known', async () => {
  const place = new Place();
  const said = await place.fails(1, 'new', 'p.colligo');
  expect(said.split('\n')).toHaveLength(1);
  expect(await place.run(['check', 'p.colligo'])).toMatchObject({ code: 1 });
});

it('remembers the first coder as the profile', async () => {
  const place = new Place();
  await place.ok('new', 'p.colligo', '--coder', 'Ida');
  await place.ok('new', 'q.colligo');
  expect((await place.json<History>('history', 'q.colligo')).steps[0]?.coder.name).toBe('Ida');
});

it('takes --coder before the profile, and says that somebody new joins', async () => {
  const place = await projectPlace();
  const { code, stdout, stderr } = await place.run([...CODE, '--coder', 'Bo', '--json']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: 'Bo becomes a coder of this project.\n' });
  expect(JSON.parse(stdout)).toMatchObject({ step: { coder: { name: 'Bo' } } });
  // Known by now: no word about it.
  await place.ok(...CODE, '--coder', 'Bo', '--unit', 'sentence');
  expect(await lastCoder(place)).toBe('Bo');
  await place.ok(...CODE);
  expect(await lastCoder(place)).toBe('A. Coder');
});

it("takes the project's only coder where there is no profile", async () => {
  const place = await projectPlace();
  forgetProfile(place);
  await place.ok(...CODE);
  expect(await lastCoder(place)).toBe('A. Coder');
});

it('gives up where there are several coders and neither --coder nor a profile', async () => {
  const place = await projectPlace();
  await place.run([...CODE, '--coder', 'Bo']);
  forgetProfile(place);
  const before = await place.ok('history', 'p.colligo', '--json');
  expect(await place.fails(1, ...CODE, '--unit', 'match')).toContain('--coder');
  expect(await place.ok('history', 'p.colligo', '--json')).toBe(before);
});

it('keeps the judgements of two coders apart on the same words', async () => {
  const place = await projectPlace();
  await place.ok(...CODE);
  await place.run([...CODE, '--coder', 'Bo']);
  const { passages } = await place.json<Passages>('passages', 'p.colligo', '--code', 'Data');
  for (const { codes } of passages)
    expect(codes.map((code) => code.coder).sort()).toEqual(['A. Coder', 'Bo']);
});

it('reads without knowing who reads', async () => {
  const place = await projectPlace();
  await place.run([...CODE, '--coder', 'Bo']);
  forgetProfile(place);
  for (const args of [['passages'], ['history'], ['check'], ['codebook', 'list'], ['export']]) {
    await place.ok(...args, 'p.colligo', ...(args[0] === 'export' ? ['dataset'] : []));
  }
});
