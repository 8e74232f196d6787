import { withJoinedLines } from '../../text/joined-lines.ts';
import type { Block, Span } from '../../text/reading.ts';
import { blockAt, type LoadedText } from './text.ts';
import { segmenter } from './words.ts';

/** A span without the white space at its ends; null where nothing else is in it. Offsets in UTF-16. */
export function trimmed(text: string, { start, end }: Span): Span | null {
  const words = text.slice(start, end);
  const from = start + (words.length - words.trimStart().length);
  const to = from + words.trim().length;
  return to > from ? { start: from, end: to } : null;
}

/**
 * The sentences of a block, in order: they do not overlap, none leaves the block, and every letter of it is in one.
 * @param block one of its blocks
 * @param language BCP 47 tag of the document
 */
export function sentencesIn({ text, isPrinted }: LoadedText, block: Block, language: string): Span[] {
  const lines = withJoinedLines(text.slice(block.start, block.end), block.kind, isPrinted);
  const parts = segmenter('sentence', language).segment(lines);
  return [...parts].flatMap(({ index, segment }) => {
    const start = block.start + index;
    return trimmed(text, { start, end: start + segment.length }) ?? [];
  });
}

/**
 * Says which sentence of its block one is.
 * @param sentence one of those of the block
 * @returns counted from 1, and how many the block has
 */
export function sentencePlace(
  loaded: LoadedText,
  block: number,
  sentence: Span,
  language: string,
): { number: number; of: number } {
  const here = loaded.blocks[block];
  const sentences = here === undefined ? [] : sentencesIn(loaded, here, language);
  return { number: sentences.findIndex(({ end }) => end >= sentence.end) + 1, of: sentences.length };
}

/** The block after (1) or before (-1) another that has words in it and is no running head or page number, or null. */
export function nextBlock({ blocks, text }: LoadedText, from: number, step: 1 | -1): number | null {
  for (let at = from + step; blocks[at] !== undefined; at += step) {
    const block = blocks[at];
    // What stands on a page for the page's sake is not read on the way.
    if (block !== undefined && block.kind !== 'artifact' && trimmed(text, block) !== null) return at;
  }
  return null;
}

/** The block to begin with at a place: the one there, or where that is a running head or page number, the next that is not. */
export function unitAt(loaded: LoadedText, offset: number): number {
  const block = blockAt(loaded.blocks, offset);
  return loaded.blocks[block]?.kind === 'artifact' ? (nextBlock(loaded, block, 1) ?? block) : block;
}

/**
 * The sentence after or before another, across blocks.
 * @param from where it stands now; null begins with the first (or last) of the block
 * @returns the block and the sentence, or null at the end of the text
 */
export function nextSentence(
  loaded: LoadedText,
  block: number,
  from: Span | null,
  step: 1 | -1,
  language: string,
): { block: number; sentence: Span } | null {
  const here = loaded.blocks[block];
  if (here === undefined) return null;
  const sentences = sentencesIn(loaded, here, language);
  const next =
    from === null
      ? sentences.at(step > 0 ? 0 : -1)
      : step > 0
        ? sentences.find(({ start }) => start >= from.end)
        : sentences.findLast(({ end }) => end <= from.start);
  if (next !== undefined) return { block, sentence: next };
  const other = nextBlock(loaded, block, step);
  return other === null ? null : nextSentence(loaded, other, null, step, language);
}
