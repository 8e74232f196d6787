import type { Span } from '../../text/reading.ts';
import { segmenter } from './words.ts';

/** How the ends of a selection are moved: to whole characters always, to whole words unless Alt was held. */
export type Snap = 'character' | 'word';

/** Moves an offset to the edge of what it lies inside of: a grapheme, or a word. Offsets from the start of `text`. */
function edge(text: string, offset: number, end: 'start' | 'end', snap: Snap, language: string): number {
  if (offset <= 0 || offset >= text.length) return Math.min(Math.max(offset, 0), text.length);
  const part = segmenter(snap === 'word' ? 'word' : 'grapheme', language)
    .segment(text)
    .containing(offset);
  if (part === undefined || part.index === offset) return offset;
  if (snap === 'word' && part.isWordLike !== true) return edge(text, offset, end, 'character', language);
  return end === 'start' ? part.index : part.index + part.segment.length;
}

/**
 * Moves the ends of a selection outwards to whole words or characters, then inwards over white space.
 * @param text the canonical text
 * @param span what was selected, UTF-16
 * @param blockOf the block that an offset lies in: words are looked for inside it only
 * @returns null where nothing but white space was selected
 */
export function snapSelection(
  text: string,
  span: Span,
  blockOf: (offset: number) => Span,
  snap: Snap,
  language: string,
): Span | null {
  const at = (offset: number, end: 'start' | 'end') => {
    // The last unit decides which block an end belongs to: an end is exclusive.
    const block = blockOf(end === 'end' ? Math.max(0, offset - 1) : offset);
    if (offset < block.start || offset > block.end) return offset;
    return block.start + edge(text.slice(block.start, block.end), offset - block.start, end, snap, language);
  };
  let start = at(span.start, 'start');
  let end = at(span.end, 'end');
  while (start < end && /\s/u.test(text.charAt(start))) start++;
  while (end > start && /\s/u.test(text.charAt(end - 1))) end--;
  return start < end ? { start, end } : null;
}
