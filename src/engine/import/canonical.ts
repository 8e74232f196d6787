import type { Block } from '../../text/reading.ts';
import { LIMITS, tooMany } from './limits.ts';

/** A block's facts without its place, which the text gives it. Marks count from the block's start. */
export type Draft = Omit<Block, 'start' | 'end'>;

/** Grows a canonical text block by block. What separates two blocks is said before the second and belongs to neither. */
export class CanonicalText {
  readonly #parts: string[] = [];
  readonly #blocks: Block[] = [];
  #length = 0;
  #gap = '';
  readonly #most: number;

  /** Takes the most blocks that the text may have; the first one too many is refused with an ImportError. */
  constructor(most = LIMITS.blocks) {
    this.#most = most;
  }

  /** Asks for a line end or a blank line before the next block; of two wishes the larger counts. Tabs asked for before stay. */
  separate(by: '\n' | '\n\n'): void {
    if (this.#length === 0 && this.#gap === '') return;
    const lines = this.#gap.match(/\n*$/)?.[0] ?? '';
    if (by.length > lines.length) this.#gap += '\n'.repeat(by.length - lines.length);
  }

  /** Puts the tab or line end of a table before the next block, whatever was asked for before. */
  place(mark: '\t' | '\n'): void {
    this.#gap += mark;
  }

  /** Appends a block; an empty one leaves no trace, because there is nothing in it to read, select or count. */
  add(text: string, draft: Draft): void {
    if (text === '') return;
    if (this.#blocks.length >= this.#most) throw tooMany(this.#most, 'paragraphs');
    const start = this.#length + this.#gap.length;
    const end = start + text.length;
    const { marks: own = [], ...facts } = draft;
    const marks = own.map((mark) => ({ ...mark, start: mark.start + start, end: mark.end + start }));
    this.#parts.push(this.#gap, text);
    this.#gap = '';
    this.#length = end;
    this.#blocks.push({ ...facts, start, end, ...(marks.length > 0 ? { marks } : {}) });
  }

  /** The text and its blocks, in UTF-16. A separator after the last block is dropped. */
  finish(): { text: string; blocks: Block[] } {
    return { text: this.#parts.join(''), blocks: this.#blocks };
  }
}
