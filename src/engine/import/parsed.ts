import type { PageReading } from '../../text/pages.ts';
import type { Block, Span } from '../../text/reading.ts';
import type { Limits } from './limits.ts';

/** A highlight that came with the file, on the words that it covers. */
export interface FoundHighlight extends Span {
  readonly kind: 'highlight' | 'underline' | 'squiggly' | 'strikeout';
  /** The note with it, who made it, and its colour as #rrggbb; empty or null where the file does not say. */
  readonly note: string;
  readonly author: string;
  readonly colour: string | null;
}

/** What a parser makes of a file's bytes. Offsets in UTF-16 units of `text`. */
export interface Parsed {
  readonly text: string;
  readonly blocks: readonly Block[];
  /** What was changed or could not be carried, one sentence each. */
  readonly notices: readonly string[];
  /** Names the way of reading; changes whenever the same file would be read differently. */
  readonly extractor: string;
  /** Name of the encoding that was read; `binary` where the format has none. */
  readonly encoding: string;
  /** Of a file that has pages: all of them. A file that has pages may have no text at all. */
  readonly pages?: readonly PageReading[];
  readonly highlights?: readonly FoundHighlight[];
  /** Of a format that has several kinds of files: which one it is. */
  readonly mediaType?: string;
  /** The language that the file says it is in: a BCP 47 tag as written. */
  readonly language?: string;
}

/** How far a file that has pages was read. */
export interface PagesRead {
  /** The page that was read last, from 1, of so many. */
  readonly page: number;
  readonly pages: number;
}

export interface ParseContext {
  readonly limits: Limits;
  /** Told how much has been parsed, from 0 to 1, and up to which page where the format has pages. */
  readonly onShare: (share: number, at?: PagesRead) => void;
}

/** Reads one format. Throws ImportError, whose message is one sentence for the import report. */
export type Parser = (bytes: Uint8Array<ArrayBuffer>, context: ParseContext) => Parsed | Promise<Parsed>;
