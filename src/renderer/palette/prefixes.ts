import type { MessageId } from '../messages/en.ts';

/** Where the palette looks. */
export type Mode = 'all' | 'commands' | 'codes' | 'places' | 'text' | 'help';

/** The signs that a field may begin with, to look in one place only. */
export const PREFIXES: readonly {
  readonly sign: string;
  readonly mode: Exclude<Mode, 'all'>;
  readonly words: MessageId;
}[] = [
  { sign: '>', mode: 'commands', words: 'palette.help.commands' },
  { sign: '#', mode: 'codes', words: 'palette.help.codes' },
  { sign: '@', mode: 'places', words: 'palette.help.places' },
  { sign: '"', mode: 'text', words: 'palette.help.text' },
  { sign: '?', mode: 'help', words: 'palette.help.help' },
];

/** Reads what was typed: where to look, and for what. Quotation marks of other hands mean the same as straight ones. */
export function readTyped(typed: string): { mode: Mode; query: string } {
  const text = typed.trimStart();
  const sign = /^[“”„«»]/u.test(text) ? '"' : text.charAt(0);
  const mode = PREFIXES.find((prefix) => prefix.sign === sign)?.mode;
  return mode === undefined ? { mode: 'all', query: text.trim() } : { mode, query: text.slice(1).trim() };
}
