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
