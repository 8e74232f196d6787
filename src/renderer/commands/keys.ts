import { matchKeyBindingPress, parseKeybinding } from 'tinykeys';

const apple = /Mac|iPhone|iPad/.test(globalThis.navigator?.platform ?? '');

const WORDS: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Enter: '⏎',
  Escape: 'Esc',
  Delete: 'Del',
  Backspace: '⌫',
  PageUp: 'PgUp',
  PageDown: 'PgDn',
  ' ': 'Space',
};

/**
 * Writes a chord such as `Mod+Shift+Z` the way this system does: `Ctrl Shift Z`, or `⌘⇧Z` on Apple's.
 * @param keys modifiers and one key, joined by plus signs; `Mod` is Ctrl, or Command on Apple's systems
 */
export function formatKeys(keys: string): string {
  const parts = keys === '+' ? ['+'] : keys.split('+');
  const words = parts.map((part) => {
    if (part === 'Mod') return apple ? '⌘' : 'Ctrl';
    if (apple && part === 'Shift') return '⇧';
    if (apple && part === 'Alt') return '⌥';
    return WORDS[part] ?? (part.length === 1 ? part.toLocaleUpperCase() : part);
  });
  return words.join(apple ? '' : ' ');
}

/** Whether a chord is one written character without Ctrl, Alt or ⌘, as speech input or a slip may produce. */
export function isLetter(keys: string): boolean {
  return /^(Shift\+)?[^ ]$/u.test(keys);
}

/** A letter of another script stands on a key that has a Latin letter too: there, the key's place decides. */
function latin(event: KeyboardEvent): string {
  if (event.code.startsWith('Key') && !/^[a-z]$/i.test(event.key) && event.key.length === 1)
    return event.code.slice(3);
  return event.key;
}

/**
 * Says whether a key press is this chord. Letters go by what the key writes, digits also by the key's place (AZERTY
 * writes signs there), and signs such as `?` or `[` by what is written, whatever modifiers the layout needs for it.
 */
export function matchesKeys(keys: string, event: KeyboardEvent): boolean {
  const key = keys.endsWith('+') ? '+' : (keys.split('+').at(-1) ?? '');
  const plain = keys === key;
  if (plain && key.length === 1 && !/[a-z0-9]/i.test(key)) {
    const chord = (event.ctrlKey || event.altKey || event.metaKey) && !event.getModifierState('AltGraph');
    return !chord && event.key === key;
  }
  const [press] = parseKeybinding(keys.replace('Mod', '$mod'));
  if (press === undefined) return false;
  if (matchKeyBindingPress(event, press)) return true;
  const [modifiers] = press;
  if (/^[0-9]$/.test(key)) return matchKeyBindingPress(event, [modifiers, `Digit${key}`]);
  if (/^[a-z]$/i.test(key) && latin(event) !== event.key) {
    return (
      matchKeyBindingPress(event, [modifiers, `Key${key.toUpperCase()}`]) &&
      latin(event) === key.toUpperCase()
    );
  }
  return false;
}

const MODIFIERS = [
  'Control',
  'Shift',
  'Alt',
  'AltGraph',
  'Meta',
  'CapsLock',
  'Dead',
  'Process',
  'Unidentified',
];

/**
 * Writes a key press as a chord that `matchesKeys` finds again: the way keys are given by pressing them.
 * @returns null for a modifier alone, or a key that writes nothing by itself
 */
export function chordOf(event: KeyboardEvent): string | null {
  if (MODIFIERS.includes(event.key)) return null;
  const modified = event.ctrlKey || event.altKey || event.metaKey;
  const graph = event.getModifierState('AltGraph');
  const written = latin(event);
  const isSign = written.length === 1 && !/[a-z0-9 ]/i.test(written);
  if (isSign && (!modified || graph)) return event.key;
  const digit = /^Digit(\d)$/.exec(event.code)?.[1];
  const key = digit ?? (written.length === 1 ? written.toUpperCase() : written);
  const held = [
    (apple ? event.metaKey : event.ctrlKey) ? 'Mod' : null,
    apple && event.ctrlKey ? 'Control' : null,
    !apple && event.metaKey ? 'Meta' : null,
    event.altKey ? 'Alt' : null,
    event.shiftKey ? 'Shift' : null,
  ];
  return [...held.filter((each) => each !== null), key].join('+');
}
