import { describe, expect, test } from 'vitest';
import { chordOf, formatKeys, isLetter, matchesKeys } from '../../src/renderer/commands/keys.ts';

interface Press {
  readonly key: string;
  readonly code?: string;
  readonly modifiers?: readonly string[];
}

/** What the browser reports for a key press; Node has no keyboard. */
function press({ key, code = '', modifiers = [] }: Press): KeyboardEvent {
  const has = (name: string) => modifiers.includes(name);
  return {
    key,
    code,
    ctrlKey: has('Control'),
    altKey: has('Alt'),
    metaKey: has('Meta'),
    shiftKey: has('Shift'),
    getModifierState: has,
  } as unknown as KeyboardEvent;
}

describe('matchesKeys', () => {
  test('a letter goes by what the key writes, wherever it lies', () => {
    expect(matchesKeys('Z', press({ key: 'z', code: 'KeyY' }))).toBe(true);
    expect(matchesKeys('Z', press({ key: 'y', code: 'KeyZ' }))).toBe(false);
  });

  test('a letter of another script goes by the Latin letter on its key', () => {
    expect(matchesKeys('N', press({ key: 'т', code: 'KeyN' }))).toBe(true);
    expect(matchesKeys('Mod+Z', press({ key: 'я', code: 'KeyZ', modifiers: ['Control'] }))).toBe(true);
    expect(matchesKeys('Shift+N', press({ key: 'т', code: 'KeyN' }))).toBe(false);
  });

  test('a digit is found where the layout writes a sign', () => {
    expect(matchesKeys('1', press({ key: '&', code: 'Digit1' }))).toBe(true);
    expect(matchesKeys('1', press({ key: '1', code: 'Numpad1' }))).toBe(true);
    expect(matchesKeys('2', press({ key: '&', code: 'Digit1' }))).toBe(false);
  });

  test('a sign is what is written, with whatever modifiers the layout needs', () => {
    expect(matchesKeys('?', press({ key: '?', code: 'Slash', modifiers: ['Shift'] }))).toBe(true);
    const german = press({ key: '[', code: 'Digit8', modifiers: ['Control', 'Alt', 'AltGraph'] });
    expect(matchesKeys('[', german)).toBe(true);
    expect(matchesKeys('[', press({ key: '[', modifiers: ['Control'] }))).toBe(false);
  });

  test('modifiers must be exactly those that are named', () => {
    expect(matchesKeys('Mod+Shift+Z', press({ key: 'Z', modifiers: ['Control', 'Shift'] }))).toBe(true);
    expect(matchesKeys('Mod+Z', press({ key: 'Z', modifiers: ['Control', 'Shift'] }))).toBe(false);
    expect(matchesKeys('N', press({ key: 'n', modifiers: ['Control'] }))).toBe(false);
    expect(matchesKeys('Alt+ArrowUp', press({ key: 'ArrowUp', modifiers: ['Alt'] }))).toBe(true);
  });
});

test('keys are written the way this system writes them', () => {
  expect(formatKeys('Mod+Shift+Z')).toBe('Ctrl Shift Z');
  expect(formatKeys('Alt+ArrowUp')).toBe('Alt ↑');
  expect(formatKeys('n')).toBe('N');
});

describe('chordOf', () => {
  test('a key press is written as the chord that finds it again', () => {
    const presses: Press[] = [
      { key: 'z', code: 'KeyY' },
      { key: 'Z', code: 'KeyY', modifiers: ['Control', 'Shift'] },
      { key: 'я', code: 'KeyZ', modifiers: ['Control'] },
      { key: '&', code: 'Digit1', modifiers: ['Control'] },
      { key: '?', code: 'Slash', modifiers: ['Shift'] },
      { key: 'ArrowUp', code: 'ArrowUp', modifiers: ['Alt', 'Shift'] },
      { key: 'F6', code: 'F6', modifiers: ['Shift'] },
      { key: '[', code: 'Digit8', modifiers: ['Control', 'Alt', 'AltGraph'] },
    ];
    for (const each of presses) {
      const chord = chordOf(press(each));
      expect(chord, each.key).not.toBeNull();
      expect(matchesKeys(chord ?? '', press(each)), chord ?? '').toBe(true);
    }
  });

  test('a modifier alone is no chord', () => {
    expect(chordOf(press({ key: 'Shift', modifiers: ['Shift'] }))).toBeNull();
  });
});

test('letters and signs by themselves are what can be switched off', () => {
  expect(['C', 'Shift+J', ']', '?', '1'].every(isLetter)).toBe(true);
  expect(['Mod+K', 'F1', 'Enter', 'Alt+W', 'Delete', ' '].some(isLetter)).toBe(false);
});
