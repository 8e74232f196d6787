import { type KeyboardEvent, useState } from 'react';
import { matchesKeys } from '../commands/keys.ts';
import { announce } from '../ui/announce.ts';
import { rememberRow } from './recent.ts';
import type { PaletteRow } from './rows.ts';
import { useGroups } from './useGroups.ts';

const PAGE = 10;

/** Rows that stay for more: a sign goes into the field. */
const staysOpen = ({ key }: PaletteRow): boolean => key.startsWith('help ');

/** Places in the texts are found again by their words, not among the recent things. */
const isKept = ({ key }: PaletteRow): boolean => !/^(hit|help) /.test(key);

/**
 * What the palette knows and does while it is open.
 * @param first what the field begins with
 * @param close puts it away and returns the focus to where it was
 */
export function usePalette(first: string, close: () => void) {
  const [typed, setTyped] = useState(first);
  const [at, setAt] = useState(0);
  const { groups, text } = useGroups(typed);
  const rows = groups.flatMap(({ found }) => found.map(({ row }) => row));
  const last = rows.length - 1;
  const active = Math.min(at, last);
  const type = (next: string) => {
    setTyped(next);
    setAt(0);
  };
  const choose = (row: PaletteRow | undefined) => {
    if (row === undefined) return;
    if (row.reason !== undefined) return announce(row.reason);
    if (staysOpen(row)) return type(row.keys ?? '');
    if (isKept(row)) rememberRow(row.key);
    // First the focus goes back: a command acts on what has it.
    close();
    void row.run();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const { key, ctrlKey, metaKey } = event;
    const mod = ctrlKey || metaKey;
    if (key === 'ArrowDown') setAt(active >= last ? 0 : active + 1);
    else if (key === 'ArrowUp') setAt(active <= 0 ? last : active - 1);
    else if (key === 'PageDown') setAt(Math.min(last, active + PAGE));
    else if (key === 'PageUp') setAt(Math.max(0, active - PAGE));
    else if (key === 'Home' && mod) setAt(0);
    else if (key === 'End' && mod) setAt(Math.max(0, last));
    else if (key === 'Enter') choose(rows[active]);
    else if (key === 'Escape' || key === 'Tab' || matchesKeys('Mod+K', event.nativeEvent)) close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return { typed, type, groups, text, active, choose, onKeyDown };
}
