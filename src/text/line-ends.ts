import { LINE_BREAKS } from './broken-words.ts';
import type { Span } from './reading.ts';
import { pairAt } from './words.ts';

/**
 * Line ends of a text that keeps them as printed. Where one breaks a word, the hyphen before it is there for the line's
 * sake alone: to be read, such a word is whole, and every other line end inside a block is a space, or nothing behind a
 * hyphen that belongs to the word. What is counted, quoted and exported stays as printed.
 */
/**
 * The hyphens that stand only because a line ends: those inside a word, as words were segmented at import.
 * @param text the canonical text, or a stretch of it that begins at `from`
 * @param words flat pairs (UTF-16) of the whole text
 * @returns offsets of the hyphens in the canonical text, ascending
 */
export function lineHyphens(text: string, words: Uint32Array, from = 0): number[] {
  const found: number[] = [];
  for (const { index } of text.matchAll(LINE_BREAKS)) {
    const word = pairAt(words, from + index);
    if (word !== null && word.end > from + index + 2) found.push(from + index);
  }
  return found;
}

/** A stretch that is not shown where lines flow: the line end of a broken word, with its hyphen or without. */
export interface Hidden extends Span {
  readonly hyphen: boolean;
}

/**
 * What is left out where a stretch of text flows: for each word that is broken at a line end its line end, and the hyphen
 * where it stands for the line's sake.
 * @param text a stretch of the canonical text that begins at `from`
 * @param isLineHyphen told the offset of a hyphen
 */
export function hiddenIn(text: string, from: number, isLineHyphen: (offset: number) => boolean): Hidden[] {
  return [...text.matchAll(LINE_BREAKS)].map(({ index }) => {
    const hyphen = isLineHyphen(from + index);
    return { start: from + index + (hyphen ? 0 : 1), end: from + index + 2, hyphen };
  });
}

/**
 * A stretch of text as it is read: broken words whole, other white space as single spaces.
 * @param text a stretch of the canonical text that begins at `from`
 */
export function readable(text: string, from: number, isLineHyphen: (offset: number) => boolean): string {
  let read = '';
  let at = 0;
  for (const { start, end } of hiddenIn(text, from, isLineHyphen)) {
    read += text.slice(at, start - from);
    at = end - from;
  }
  return (read + text.slice(at)).replace(/\s+/gu, ' ');
}
