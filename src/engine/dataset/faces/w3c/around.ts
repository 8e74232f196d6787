import type { Span } from '../../../../text/reading.ts';

/** How much stands before and after a quote, in code points. */
const AROUND = 32;

/** What belongs to the character before it: combining marks, joiners, the tones of skin. */
const CONTINUES = /\p{M}|\u200D|[\u{1F3FB}-\u{1F3FF}]/u;

const JOINER = 0x200d;

/** Whether a character as people see it goes on over an offset (UTF-16). */
const isInside = (text: string, offset: number): boolean =>
  offset > 0 &&
  offset < text.length &&
  (CONTINUES.test(String.fromCodePoint(text.codePointAt(offset) ?? 0)) ||
    text.charCodeAt(offset - 1) === JOINER);

const before = (text: string, offset: number): number =>
  offset - ((text.codePointAt(offset - 2) ?? 0) > 0xffff ? 2 : 1);

const after = (text: string, offset: number): number =>
  offset + ((text.codePointAt(offset) ?? 0) > 0xffff ? 2 : 1);

/**
 * What stands around a quote, by which it is found again in a text that was changed. It begins and ends with whole
 * characters, as far as the span does.
 * @param span UTF-16 units of the text
 * @returns at most 32 code points before it, and after it; either is empty at the text's edge
 */
export function around(text: string, { start, end }: Span): { prefix: string; suffix: string } {
  let from = start;
  for (let steps = 0; steps < AROUND && from > 0; steps++) from = before(text, from);
  while (from < start && isInside(text, from)) from = after(text, from);
  let to = end;
  for (let steps = 0; steps < AROUND && to < text.length; steps++) to = after(text, to);
  while (to > end && isInside(text, to)) to = before(text, to);
  return { prefix: text.slice(from, start), suffix: text.slice(end, to) };
}
