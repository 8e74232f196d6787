import { expect, it } from 'vitest';
import { type Place, projectPlace } from './kit/place.ts';
import type { History, Passages, Written } from './kit/shapes.ts';

const CODE = ['code', 'p.colligo', '--document', 'north', '--code', 'Data', '--match', 'hall'];

const total = async (place: Place) => (await place.json<Passages>('passages', 'p.colligo')).total;

it('takes own steps back one by one, also in later programs, and brings them back', async () => {
  const place = await projectPlace();
  await place.ok(...CODE);
  const coded = await place.json<Passages>('passages', 'p.colligo');
  expect(await place.ok('undo', 'p.colligo')).toMatch(/^Undo: Apply Data to \d+ passages/);
  expect(await total(place)).toBe(0);
  await place.ok('undo', 'p.colligo');
  expect(await place.ok('codebook', 'list', 'p.colligo')).toContain('no codes');
  await place.ok('redo', 'p.colligo');
  await place.ok('redo', 'p.colligo');
  // The very same rows, ids and times included.
  expect(await place.json<Passages>('passages', 'p.colligo')).toEqual(coded);
  await place.fails(1, 'redo', 'p.colligo');
});

it('ends at the base step: nothing to undo is an error, and changes nothing', async () => {
  const place = await projectPlace();
  await place.ok('undo', 'p.colligo');
  await place.ok('undo', 'p.colligo');
  const before = await place.ok('history', 'p.colligo', '--json');
  expect(await place.fails(1, 'undo', 'p.colligo')).toContain('nothing to undo');
  expect(await place.ok('history', 'p.colligo', '--json')).toBe(before);
});

it('says which steps are undone', async () => {
  const place = await projectPlace();
  await place.ok(...CODE);
  await place.ok('undo', 'p.colligo');
  const { steps } = await place.json<History>('history', 'p.colligo');
  expect(steps.slice(0, 2).map(({ kind, undone }) => ({ kind, undone }))).toEqual([
    { kind: 'undo', undone: false },
    { kind: 'do', undone: true },
  ]);
  expect((await place.ok('history', 'p.colligo')).split('\n')[1]).toContain('(undone)');
  expect((await place.json<History>('history', 'p.colligo', '--limit', '1')).steps).toHaveLength(1);
});

it('a new action ends what can be redone', async () => {
  const place = await projectPlace();
  await place.ok(...CODE);
  await place.ok('undo', 'p.colligo');
  await place.ok(...CODE, '--unit', 'match');
  expect(await place.fails(1, 'redo', 'p.colligo')).toContain('nothing to redo');
});

it("names another coder's step and wants --yes for it, both ways", async () => {
  const place = await projectPlace();
  await place.run([...CODE, '--coder', 'Bo']);
  const said = await place.fails(1, 'undo', 'p.colligo');
  expect(said).toContain('by Bo');
  expect(await total(place)).toBeGreaterThan(0);
  await place.ok('undo', 'p.colligo', '--yes');
  expect(await total(place)).toBe(0);
  await place.fails(1, 'redo', 'p.colligo');
  await place.ok('redo', 'p.colligo', '--yes');
  expect(await total(place)).toBeGreaterThan(0);
});

it('marks reviews, says them twice only once, and takes them back', async () => {
  const place = await projectPlace();
  const review = ['review', 'p.colligo', '--document', 'north', '--code', 'Compute'];
  expect((await place.json<Written>(...review)).step?.code).toMatch(/^reviews\./);
  const again = await place.json<Written>(...review);
  expect(again).toMatchObject({ step: null });
  expect(again.note).toMatch(/Nothing changed/);
  expect((await place.json<Written>(...review, '--clear')).step).not.toBeNull();
  expect((await place.json<Written>(...review, '--clear')).step).toBeNull();
});

it('marks several codes, or all that can be applied, as one step', async () => {
  const place = await projectPlace();
  const before = (await place.json<History>('history', 'p.colligo')).steps.length;
  await place.ok('review', 'p.colligo', '--document', 'south', '--code', 'Compute', '--code', 'Data');
  await place.ok('review', 'p.colligo', '--document', 'south', '--all');
  expect((await place.json<History>('history', 'p.colligo')).steps.length).toBe(before + 2);
  await place.ok('review', 'p.colligo', '--document', 'south', '--all', '--clear');
  await place.fails(1, 'review', 'p.colligo', '--document', 'south', '--code', 'Weather');
});
