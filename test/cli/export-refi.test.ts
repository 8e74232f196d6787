import { existsSync, readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { projectPlace } from './kit/place.ts';

it('writes a REFI-QDA project, says before what it holds otherwise, and knows it again', async () => {
  const place = await projectPlace();
  const code = (document: string, words: string) =>
    place.ok('code', 'p.colligo', '--document', document, '--code', 'Compute', '--match', words);
  await code('north', 'semiconductor');

  const lines = await place.ok('export', 'p.colligo', 'out.qdpx', '--dry-run');
  expect(lines).toMatch(/^Steps of the history \(\d+\): left out\.$/m);
  expect(existsSync(place.at('out.qdpx'))).toBe(false);
  const asJson = JSON.parse(
    await place.ok('export', 'p.colligo', 'out.qdpx', '--dry-run', '--plain', '--json'),
  );
  expect(asJson.lines).toContainEqual({
    what: 'File names, short keys and languages of documents',
    count: expect.any(Number),
    becomes: 'left out',
  });

  expect(await place.ok('export', 'p.colligo', 'out.qdpx')).toMatch(/^\d+ files written to out\.qdpx\.\n$/);
  const files = unzipSync(readFileSync(place.at('out.qdpx')));
  expect(Object.keys(files)[0]).toBe('project.qde');
  expect(await place.ok('export', 'p.colligo', 'out.qdpx', '--check')).toContain(
    'is what p.colligo gives now',
  );
  await code('south', 'hall');
  const checked = await place.run(['export', 'p.colligo', 'out.qdpx', '--check']);
  expect([checked.code, checked.stdout]).toEqual([1, 'project.qde: changed\n']);

  await place.ok('export', 'p.colligo', 'nvivo.qdpx', '--profile', 'nvivo', '--document', 'north');
  await place.ok('export', 'p.colligo', 'nvivo.qdpx', '--profile', 'nvivo', '--document', 'north', '--check');
  expect(await place.fails(1, 'export', 'p.colligo', 'x.qdpx', '--licence', 'CC0-1.0')).toContain(
    'no place for',
  );
  expect(await place.fails(1, 'export', 'p.colligo', 'x.csv', '--plain')).toContain('Only REFI-QDA');
  expect(await place.fails(2, 'export', 'p.colligo', 'out', '--dry-run')).toContain('.qdpx');
});
