import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Keeper, type Violation, violations } from './violations.ts';

const root = join(import.meta.dirname, '../..');
const realms = ['contract', 'text', 'engine', 'web', 'cli', 'main', 'preload', 'renderer'];

let copy: string;

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'colligo-walls-'));
  for (const name of ['src', 'tsconfig.base.json', 'biome.json', 'package.json', '.gitignore']) {
    cpSync(join(root, name), join(copy, name), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction');
});

afterAll(() => rmSync(copy, { recursive: true, force: true }));

/** Runs a package's program in the copy; returns its exit code and all that it said. */
function tool(bin: string, args: readonly string[]): { code: number; said: string } {
  try {
    const said = execFileSync(process.execPath, [join(root, 'node_modules', bin), ...args], {
      cwd: copy,
      encoding: 'utf8',
      stdio: 'pipe',
      maxBuffer: 2 ** 28,
    });
    return { code: 0, said };
  } catch (error) {
    const { status, stdout, stderr } = error as { status: number; stdout: string; stderr: string };
    return { code: status, said: stdout + stderr };
  }
}

const check: Record<Keeper, () => { code: number; said: string }> = {
  types: () =>
    tool('typescript/bin/tsc', ['-b', '--pretty', 'false', ...realms.map((realm) => `src/${realm}`)]),
  lint: () =>
    tool('@biomejs/biome/bin/biome', ['lint', '--reporter=github', '--max-diagnostics=none', 'src']),
};

const fileOf = (index: number) => `planted-${index}.ts`;

/** Writes a violation into its realm, and the file that it reaches for, if any, into the other; returns both. */
function plant({ realm, code }: Violation, index: number): string[] {
  const planted = join(copy, 'src', realm, fileOf(index));
  writeFileSync(planted, code.replace('TARGET', `target-${index}`));
  const other = /\.\.\/(\w+)\/TARGET\.ts/.exec(code)?.[1];
  if (!other) return [planted];
  const target = join(copy, 'src', other, `target-${index}.ts`);
  writeFileSync(target, 'export const target = 1;\n');
  return [planted, target];
}

const errorsIn = (said: string) => said.split('\n').filter((line) => /\berror\b/.test(line));

describe.for(['types', 'lint'] as const)('the walls that hold by %s', (keeper) => {
  test('let the sources through as they are', () => {
    const { code, said } = check[keeper]();
    expect(errorsIn(said)).toEqual([]);
    expect(code).toBe(0);
  });

  describe('stop', () => {
    const kept = violations.filter((violation) => violation.keeper === keeper);
    let errors: string[];

    // All are planted at once, each in a file of its own, so that the tool runs once, not once for each. The other
    // tool's are left out: an import of Electron would bring Node's types along, and hide that they are missing.
    beforeAll(() => {
      const planted = kept.flatMap(plant);
      errors = errorsIn(check[keeper]().said);
      for (const file of planted) rmSync(file);
    }, 120_000);

    test.for(kept.map(({ name }, index) => ({ name, index })))('$name', ({ index }) => {
      expect(errors.filter((line) => line.includes(fileOf(index)))).not.toEqual([]);
    });
  });
});
