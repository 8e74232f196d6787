import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Grants } from '../../src/engine/files/grants.ts';
import { checkName } from '../../src/engine/files/names.ts';

const NO_GRANT = expect.objectContaining({ code: 'NO_GRANT' });

describe('a grant', () => {
  test('stands for an absolute path once, and says nothing about it', () => {
    const grants = new Grants();
    const token = grants.issue('plans/köln.md', 'import');
    expect(Buffer.from(token, 'base64url')).toHaveLength(24);
    expect(grants.take(token, 'import')).toBe(resolve('plans/köln.md'));
    expect(() => grants.take(token, 'import')).toThrow(NO_GRANT);
  });

  test('holds for what it was given for, and is gone when it was tried for something else', () => {
    const grants = new Grants();
    const token = grants.issue('/plans', 'folder');
    expect(() => grants.take(token, ['import', 'open'])).toThrow(NO_GRANT);
    expect(() => grants.take(token, 'folder')).toThrow(NO_GRANT);
    expect(grants.take(grants.issue('/plans', 'folder'), ['save', 'folder'])).toBe(resolve('/plans'));
  });

  test('expires after ten minutes', () => {
    let now = 0;
    const grants = new Grants(() => now);
    const [early, late] = [grants.issue('/a', 'open'), grants.issue('/b', 'open')];
    now = 10 * 60_000 - 1;
    expect(grants.take(early, 'open')).toBe(resolve('/a'));
    now = 10 * 60_000;
    expect(() => grants.take(late, 'open')).toThrow(NO_GRANT);
  });

  test.each(['', 'x'.repeat(32), '/etc/passwd', '__proto__', '../..'])('cannot be made up: %j', (token) => {
    expect(() => new Grants().take(token, ['open', 'import', 'save', 'folder'])).toThrow(NO_GRANT);
  });

  test('another run knows nothing of it', () => {
    const token = new Grants().issue('/a', 'open');
    expect(() => new Grants().take(token, 'open')).toThrow(NO_GRANT);
  });

  test('to save is refused for what is no file name', () => {
    expect(() => new Grants().issue('/plans/a\nb.colligo', 'save')).toThrow(
      expect.objectContaining({ code: 'REFUSED' }),
    );
    expect(() => new Grants().issue('/', 'save')).toThrow(expect.objectContaining({ code: 'REFUSED' }));
  });
});

test.each(['', '.', '..', '../a', 'a/b', 'a\\b', 'a\u0000', 'a\tb', '\u007f'])('%j is no name', (name) => {
  for (const platform of ['linux', 'win32'] as const) expect(() => checkName(name, platform)).toThrow('name');
});

test.each(['a:b', 'what?', 'con', 'NUL.txt', 'com1', 'ends with.', 'ends with '])(
  '%j is no name on Windows',
  (name) => {
    expect(checkName(name, 'linux')).toBe(name);
    expect(() => checkName(name, 'win32')).toThrow('name');
  },
);

test.each(['Klimaschutz 2030.colligo', 'console.txt', '計画', '.a', '…'])('%j is a name', (name) => {
  for (const platform of ['linux', 'win32'] as const) expect(checkName(name, platform)).toBe(name);
});

test('a grant that is given back is good for one more use of the same kind', () => {
  const grants = new Grants();
  const token = grants.issue('/tmp/a.colligo', 'open');
  const path = grants.take(token, 'open');
  grants.giveBack(token, path, 'open');
  expect(() => grants.take('x'.repeat(32), 'open')).toThrow(/Pick|used/);
  expect(grants.take(token, 'open')).toBe(path);
  expect(() => grants.take(token, 'open')).toThrow(/used/);
});
