import type { MemoRow } from '../../contract/memos.ts';

const MARKS: readonly (readonly [RegExp, string])[] = [
  [/\[((?:\\.|[^\]\\])*)\]\([^)]*\)/g, '$1'],
  [/^\s*(?:#{1,6}|>|[-*+]|\d+[.)])\s+/gm, ''],
  [/[*_`~]+/g, ''],
  [/\\(?=[^\w\s])/g, ''],
  [/\s+/g, ' '],
];

/** @returns the words of a memo on one line, without the marks of Markdown */
export function plainWords(body: string): string {
  return MARKS.reduce((text, [mark, instead]) => text.replace(mark, instead), body).trim();
}

const TITLE = 60;

/** @returns what a memo is called: its title, else its first words */
export function titleOf({ title, body }: Pick<MemoRow, 'title' | 'body'>): string {
  if (title !== '') return title;
  const words = plainWords(body);
  return words.length > TITLE ? `${words.slice(0, TITLE).replace(/[\ud800-\udbff]$|\s+\S*$/u, '')}…` : words;
}
