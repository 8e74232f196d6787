import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { namedIn } from '../../src/main/named.ts';

const here = resolve('/plans');
const at = (...parts: string[]) => resolve(here, ...parts);

describe('the project that a command line names', () => {
  test.each<[string, string[], string]>([
    ['lies where the command was given', ['Köln.colligo'], at('Köln.colligo')],
    ['may lie anywhere', [at('..', 'Köln.colligo')], at('..', 'Köln.colligo')],
    ['has an extension in any case', ['KÖLN.COLLIGO'], at('KÖLN.COLLIGO')],
    ['stands among options', ['--some-switch', 'a.colligo', '--value=b.colligo', '-x'], at('a.colligo')],
    ['is the last of several', ['a.colligo', 'b.colligo'], at('b.colligo')],
    ['counts before a file that is none', ['a.colligo', 'notes.md'], at('a.colligo')],
    ['may be an address of this computer', [pathToFileURL(at('Köln 2.colligo')).href], at('Köln 2.colligo')],
  ])('%s', (_what, args, path) => {
    expect(namedIn(['colligo', ...args], here, true)).toEqual({ path });
  });

  test.each<[string, string[]]>([
    ['nothing', []],
    ['options', ['--some-switch', '-psn_0_1234']],
    ['an empty argument', ['']],
  ])('is none for %s', (_what, args) => {
    expect(namedIn(['colligo', ...args], here, true)).toBeUndefined();
  });

  test.each<[string, string, string]>([
    ['a plan', 'uk.pdf', 'uk.pdf'],
    ['a copy beside the backups', 'a.colligo-backups', 'a.colligo-backups'],
    ['an address of the network', 'https://example.org/a.pdf', 'a.pdf'],
  ])('is refused by its name for %s', (_what, arg, foreign) => {
    expect(namedIn(['colligo', arg], here, true)).toEqual({ foreign });
  });

  test('comes after the folder of the checkout where Electron itself was started', () => {
    expect(namedIn(['electron', '/home/colligo'], here, false)).toBeUndefined();
    expect(namedIn(['electron', '--inspect=0', '/home/colligo', 'a.colligo'], here, false)).toEqual({
      path: at('a.colligo'),
    });
  });
});
