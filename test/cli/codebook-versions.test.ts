import { writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { CodebookChange, CodebookVersion, RestorePlan } from '../../src/contract/codebook-versions.ts';
import { projectPlace } from './kit/place.ts';

test('a round: named and locked, unlocked, changed, compared, gone back to', async () => {
  const place = await projectPlace();
  const on = (command: string, ...args: string[]) => ['codebook', command, 'p.colligo', ...args];
  expect(await place.ok(...on('versions'))).toContain('No state of the codebook was named yet.');
  expect(await place.ok(...on('name', 'Round 1', '--note', 'After the pilot', '--lock'))).toBe(
    'Name the codebook “Round 1” and lock it.\n',
  );
  const { versions } = await place.json<{ versions: CodebookVersion[] }>(...on('versions'));
  expect(versions).toMatchObject([{ name: 'Round 1', note: 'After the pilot', isLocked: true, isNow: true }]);
  expect(await place.ok(...on('versions'))).toMatch(
    /A\. Coder {2}Round 1 {2}\d+ codes \(locked, as it is now\)/,
  );

  writeFileSync(place.at('more.txt'), 'Something new\n');
  expect(await place.fails(1, ...on('import', 'more.txt'))).toContain('locked as “Round 1”');
  await place.ok(...on('unlock', 'round 1'));
  await place.ok(...on('import', 'more.txt'));
  const { changes } = await place.json<{ changes: CodebookChange[] }>(...on('diff-versions', 'Round 1'));
  expect(changes).toMatchObject([{ kind: 'added', code: { name: 'Something new' } }]);
  expect(await place.ok(...on('diff-versions', 'Round 1'))).toBe('Added: 1\n  Something new\n');
  expect(await place.fails(1, ...on('lock', 'Round 1'))).toContain('has changed since it was named');

  const { plan } = await place.json<{ plan: RestorePlan }>(...on('restore', 'Round 1', '--dry-run'));
  expect(plan).toMatchObject({ gone: [{ name: 'Something new' }], back: [], kept: [], changes: [] });
  expect(await place.ok(...on('restore', 'Round 1', '--dry-run'))).toContain('Nothing was changed.');
  expect(await place.ok(...on('restore', 'Round 1'))).toBe('Go back to the codebook “Round 1”.\n');
  expect(await place.ok(...on('diff-versions', 'Round 1'))).toBe('Nothing changed.\n');
  await place.ok('undo', 'p.colligo');
  expect(await place.ok(...on('diff-versions', 'Round 1'))).toContain('Something new');
  expect(await place.fails(1, ...on('restore', 'Round 9'))).toContain('There is: Round 1.');
});
