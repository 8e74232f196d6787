import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  fingerprint,
  isInstalledAs,
  isStamped,
  listFiles,
  readText,
  writeText,
} from '../../scripts/fresh.mjs';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'colligo-fresh-'));
  mkdirSync(join(folder, 'src/deep'), { recursive: true });
  writeFileSync(join(folder, 'src/b.ts'), 'b');
  writeFileSync(join(folder, 'src/deep/a.ts'), 'a');
});
afterEach(() => rmSync(folder, { recursive: true }));

test('files are listed in a fixed order; what does not exist is left out', () => {
  writeFileSync(join(folder, 'one.json'), '');
  expect(listFiles(folder, ['src', 'none', 'one.json'])).toEqual(['src/b.ts', 'src/deep/a.ts', 'one.json']);
});

describe('a stamp', () => {
  const stamp = () => join(folder, 'out/stamp');
  const now = () => fingerprint(folder, ['src']);
  beforeEach(() => writeText(stamp(), `${now().quick}\n${now().exact()}\n`));

  test('holds while nothing changes', () => {
    expect(isStamped(stamp(), now())).toBe(true);
  });

  test('holds for a file that was only touched, and is renewed', () => {
    const before = readText(stamp());
    utimesSync(join(folder, 'src/b.ts'), new Date(), new Date(2020, 1, 1));
    expect(isStamped(stamp(), now())).toBe(true);
    expect(readText(stamp())).not.toBe(before);
    expect(readText(stamp())?.split('\n')[0]).toBe(now().quick);
  });

  test.for([
    ['a changed file', () => writeFileSync(join(folder, 'src/b.ts'), 'B')],
    ['a new file', () => writeFileSync(join(folder, 'src/c.ts'), '')],
    ['a removed file', () => rmSync(join(folder, 'src/b.ts'))],
    ['a missing stamp', () => rmSync(stamp())],
  ] as const)('does not hold for %s', ([, change]) => {
    change();
    expect(isStamped(stamp(), now())).toBe(false);
  });
});

describe('installed packages', () => {
  const lock = (packages: Record<string, object>) => JSON.stringify({ packages: { '': {}, ...packages } });
  const wanted = lock({
    'node_modules/zod': { version: '4.0.0' },
    'node_modules/other-platform': { version: '1.0.0', optional: true },
  });

  test('agree with the lockfile when an optional one is missing', () => {
    expect(isInstalledAs(wanted, lock({ 'node_modules/zod': { version: '4.0.0' } }))).toBe(true);
  });

  test('do not agree when there are none, one is missing, or one has another version', () => {
    expect(isInstalledAs(wanted, undefined)).toBe(false);
    expect(isInstalledAs(wanted, lock({}))).toBe(false);
    expect(isInstalledAs(wanted, lock({ 'node_modules/zod': { version: '3.0.0' } }))).toBe(false);
  });
});
