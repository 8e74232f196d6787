import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { projectPlace } from './kit/place.ts';

it('says whether a dataset is still the one that the project gives, and writes nothing', async () => {
  const place = await projectPlace();
  const code = (document: string, words: string) =>
    place.ok('code', 'p.colligo', '--document', document, '--code', 'Compute', '--match', words);
  await code('north', 'semiconductor');
  await place.ok('export', 'p.colligo', 'dataset');
  await place.ok('export', 'p.colligo', 'part.zip', '--document', 'north', '--no-texts');
  const said = await place.ok('export', 'p.colligo', 'dataset', '--check');
  expect(said).toMatch(/^dataset is what p\.colligo gives now: \d+ files compared\.\n$/);
  await place.ok('export', 'p.colligo', 'part.zip', '--check');

  await code('south', 'hall');
  rmSync(place.at('dataset/cases.csv'));
  writeFileSync(place.at('dataset/notes.txt'), 'Mine.');
  const before = readFileSync(place.at('dataset/codings.csv'));
  const { code: exit, stdout, stderr } = await place.run(['export', 'p.colligo', 'dataset', '--check']);
  expect(exit).toBe(1);
  const lines = stdout.trimEnd().split('\n');
  expect(lines).toContain('codings.csv: 2 rows of the project not in it');
  expect(lines).toContain('cases.csv: missing');
  expect(lines.at(-1)).toBe('notes.txt: not of this dataset');
  expect(stderr).toBe(`dataset is not what p.colligo gives now: ${lines.length} files differ.\n`);
  expect(readFileSync(place.at('dataset/codings.csv')).equals(before)).toBe(true);
  // The other document is not in that part.
  await place.ok('export', 'p.colligo', 'part.zip', '--check');

  const asJson = await place.run(['export', 'p.colligo', 'dataset', '--check', '--json']);
  expect(asJson.code).toBe(1);
  expect(JSON.parse(asJson.stdout)).toMatchObject({ name: 'dataset', format: 'package', matches: false });
  await place.fails(1, 'export', 'p.colligo', 'nowhere', '--check');
});
