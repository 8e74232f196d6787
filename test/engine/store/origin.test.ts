import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { Seeded } from '../../../src/engine/sample/seeded.ts';
import { moment } from '../../../src/engine/store/clock.ts';
import { idBytes, idText, newId } from '../../../src/engine/store/ids.ts';
import { type Origin, withOrigin } from '../../../src/engine/store/origin.ts';

const LONG_AGO = '2001-02-03T04:05:06.000Z';
const ID = '01900000-0000-7000-8000-000000000001';

const fixed: Origin = { now: () => new Date(LONG_AGO), id: () => idBytes(ID) };

test('times and identities come from what was given, for all that the action calls and awaits', async () => {
  const made = await withOrigin(fixed, async () => {
    const before = [moment(), idText(newId())];
    await wait(1);
    return [...before, moment(), idText(newId())];
  });
  expect(made).toEqual([LONG_AGO, ID, LONG_AGO, ID]);
});

test('what runs beside it, and what comes after, goes by the clock of the machine', async () => {
  const inside = withOrigin(fixed, () => wait(5));
  expect(moment() > LONG_AGO).toBe(true);
  expect(idText(newId())).not.toBe(ID);
  await inside;
  expect(idText(newId())).not.toBe(ID);
});

test('a seed gives the same identities again, in their order, and another seed others', () => {
  const draw = (seed: string) => {
    const seeded = new Seeded(seed, LONG_AGO);
    return Array.from({ length: 300 }, (_, count) => {
      if (count % 7 === 0) seeded.pause();
      return idText(seeded.id());
    });
  };
  expect(draw('one')).toEqual(draw('one'));
  expect(draw('one').toSorted()).toEqual(draw('one'));
  expect(new Set([...draw('one'), ...draw('other')]).size).toBe(600);
});

test('its clock never goes back', () => {
  const seeded = new Seeded('one', LONG_AGO);
  seeded.goTo('2000-01-01T00:00:00Z');
  expect(seeded.now().toISOString()).toBe(LONG_AGO);
  seeded.goTo('2002-01-01T00:00:00Z');
  seeded.pause();
  expect(seeded.now() > new Date('2002-01-01T00:00:00Z')).toBe(true);
});
