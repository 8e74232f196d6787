/**
 * What a PDF says, page by page, before anything is made of it: lines as they are drawn, in the order in which the file
 * draws them. Places are in points from the top left corner of the page as it is shown (crop box, rotation and user unit
 * applied), y downwards.
 */

/** Letters drawn on one baseline in one direction, without a gap that could part two columns or cells. */
export interface RawLine {
  /**
   * What is written, in logical order: ligatures and other compatibility forms of Latin letters resolved, spaces between
   * words where the file draws none, no white space at either end, well-formed.
   */
  readonly text: string;
  /** For each UTF-16 unit of the text where it begins and ends along the line (see GlyphRun in text/pages.ts). */
  readonly edges: Float32Array;
  /** Start of the baseline. */
  readonly x: number;
  readonly y: number;
  /** Clockwise from rightwards, in degrees, 0 to 360. */
  readonly angle: number;
  /** Reach above and below the baseline, in points. */
  readonly ascent: number;
  readonly descent: number;
  /**
   * Where letters of the line differ in how far they reach, or stand off its baseline, as a superscript does: stretches that
   * cover the whole text, in order. Left out where the line is all of one kind.
   */
  readonly stretches?: readonly RawStretch[];
  /** Size of most of its letters on the page, in points, and whether they are heavy or slanted. */
  readonly size: number;
  readonly bold: boolean;
  readonly italic: boolean;
  /** Name of the font of most of its letters, for telling one kind of line from another. */
  readonly font: string;
  /**
   * From a tagged file: the standard structure type that the line's content is tagged with (H1, P, LI, Lbl, TD, Note,
   * Artifact …, ISO 32000-2, 14.8), and a number that is the same for content of the same structure element of a page.
   */
  readonly tag: string | null;
  readonly element: number | null;
}

/** A part of a line whose letters are alike in height. */
export interface RawStretch {
  /** First UTF-16 unit within the line's text. */
  readonly start: number;
  /** How far its own baseline lies below the line's, in points; less than 0 for a superscript. */
  readonly drop: number;
  /** Reach above and below its own baseline, in points. */
  readonly ascent: number;
  readonly descent: number;
  /** Size of its letters, in points. */
  readonly size: number;
}

export interface RawPage {
  /** Physical page, from 1. */
  readonly number: number;
  readonly label: string;
  readonly width: number;
  readonly height: number;
  readonly lines: readonly RawLine[];
}

/** An entry of the file's own outline (bookmarks). */
export interface RawOutlineEntry {
  readonly title: string;
  /** Depth from 1. */
  readonly level: number;
  /** Physical page it points at, and how far down, in points; null where it does not say. */
  readonly page: number | null;
  readonly y: number | null;
}

/** A highlight, underline, squiggle or strike-out that somebody has put into the file. */
export interface RawHighlight {
  readonly page: number;
  /** The rectangles that it covers, in points. */
  readonly rects: readonly {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  }[];
  readonly kind: 'highlight' | 'underline' | 'squiggly' | 'strikeout';
  /** The note with it, who made it, and its colour as #rrggbb; empty or null where the file does not say. */
  readonly note: string;
  readonly author: string;
  readonly colour: string | null;
}

export interface RawDocument {
  readonly pages: readonly RawPage[];
  readonly outline: readonly RawOutlineEntry[];
  readonly highlights: readonly RawHighlight[];
  /** From the file's metadata; null where it does not say. The language is a BCP 47 tag as written. */
  readonly title: string | null;
  readonly language: string | null;
}
