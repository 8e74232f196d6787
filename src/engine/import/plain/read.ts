import type { Block } from '../../../text/reading.ts';
import { LIMITS, tooMany } from '../limits.ts';

/**
 * Finds the blocks of a plain text, which stays exactly as it is: the blocks are spans of it (UTF-16), and what lies
 * between them is blank lines. Paragraphs are separated by lines of white space alone; lines inside a paragraph keep their
 * LF. A form feed is a block of its own, `page_break`, of one unit, so that it ends a paragraph and no quote need hold it.
 * Nothing else is guessed: no headings, no lists. Throws ImportError where there are more than `most` blocks.
 */
export function plainBlocks(text: string, most = LIMITS.blocks): Block[] {
  const blocks: Block[] = [];
  let start = -1;
  let end = -1;
  const add = (block: Block) => {
    if (blocks.length >= most) throw tooMany(most, 'paragraphs');
    blocks.push(block);
  };
  const close = () => {
    if (start >= 0) add({ kind: 'paragraph', level: null, start, end });
    start = -1;
  };
  const line = (from: number, to: number) => {
    if (!/\S/.test(text.slice(from, to))) return close();
    if (start < 0) start = from;
    end = to;
  };
  let at = 0;
  for (const { index } of text.matchAll(/[\n\f]/g)) {
    line(at, index);
    if (text[index] === '\f') {
      close();
      add({ kind: 'page_break', level: null, start: index, end: index + 1 });
    }
    at = index + 1;
  }
  if (at < text.length) line(at, text.length);
  close();
  return blocks;
}
