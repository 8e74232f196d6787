import { countWhile } from './ascending.ts';
import type { Block, Reading, Span } from './reading.ts';

/**
 * A heading with its own text. A section runs from its heading's start to the end of the last block before the next heading
 * of ANY level, so sections never overlap and a chapter's section is what stands before its first subheading. What stands
 * before the first heading is a section without a heading.
 */
export interface Section extends Span {
  /** Number of the heading among the blocks; null for the text before the first heading. */
  readonly block: number | null;
  /** Headings that this place stands under, outermost first, its own last: their texts. */
  readonly path: readonly string[];
}

/** The sections of a text in order; empty for a text without blocks. Build it once, then ask `sectionAt`. */
export type Outline = readonly Section[];

/** A page's end shows nothing, and its head or foot is no part of what is written: a section neither starts nor ends with them. */
const shows = ({ kind }: Block) => kind !== 'page_break' && kind !== 'artifact';

interface Open {
  readonly level: number;
  readonly text: string;
}

/** The outline of a reading. Offsets are UTF-16. A heading stands under the nearest one before it of a smaller level. */
export function outlineOf(reading: Pick<Reading, 'text' | 'blocks'>): Outline {
  const { text, blocks } = reading;
  const sections: Section[] = [];
  let open: Open[] = [];
  let first = 0;
  const close = (end: number) => {
    const own = blocks.slice(first, end);
    const head = own.find(shows);
    const tail = own.findLast(shows);
    if (!head || !tail) return;
    const block = head.kind === 'heading' ? first : null;
    sections.push({ start: head.start, end: tail.end, block, path: open.map((heading) => heading.text) });
  };
  blocks.forEach((block: Block, index) => {
    if (block.kind !== 'heading') return;
    close(index);
    const level = block.level ?? 1;
    open = open.filter((heading) => heading.level < level);
    open.push({ level, text: text.slice(block.start, block.end) });
    first = index;
  });
  close(blocks.length);
  return sections;
}

/**
 * The section that an offset (UTF-16) stands in; the white space after a section's last block still counts to it, and what
 * stands before the first block to the first section. Null only for a text without blocks.
 */
export function sectionAt(outline: Outline, offset: number): Section | null {
  const index = countWhile(outline.length, (candidate) => (outline[candidate]?.start ?? 0) <= offset) - 1;
  return outline[Math.max(index, 0)] ?? null;
}

/** The texts of the headings that an offset (UTF-16) stands under, outermost first; none before the first heading. */
export const headingPathAt = (outline: Outline, offset: number): readonly string[] =>
  sectionAt(outline, offset)?.path ?? [];
