import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { INPUTS } from '../../scripts/ensure.mjs';
import { fingerprint, isStamped } from '../../scripts/fresh.mjs';
import { Place, ROOT } from './kit/place.ts';

const LAUNCHER = join(ROOT, 'bin/colligo.mjs');

/** What `npx colligo` runs. A stale build would be built anew under the feet of the other tests. */
const fresh =
  existsSync(join(ROOT, 'out/main')) && isStamped(join(ROOT, 'out/.built'), fingerprint(ROOT, INPUTS));

it('npx colligo works from any folder, and stdout belongs to the command', (context) => {
  if (!fresh) context.skip('the build is stale: npm run build');
  const place = new Place();
  const { status, stdout, stderr } = spawnSync(process.execPath, [LAUNCHER, '--version'], {
    cwd: place.folder,
    encoding: 'utf8',
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
});

it('passes arguments and the exit code on as they are', (context) => {
  if (!fresh) context.skip('the build is stale: npm run build');
  const place = new Place();
  const env = { ...process.env, COLLIGO_HOME: place.home };
  const run = (...args: string[]) =>
    spawnSync(process.execPath, [LAUNCHER, ...args], { cwd: place.folder, encoding: 'utf8', env });
  expect(run('new', 'a b', '--title', 'Two words & “more”', '--coder', 'Ärø', '--json')).toMatchObject({
    status: 0,
  });
  expect(JSON.parse(run('history', 'a b.colligo', '--json').stdout)).toMatchObject({
    steps: [{ coder: { name: 'Ärø' } }],
  });
  expect(run('check', 'nowhere.colligo').status).toBe(1);
  expect(run('bogus').status).toBe(2);
});
