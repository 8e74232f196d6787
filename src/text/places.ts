import { countWhile } from './ascending.ts';
import type { Block, Span } from './reading.ts';
import { pairAt } from './words.ts';

/** The number of the block that holds an offset (UTF-16; its start included, its end not), or -1 between blocks. */
export function blockIndexAt(blocks: readonly Span[], offset: number): number {
  const index = countWhile(blocks.length, (candidate) => (blocks[candidate]?.start ?? 0) <= offset) - 1;
  return index >= 0 && offset < (blocks[index]?.end ?? 0) ? index : -1;
}

/** The block that holds an offset (UTF-16), or null between blocks. */
export const blockAt = <One extends Span>(blocks: readonly One[], offset: number): One | null =>
  blocks[blockIndexAt(blocks, offset)] ?? null;

/**
 * The numbers of the blocks that a span (UTF-16) touches, as a range: first included, last excluded.
 * Both are the same number where the span lies between two blocks.
 */
export function blocksIn(
  blocks: readonly Block[],
  span: Span,
): { readonly first: number; readonly last: number } {
  const first = countWhile(blocks.length, (index) => (blocks[index]?.end ?? 0) <= span.start);
  const last = countWhile(blocks.length, (index) => (blocks[index]?.start ?? 0) < span.end);
  return { first, last: Math.max(first, last) };
}

/**
 * The paragraph at an offset (UTF-16): the span of its block, whatever the kind (a list item, a heading and a table cell
 * are paragraphs in this sense), or null between blocks.
 */
export function paragraphAt(blocks: readonly Block[], offset: number): Span | null {
  const block = blockAt(blocks, offset);
  return block && { start: block.start, end: block.end };
}

/** The sentence at an offset (UTF-16), or null in the white space between sentences. */
export const sentenceAt = (sentences: Uint32Array, offset: number): Span | null => pairAt(sentences, offset);
