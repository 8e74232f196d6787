import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import config from '../../packaging/config.mjs';
import { type Plain, parsePlainYaml } from './plain-yaml.ts';

const root = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');

interface Step {
  readonly name?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Record<string, string>;
}
interface Job {
  readonly strategy: { readonly matrix: { readonly include: Record<string, string>[] } };
  readonly steps: Step[];
}
const workflow = parsePlainYaml(read('.github/workflows/build.yml')) as unknown as {
  readonly on: Record<string, Plain>;
  readonly permissions: Record<string, string>;
  readonly jobs: { readonly build: Job };
};
const { strategy, steps } = workflow.jobs.build;
const machines = strategy.matrix.include;

describe('the workflow', () => {
  test('runs on the three systems, and on each kind of machine that a package is made for', () => {
    expect(machines.map(({ name }) => name)).toEqual([
      'linux-x64',
      'windows-x64',
      'macos-arm64',
      'macos-x64',
    ]);
    for (const { runner } of machines) expect(runner).toMatch(/^(ubuntu|windows|macos)-\d+/);
  });

  test('names every action by its major version', () => {
    const used = steps.flatMap(({ uses }) => uses ?? []);
    expect(used.length).toBeGreaterThan(2);
    for (const each of used) expect(each).toMatch(/^actions\/[\w-]+@v\d+$/);
  });

  test('may read the sources and nothing else, and knows no secret', () => {
    expect(workflow.permissions).toEqual({ contents: 'read' });
    expect(read('.github/workflows/build.yml')).not.toContain('secrets.');
  });

  test('runs scripts and stages that there are', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const said = steps.flatMap(({ run }) => run ?? []).join('\n');
    const names = [...said.matchAll(/npm (?:run )?(test|[a-z]+)\b/g)].map(([, name = '']) => name);
    expect(names.filter((name) => name !== 'ci' && !(name in scripts))).toEqual([]);
    expect(names).toEqual(expect.arrayContaining(['ci', 'test', 'package']));
    const stages = /\/\/ npm test \[-- --only=([\w,]+)\]/.exec(read('scripts/test.mjs'))?.[1]?.split(',');
    for (const [, stage] of said.matchAll(/--only=(\w+)/g)) expect(stages).toContain(stage);
    const { bin } = JSON.parse(read('node_modules/electron/package.json')) as { bin: Record<string, string> };
    expect(existsSync(join(root, 'node_modules/electron', bin['install-electron'] ?? 'none'))).toBe(true);
  });

  test('tests the very programs that electron-builder makes', () => {
    const { executableName } = config.linux;
    expect(machines.map(({ program }) => program)).toEqual([
      `dist/linux-unpacked/${executableName}`,
      `dist/win-unpacked/${config.productName}.exe`,
      `dist/mac-arm64/${config.productName}.app/Contents/MacOS/${config.productName}`,
      `dist/mac/${config.productName}.app/Contents/MacOS/${config.productName}`,
    ]);
  });

  test('keeps every kind of installer', () => {
    const kinds = [...config.win.target, ...config.mac.target, ...config.linux.target, 'deb'];
    const kept = steps.find((step) => step.with?.['if-no-files-found'] === 'error')?.with?.['path'];
    const endings = kinds.map((kind) => (kind === 'nsis' ? 'exe' : kind));
    for (const ending of endings) expect(kept?.split('\n')).toContain(`dist/*.${ending}`);
  });
});

describe('the plain part of YAML', () => {
  test('is maps, lists, scalars and literal blocks', () => {
    const source = ["a: 'it''s'", 'b:', '  - c: 1', '    d:', '  - two words', 'e: |', '  x', '  y'].join(
      '\n',
    );
    expect(parsePlainYaml(source)).toEqual({
      a: "it's",
      b: [{ c: '1', d: null }, 'two words'],
      e: 'x\ny\n',
    });
  });

  test.each([
    'a: {b: 1}',
    'a: [1]',
    'a: "b"',
    'a: b: c',
    'a: *x',
    'a: 1\na: 2',
    'a: 1\n   b: 2',
    'a: b # c',
    '\ta: 1',
  ])('is not %j', (source) => {
    expect(() => parsePlainYaml(source)).toThrow('Not understood');
  });
});
