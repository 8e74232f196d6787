import { afterEach, expect, test } from 'vitest';
import { APP_COMMANDS } from '../../src/renderer/app/commands.ts';
import { CODEBOOK_COMMANDS } from '../../src/renderer/codebook/commands.ts';
import {
  type Command,
  conflictOf,
  keysOf,
  register,
  useRegistry,
} from '../../src/renderer/commands/registry.ts';
import { LIBRARY_COMMANDS } from '../../src/renderer/library/commands.ts';
import { useKeymap } from '../../src/renderer/state/keymap.ts';
import { TAB_COMMANDS } from '../../src/renderer/tabs/commands.ts';

const ALL = [...APP_COMMANDS, ...TAB_COMMANDS, ...LIBRARY_COMMANDS, ...CODEBOOK_COMMANDS];
const command: Command = { id: 'test.one', title: 'command.undo', group: 'anywhere', run: () => undefined };

let off: () => void = () => undefined;
afterEach(() => {
  off();
  useKeymap.setState({ own: {}, letters: true });
});

test('a command is there while it is registered, and one id is registered once', () => {
  off = register([command]);
  expect(useRegistry.getState().commands.get('test.one')).toBe(command);
  expect(() => register([command])).toThrow('registered twice');
  off();
  expect(useRegistry.getState().commands.has('test.one')).toBe(false);
});

test('no two commands of one pane have the same key, in any shell', () => {
  for (const kind of ['browser', 'desktop'] as const) {
    const seen = new Map<string, string>();
    for (const each of ALL) {
      for (const pane of each.panes ?? ['everywhere']) {
        for (const keys of keysOf(each, kind)) {
          const where = `${pane} ${keys}`;
          expect(seen.get(where), `${where}: ${each.id}`).toBeUndefined();
          seen.set(where, each.id);
        }
      }
    }
  }
});

test('a single letter always names the panes it acts in', () => {
  const letters = ALL.filter((each) => each.keys?.some((keys) => /^(Shift\+)?[A-Z]$/i.test(keys)));
  expect(letters.length).toBeGreaterThan(3);
  expect(letters.filter((each) => each.panes === undefined).map((each) => each.id)).toEqual([]);
});

test('the browser keeps the keys that are its own', () => {
  const claimed = ['Mod+T', 'Mod+N', 'Mod+Q', 'Mod+H', 'Mod+M', 'Mod+W', 'Mod+Shift+N', 'Mod+Shift+W'];
  const taken = ALL.flatMap((each) => keysOf(each, 'browser')).filter((keys) => claimed.includes(keys));
  expect(taken).toEqual([]);
});

test('the person’s own key stands in place of the one a command came with, until it is given back', () => {
  const theme = ALL.find(({ id }) => id === 'palette.open') ?? command;
  useKeymap.getState().assign(theme.id, ['Mod+Shift+K']);
  expect(keysOf(theme, 'desktop')).toEqual(['Mod+Shift+K']);
  useKeymap.getState().assign(theme.id, null);
  expect(keysOf(theme, 'desktop')).toEqual(['Mod+K']);
});

test('without single letters, only chords and function keys are left', () => {
  const keys = ALL.find(({ id }) => id === 'help.keys') ?? command;
  expect(keysOf(keys, 'desktop')).toEqual(['?', 'Shift+F1']);
  useKeymap.getState().allowLetters(false);
  expect(keysOf(keys, 'desktop')).toEqual(['Shift+F1']);
  const codes = ALL.find(({ id }) => id === 'codes.create') ?? command;
  expect(keysOf(codes, 'desktop')).toEqual([]);
});

test('a chord is in the way where two commands act in one pane, or one of them everywhere', () => {
  const one: Command = { ...command, id: 'test.one', keys: ['A'], panes: ['reader'] };
  const two: Command = { ...command, id: 'test.two', keys: ['A'], panes: ['codebook'] };
  const all: Command = { ...command, id: 'test.all', keys: ['Mod+G'] };
  expect(conflictOf(one, 'A', [one, two, all], 'desktop')).toBeUndefined();
  expect(conflictOf(one, 'Mod+G', [one, two, all], 'desktop')).toBe(all);
  expect(conflictOf(all, 'A', [one, two, all], 'desktop')).toBe(one);
});
