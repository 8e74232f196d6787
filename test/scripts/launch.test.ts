import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { run } from '../../scripts/child.mjs';
import { systemChromium } from '../../scripts/chromium.mjs';
import { findElectron, hasDisplay } from '../../scripts/electron.mjs';
import { npmEnvironment } from '../../scripts/ensure.mjs';
import { withLock } from '../../scripts/lock.mjs';
import { Explained, isModern, modernNode } from '../../scripts/node.mjs';

const scripts = join(import.meta.dirname, '../../scripts');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'colligo-launch-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('the Node that runs Colligo', () => {
  test.for([
    ['18.20.1', false],
    ['20.20.2', false],
    ['22.13.9', false],
    ['22.14.0', true],
    ['24.0.0', true],
    ['100.1.0', true],
  ] as const)('%s is new enough: %s', ([version, modern]) => {
    expect(isModern(version)).toBe(modern);
  });

  test('is the one in the checkout, however new the other is', () => {
    const bin = join(folder, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin');
    mkdirSync(bin, { recursive: true });
    writeFileSync(join(bin, 'node'), '');
    expect(modernNode({ root: folder, version: '99.0.0', execPath: '/other' })).toBe(join(bin, 'node'));
  });

  test('is the running one where the checkout has none', () => {
    expect(modernNode({ root: folder, version: '22.14.0', execPath: '/mine' })).toBe('/mine');
  });

  test('is asked for in one sentence where there is none', () => {
    const search = () => modernNode({ root: folder, version: '20.20.2', execPath: '/mine' });
    expect(search).toThrow(Explained);
    expect(search).toThrow(/needs Node 22\.14 or later; this is Node 20\.20\.2/);
  });
});

describe('a program that is started', () => {
  test('passes on its exit code', async () => {
    expect(await run(process.execPath, ['-e', 'process.exit(7)'])).toBe(7);
  });

  test('gets the signal that was meant for its launcher, and ends it', async () => {
    const inner =
      "process.on('SIGTERM', () => process.exit(5)); console.log('up'); setInterval(() => {}, 1000)";
    const outer = `import { run } from ${JSON.stringify(join(scripts, 'child.mjs'))};
      process.exit(await run(process.execPath, ['-e', ${JSON.stringify(inner)}]));`;
    const launcher = spawn(process.execPath, ['--input-type=module', '-e', outer], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(launcher.stdout, 'data');
    launcher.kill('SIGTERM');
    expect(await once(launcher, 'exit')).toEqual([5, null]);
  });
});

describe('a lock', () => {
  const lock = () => join(folder, 'out/.lock');

  test('lets one in at a time', async () => {
    let inside = 0;
    const work = async () => {
      inside += 1;
      expect(inside).toBe(1);
      await new Promise((resolve) => setTimeout(resolve, 20));
      inside -= 1;
    };
    await Promise.all([withLock(lock(), work), withLock(lock(), work), withLock(lock(), work)]);
  });

  test('is free again after a failure', async () => {
    await expect(withLock(lock(), () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await withLock(lock(), () => 'yes')).toBe('yes');
  });

  test('is taken over from a holder that died', async () => {
    const dead = execFileSync(process.execPath, ['-p', 'process.pid'], { encoding: 'utf8' }).trim();
    mkdirSync(join(folder, 'out'));
    writeFileSync(lock(), dead);
    expect(await withLock(lock(), () => 'mine')).toBe('mine');
  });
});

test('a second npm does not inherit the first one’s folder, but keeps its registry', () => {
  const env = {
    PATH: '/bin',
    npm_config_local_prefix: '/elsewhere',
    npm_package_name: 'other',
    npm_config_registry: 'https://registry.example',
  };
  expect(npmEnvironment(env)).toEqual({ PATH: '/bin', npm_config_registry: 'https://registry.example' });
});

test('Electron is found by its files alone, and only when its runtime is there', () => {
  const home = join(folder, 'node_modules/electron');
  mkdirSync(join(home, 'dist'), { recursive: true });
  expect(findElectron(folder, {})).toBeUndefined();
  writeFileSync(join(home, 'path.txt'), 'electron');
  expect(findElectron(folder, {})).toBeUndefined();
  writeFileSync(join(home, 'dist/electron'), '');
  expect(findElectron(folder, {})).toBe(join(home, 'dist/electron'));
});

test('a window needs a display server on Linux', () => {
  expect(hasDisplay('linux', {})).toBe(false);
  expect(hasDisplay('linux', { WAYLAND_DISPLAY: 'wayland-0' })).toBe(true);
  expect(hasDisplay('darwin', {})).toBe(true);
});

test('CHROMIUM_PATH wins over the PATH, and must exist', () => {
  const named = join(folder, 'mine');
  writeFileSync(named, '');
  writeFileSync(join(folder, 'chromium'), '');
  expect(systemChromium({ CHROMIUM_PATH: named, PATH: folder })).toBe(named);
  expect(systemChromium({ PATH: folder })).toBe(join(folder, 'chromium'));
  expect(() => systemChromium({ CHROMIUM_PATH: join(folder, 'none') })).toThrow(Explained);
});
