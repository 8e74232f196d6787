import { expect, it } from 'vitest';
import { Place } from './kit/place.ts';

it('writes the sample, which is sound, and replaces nothing', async () => {
  const place = new Place();
  expect(await place.ok('sample', 'tour')).toBe('Wrote the sample to tour.colligo.\n');
  expect(await place.ok('check', 'tour.colligo')).toMatch(/^tour\.colligo is sound: 6 documents/);
  expect(await place.fails(1, 'sample', 'tour.colligo')).toMatch(/^There is a file tour\.colligo already\./);
  expect(await place.json('sample', 'other.colligo')).toEqual({ file: place.at('other.colligo') });
});

it('asks who codes there: the person is neither of its coders', async () => {
  const place = new Place();
  await place.ok('sample', 'tour');
  const code = ['code', 'tour.colligo', '--document', 'us', '--code', 'Compute', '--match', 'processors'];
  expect(await place.fails(1, ...code)).toContain('several coders');
});
