/**
 * What a report is made of, whatever it is written as. Texts are as people wrote them: each writer escapes them for itself.
 */
export interface Report {
  readonly title: string;
  /** What it holds, in a few lines below the title. */
  readonly lines: readonly string[];
  /** The day of the newest change (UTC, ISO 8601): the same project gives the same report on any day. */
  readonly at: string;
  /** What stands below these, before the contents. */
  readonly front: readonly Block[];
  readonly sections: readonly Section[];
}

export interface Section {
  /** Unique among all ids of the report; letters, digits and hyphens. */
  readonly id: string;
  readonly title: string;
  /** Headings within it that the contents name, too. */
  readonly entries: readonly Entry[];
  /** Read once, while it is written: there may be very many, and parts of pages are drawn on the way. */
  readonly blocks: Iterable<Block> | AsyncIterable<Block>;
}

/** A line of the contents. */
export interface Entry {
  readonly id: string;
  readonly text: string;
}

export type Block = Heading | Paragraph | List | Terms | Table | Quote | Picture;

export interface Heading {
  readonly kind: 'heading';
  /** 3 to 5: the title is 1, a section 2. */
  readonly level: number;
  readonly text: string;
  /** Where the contents lead to it. */
  readonly id?: string;
}

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly text: string;
  /** A note says how to read what stands before it, and stays with it. */
  readonly look?: 'note';
}

export interface List {
  readonly kind: 'list';
  readonly items: readonly string[];
}

/** Names with what they mean. */
export interface Terms {
  readonly kind: 'terms';
  readonly entries: readonly { readonly term: string; readonly text: string }[];
}

export interface Table {
  readonly kind: 'table';
  readonly caption: string;
  readonly columns: readonly { readonly title: string; readonly isNumber?: boolean }[];
  /** The first cell names its row. */
  readonly rows: Iterable<readonly Cell[]>;
}

export interface Cell {
  readonly text: string;
  /** How deep its row stands below others, from 0. */
  readonly depth?: number;
  /** What is read aloud in place of a sign. */
  readonly spoken?: string;
}

export interface Quote {
  readonly kind: 'quote';
  /** The exact words; null for a part of a page, which has none. */
  readonly text: string | null;
  /** How that part looks; null for words, and for what cannot be drawn. */
  readonly picture: PartPicture | null;
  /** BCP 47, of the document. */
  readonly language: string;
  /** Where in its document it stands, and who coded it. */
  readonly source: string;
  /** The comment on the passage; empty where there is none. */
  readonly comment: string;
}

/** A part of a page as it was published. */
export interface PartPicture {
  readonly png: Uint8Array;
  /** In CSS pixels, as large as in print. */
  readonly width: number;
  readonly height: number;
}

export interface Picture {
  readonly kind: 'picture';
  readonly title: string;
  /** What is to be seen. */
  readonly sentence: string;
  readonly svg: string;
  readonly png: Uint8Array;
  /** In CSS pixels. */
  readonly width: number;
  readonly height: number;
}

/** How much of each kind a writer wrote. */
export interface Written {
  tables: number;
  pictures: number;
  quotes: number;
}

/** @returns the columns from which a table lies across the page */
export const isWide = ({ columns }: Table): boolean => columns.length > 7;
