import { writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { pngOf } from '../engine/kit/pictures.ts';
import { type Place, projectPlace } from './kit/place.ts';

/** A project with a picture of 400 by 300 pixels and a text, and a code on a part of either. */
async function picturePlace(): Promise<Place> {
  const place = await projectPlace();
  writeFileSync(
    place.at('view.png'),
    pngOf(400, 300, () => [200, 220, 240]),
  );
  writeFileSync(place.at('notes.txt'), 'The grid is the limit.');
  writeFileSync(place.at('codes.txt'), 'Sky\n');
  expect(await place.ok('import', 'p.colligo', 'view.png', 'notes.txt')).toContain(
    '+ view.png: picture of 400 × 300 pixels\n',
  );
  await place.ok('codebook', 'import', 'p.colligo', 'codes.txt');
  const on = (document: string) => ['code', 'p.colligo', '--document', document, '--code', 'Sky'];
  await place.ok(...on('view'), '--page', '1', '--region', '10,20,100,50');
  await place.ok(...on('notes'), '--match', 'grid', '--unit', 'match');
  return place;
}

it('a picture is coded in parts, and comes back from an export with them', async () => {
  const place = await picturePlace();
  expect(await place.ok('passages', 'p.colligo')).toContain('view part of page 1 [Sky]\n');
  await place.ok('export', 'p.colligo', 'p.qdpx');
  await place.ok('import', 'p.qdpx', '--to', 'back.colligo');
  interface Listed {
    readonly passages: readonly { readonly region: unknown }[];
  }
  const [before, after] = await Promise.all(
    ['p.colligo', 'back.colligo'].map((file) => place.json<Listed>('passages', file)),
  );
  expect(after?.passages.map(({ region }) => region)).toEqual(before?.passages.map(({ region }) => region));
  expect(after?.passages.map(({ region }) => region)).toContainEqual({
    page: 1,
    x: 10,
    y: 20,
    width: 100,
    height: 50,
  });
  expect(await place.ok('check', 'back.colligo')).toContain('is sound');
});

it('what looks for words passes a picture over, and nothing is divided by none', async () => {
  const place = await picturePlace();
  expect(await place.ok('kwic', 'p.colligo', 'grid')).toContain('1 place in 1 document.');
  for (const command of [
    ['words', 'p.colligo'],
    ['table', 'p.colligo', '--measure', 'share'],
    ['table', 'p.colligo', '--measure', 'density'],
    ['analyse', 'along', 'p.colligo'],
    ['analyse', 'similarity', 'p.colligo'],
    ['analyse', 'co-occurrence', 'p.colligo'],
    ['report', 'p.colligo', 'report.html'],
    ['export', 'p.colligo', 'dataset', '--images'],
  ])
    expect(await place.ok(...command), command.join(' ')).not.toMatch(/NaN|Infinity/);
  expect(await place.ok('analyse', 'along', 'p.colligo')).toContain('view  (0 words)\n');
});

it('a file that is named as a picture and is none is refused in a sentence', async () => {
  const place = await projectPlace();
  writeFileSync(place.at('bad.png'), '<html>not found</html>');
  const { code, stderr } = await place.run(['import', 'p.colligo', 'bad.png']);
  expect({ code, stderr }).toEqual({
    code: 1,
    stderr: 'bad.png: The file is named as a picture but is none: get it again.\n',
  });
});
