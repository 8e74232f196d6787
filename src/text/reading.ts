import type { PageReading } from './pages.ts';

/**
 * What an importer makes of a file: the canonical text, its blocks and where its words and sentences lie.
 * Everything here is measured in UTF-16 code units of the canonical text; ends are exclusive.
 */

/**
 * The kinds of block a canonical text is made of. The text between two blocks belongs to none of them. An artifact is what
 * stands on a page for the page's sake, such as a running head or a page number (ISO 32000-2, 14.8.2.2): it is part of the
 * text and can be coded, but holds no sentence and is passed over by what goes from paragraph to paragraph.
 */
export const BLOCK_KINDS = [
  'heading',
  'paragraph',
  'list_item',
  'quote',
  'code',
  'table_cell',
  'footnote',
  'page_break',
  'artifact',
] as const;

export type BlockKind = (typeof BLOCK_KINDS)[number];

/** An inline style or link inside a block: never part of the text, only said about it. */
export interface Mark {
  readonly kind: 'emphasis' | 'strong' | 'strike' | 'code' | 'link';
  readonly start: number;
  readonly end: number;
  /** Only for links: where it points, as written in the source. */
  readonly target?: string;
}

export interface Block {
  readonly kind: BlockKind;
  /** Headings: 1 to 6. List items and quotes: depth from 1. Everything else: null. */
  readonly level: number | null;
  readonly start: number;
  readonly end: number;
  /** Table cells: row and column from 0 and a number of the table within the document, from 0. */
  readonly cell?: { readonly table: number; readonly row: number; readonly column: number };
  readonly marks?: readonly Mark[];
}

/** A span of the canonical text: start included, end excluded, UTF-16 code units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface Reading {
  readonly text: string;
  readonly blocks: readonly Block[];
  /** Start and end of every word (Intl.Segmenter, isWordLike), flattened: [start, end, start, end …], ascending. */
  readonly words: Uint32Array;
  /** Start and end of every sentence, flattened likewise; sentences never cross a block. */
  readonly sentences: Uint32Array;
  /** Identifies the code that read the file, for example `markdown-1`: the same file read differently is another version. */
  readonly extractor: string;
  /** BCP 47 tag that words and sentences were segmented for. */
  readonly language: string;
  /** ICU version that segmented them. */
  readonly icu: string;
  /** What was changed or could not be carried, one sentence each, for the import report. */
  readonly notices: readonly string[];
  /** Of a text that was published as pages: every page in order, also one without text. */
  readonly pages?: readonly PageReading[];
}
