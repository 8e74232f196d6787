import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const out = join(import.meta.dirname, '../../out');

test.for([
  'index',
  'web',
  'cli',
  'engine-utility',
  'engine-child',
  'read-worker',
  'parse-worker',
  'exchange-worker',
  'sample-maker',
])('the build has the program %s', (name) => {
  expect(existsSync(join(out, 'main', `${name}.js`))).toBe(true);
});

test('the build has the page', () => {
  expect(readFileSync(join(out, 'renderer/index.html'), 'utf8')).toContain('<script type="module"');
});

test('the preload is one CommonJS file that asks for electron only, as the sandbox demands', () => {
  expect(readdirSync(join(out, 'preload'))).toEqual(['index.cjs']);
  const source = readFileSync(join(out, 'preload/index.cjs'), 'utf8');
  const asked = [...source.matchAll(/\b(?:require|import)\s*\(\s*["'`]([^"'`]+)/g)].map((match) => match[1]);
  expect(new Set(asked)).toEqual(new Set(['electron']));
  expect(source).not.toMatch(/^\s*(?:import|export)\s/m);
});

test('the engine brings its migrations along and leaves only the native module outside', () => {
  const folder = join(out, 'main');
  const files = readdirSync(folder).filter((name) => name.endsWith('.js'));
  const sources = files.map((name) => readFileSync(join(folder, name), 'utf8'));
  expect(sources.some((source) => source.includes('CREATE TABLE'))).toBe(true);
  const packages = sources.flatMap((source) =>
    [...source.matchAll(/^import\s+(?:[\w$*{},\s]+\sfrom\s+)?['"]([^'"./][^'"]*)['"];?$/gm)].map(
      (match) => match[1] ?? '',
    ),
  );
  const outside = new Set(packages.filter((name) => !name.startsWith('node:') && name !== 'electron'));
  expect([...outside].filter((name) => name !== 'better-sqlite3' && name !== 'ws')).toEqual([]);
});
