import { writeFileSync } from 'node:fs';
import { beforeEach, expect, it } from 'vitest';
import { type Place, projectPlace } from './kit/place.ts';
import type { Applied, Passages } from './kit/shapes.ts';

let place: Place;
beforeEach(async () => {
  place = await projectPlace();
});

const code = (document: string, name: string) =>
  ['code', 'p.colligo', '--document', document, '--code', name, '--match', 'machine'] as const;

it('lists the documents where the one that was asked for is not there', async () => {
  const said = await place.fails(1, ...code('norht', 'Data'));
  expect(said).toContain('“norht”');
  expect(said).toContain('north (Plan for thinking machines in Northland)');
  expect(said).toContain('south (Southland: a short plan)');
  expect(said.split('\n')).toHaveLength(1);
});

it('lists the codes where the one that was asked for is not there', async () => {
  const said = await place.fails(1, ...code('north', 'Computer'));
  expect(said).toContain('“Computer”');
  expect(said).toContain('Capability / Compute');
  expect(said.split('\n')).toHaveLength(1);
});

it('finds a document by its key, by its title and by its id, whatever the case', async () => {
  const { passages } = await place
    .ok(...code('north', 'Data'))
    .then(() => place.json<Passages>('passages', 'p.colligo'));
  const id = passages[0]?.document.id ?? '';
  for (const asked of ['NORTH', 'plan for thinking machines in northland', id.toUpperCase()]) {
    expect(await place.json<Applied>(...code(asked, 'Data'))).toMatchObject({ applied: 0, step: null });
  }
});

it('names both codes where a name is not unique, and takes their paths', async () => {
  writeFileSync(place.at('more.txt'), 'Private\n  Money\nPublic\n  Money\n');
  await place.ok('codebook', 'import', 'p.colligo', 'more.txt');
  const said = await place.fails(1, ...code('north', 'Money'));
  expect(said).toContain('Private / Money');
  expect(said).toContain('Public / Money');
  for (const path of ['Private / Money', 'public/money', 'Public > Money']) {
    await place.ok(...code('north', path));
  }
  const { passages } = await place.json<Passages>('passages', 'p.colligo');
  for (const passage of passages) {
    expect(passage.codes.map((one) => one.path)).toEqual(['Private / Money', 'Public / Money']);
  }
});

it('refuses a code that only groups others', async () => {
  const said = await place.fails(1, ...code('north', 'Capability'));
  expect(said).toContain('only groups');
});

it('narrows passages by document, by code and by the codes under it', async () => {
  await place.ok(...code('north', 'Data'));
  await place.ok(...code('south', 'Compute'));
  const total = async (...filter: string[]) =>
    (await place.json<Passages>('passages', 'p.colligo', ...filter)).total;
  const [north, south] = [await total('--document', 'north'), await total('--document', 'south')];
  expect(north).toBeGreaterThan(0);
  expect(south).toBeGreaterThan(0);
  expect(await total()).toBe(north + south);
  expect(await total('--code', 'Data')).toBe(north);
  expect(await total('--code', 'Compute', '--document', 'north')).toBe(0);
  expect(await total('--code', 'Capability')).toBe(0);
  expect(await total('--code', 'Capability', '--below')).toBe(north + south);
  await place.fails(1, 'passages', 'p.colligo', '--document', 'east');
  await place.fails(1, 'passages', 'p.colligo', '--code', 'Weather');
});
